package dev.parley.benchmarks.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementLogTest {
  private static final String LOG =
      """
      2026-11-28 13:00:00.001 UTC [7] LOG:  statement: begin; set local app.org = '3'
      2026-11-28 13:00:00.002 UTC [7] LOG:  execute S_1: select a
      \t  from b where c = $2
      2026-11-28 13:00:00.002 UTC [8] LOG:  statement: begin; set local app.org = '4'
      2026-11-28 13:00:00.003 UTC [7] DETAIL:  Parameters: $1 = '3', $2 = 'it''s
      \t2 lines, $3 = ''x''', $3 = NULL
      2026-11-28 13:00:00.004 UTC [9] LOG:  checkpoint starting: time
      2026-11-28 13:00:00.005 UTC [7] LOG:  statement: commit
      """;

  @Test
  void joinsStatementsOfSeveralLinesWithTheirParameters() {
    assertThat(StatementLog.read(LOG))
        .containsExactly(
            new Statement(7, "begin; set local app.org = '3'", List.of()),
            new Statement(
                7,
                "select a\n  from b where c = $2",
                Arrays.asList("3", "it's\n2 lines, $3 = 'x'", null)),
            new Statement(8, "begin; set local app.org = '4'", List.of()),
            new Statement(7, "commit", List.of()));
  }

  @Test
  void readsValuesAsLongAsAMail() {
    String value = "x''".repeat(100_000);
    String log =
        "2026-11-28 13:00:00.002 UTC [7] LOG:  execute S_1: select $1\n"
            + "2026-11-28 13:00:00.003 UTC [7] DETAIL:  Parameters: $1 = '"
            + value
            + "'\n";
    assertThat(StatementLog.read(log).getFirst().parameters())
        .containsExactly(value.replace("''", "'"));
  }
}
