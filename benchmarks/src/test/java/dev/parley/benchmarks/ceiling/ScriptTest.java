package dev.parley.benchmarks.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final String OLD = "00000000-0000-7000-8000-000000000001";
  private static final String NEW = "00000000-0000-7000-8000-000000000002";

  private static final Statement BEGIN =
      new Statement(1, "begin; set local app.org = '3'", List.of());
  private static final Statement COMMIT = new Statement(1, "commit", List.of());

  private static Statement statement(String text, @Nullable String... parameters) {
    return new Statement(1, text, Arrays.asList(parameters));
  }

  private static String script(Script script, Statement... statements) {
    return script.of(List.of(List.of(statements)));
  }

  @Test
  void whatDependsOnNothingIsOneRoundTrip() {
    String script =
        script(
            new Script("\\set org 3\n", Map.of("42", ":number"), null),
            BEGIN,
            statement("select a from b where org_id = $1 and c = $2::bigint", "3", "42"),
            COMMIT);
    assertThat(script)
        .isEqualTo(
            """
            \\set org 3
            \\set n :n + 1
            \\set made (:run << 53) | (:client_id << 45) | (:n << 8)
            \\startpipeline
            begin;
            select set_config('app.org', :org::text, true);
            select a from b where org_id = (:org::bigint) and c = (:number)::bigint;
            commit;
            \\endpipeline
            """);
  }

  @Test
  void whatOthersNeedIsReadFirst() {
    String script =
        script(
            new Script("", Map.of(), new Script.Read("for update")),
            BEGIN,
            statement("select version from b where org_id = $1 for update", "3"),
            statement("update b set c = 1 where org_id = $1", "3"),
            COMMIT);
    assertThat(script)
        .endsWith(
            """
            select set_config('app.org', :org::text, true);
            \\endpipeline
            select version from b where org_id = (:org::bigint) for update
            \\gset
            \\startpipeline
            update b set c = 1 where org_id = (:org::bigint);
            commit;
            \\endpipeline
            """);
  }

  @Test
  void idsAndTimesAreMadeAnewAndTheSameIdIsTheSame() {
    String script =
        script(
            new Script("", Map.of(OLD, ":id"), null),
            statement(
                "insert into b select $2::uuid, unnest($3::uuid[]), $4::timestamptz, $5::text",
                "3",
                OLD,
                "{" + NEW + ",NULL," + NEW + "}",
                "2026-11-28 13:00:00+00",
                null));
    String made = "('01ff' || lpad(to_hex(:made::bigint + 0), 28, '0'))::uuid";
    assertThat(script)
        .contains(
            "select (:id)::uuid, unnest((array["
                + made
                + ", null, "
                + made
                + "])::uuid[]), (now())::timestamptz, (null)::text");
  }

  @Test
  void textsStayAndAreNoVariables() {
    String script =
        script(
            new Script("", Map.of(), null),
            statement("select $2::text, $3::text[]", "3", "it's :new", "{\"a \\\"b\\\"\",c}"));
    assertThat(script)
        .contains("select ('it''s '||chr(58)||'new')::text, (array['a \"b\"', 'c'])::text[]");
  }
}
