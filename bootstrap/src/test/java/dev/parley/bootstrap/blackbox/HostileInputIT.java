package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.bootstrap.blackbox.Dixa.Answer;
import dev.parley.bootstrap.blackbox.Operation.Place;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that a client can send wrongly, to every operation, field and parameter of the served
 * document: it is refused in the dialect's shape, tells nothing of the inside and changes nothing.
 */
@Timeout(120)
class HostileInputIT {
  private static final int AT_ONCE = 8;
  private static final int RANDOM_CALLS = 3_000;
  private static final int SHOWN = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Names of classes and packages, traces, words of the database. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "dev\\.parley|java\\.|jakarta|jackson|quarkus|vertx|Exception|\\bat [a-z]+\\.[a-z]+\\."
              + "|SELECT |INSERT |UPDATE |pg_|relation |constraint|SQL");

  private static ParleyProcess parley;
  private static World ours;
  private static ApiDocument document;

  @BeforeAll
  static void start(@TempDir Path directory) {
    parley = ParleyProcess.in(directory).with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR).start();
    ours = World.in(Dixa.organization(parley, "ours"), "ours", 0);
    document = new ApiDocument(ours.api().get("/q/openapi/dixa?format=json").json());
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @AfterEach
  void the_log_has_no_traces() {
    assertThat(parley.log()).doesNotContain("\tat ", "\\tat ", "stackTrace", "exceptionType");
  }

  /** A call of an operation with something wrong in it. */
  private record Attempt(String route, String method, String path, Object body) {
    Attempt(Operation operation, Object body) {
      this(operation.route(), operation.method(), own(operation).path(), body);
    }

    /** A search asks too, in a body. */
    boolean asks() {
      return method.equals("GET") || route.startsWith("POST /v1/search/");
    }

    @Override
    public String toString() {
      String shown =
          body instanceof byte[] bytes
              ? new String(bytes, StandardCharsets.UTF_8)
              : body.toString();
      return route + " " + shortened(path) + " " + shortened(shown);
    }
  }

  @Test
  void bodies_that_are_none_are_refused_and_change_nothing() {
    Remains before = remains();
    List<Attempt> attempts =
        withBody()
            .flatMap(
                operation ->
                    HostileValues.BODIES.stream().map(body -> new Attempt(operation, body)))
            .toList();
    assertThat(problems(attempts, Wanted.REFUSAL)).isEmpty();
    assertThat(remains()).isEqualTo(before);
  }

  @Test
  void no_value_of_a_field_does_harm() {
    List<Attempt> attempts = new ArrayList<>();
    withBody()
        .forEach(
            operation -> {
              for (FieldPath field : fields(operation)) {
                for (String value : HostileValues.OF_FIELDS) {
                  attempts.add(new Attempt(operation, field.set(body(operation), value)));
                }
                attempts.add(new Attempt(operation, field.twice(body(operation))));
                attempts.add(new Attempt(operation, field.removed(body(operation))));
              }
            });
    assertThat(problems(attempts, Wanted.ANYTHING)).isEmpty();
  }

  @Test
  void no_combination_of_them_does_harm(TestReporter reporter) {
    long seed = ThreadLocalRandom.current().nextLong();
    reporter.publishEntry("seed", Long.toString(seed));
    HostileValues values = new HostileValues(seed);
    List<Operation> operations = withBody().toList();
    List<String> names =
        operations.stream()
            .flatMap(operation -> fields(operation).stream())
            .map(FieldPath::last)
            .distinct()
            .toList();
    List<Attempt> attempts =
        Stream.generate(() -> values.oneOf(operations))
            .limit(RANDOM_CALLS)
            .map(
                operation ->
                    new Attempt(
                        operation,
                        values.oneOf(fields(operation)).set(body(operation), values.any(names))))
            .toList();
    assertThat(problems(attempts, Wanted.ANYTHING)).isEmpty();
  }

  @Test
  void nothing_in_a_url_does_harm() {
    Remains before = remains();
    List<Attempt> attempts = new ArrayList<>();
    for (Operation operation : IdMatrixIT.OPERATIONS) {
      for (Place place : operation.placesInUrl()) {
        // An empty part of a path is none: what is left is another path.
        for (String value :
            HostileValues.OF_URLS.stream().filter(each -> !each.isEmpty()).toList()) {
          Operation call =
              operation.with(each -> each.equals(place) ? value : ours.id(each.kind()));
          attempts.add(
              new Attempt(
                  operation.route(), call.method(), call.path(), body(operation).toString()));
        }
      }
    }
    document
        .operations()
        .keySet()
        .forEach(
            route -> {
              for (String name : document.queryParameters(route)) {
                for (String value : HostileValues.OF_URLS) {
                  attempts.add(withQuery(route, name + "=" + value));
                  attempts.add(withQuery(route, name + "=1&" + name + "=" + value));
                }
              }
            });
    assertThat(problems(attempts, Wanted.NO_CHANGE)).isEmpty();
    assertThat(remains()).isEqualTo(before);
  }

  private static Attempt withQuery(String route, String query) {
    Operation operation =
        IdMatrixIT.OPERATIONS.stream()
            .filter(each -> each.route().equals(route))
            .findFirst()
            .orElseThrow();
    String path = own(operation).path().replaceAll("\\?.*", "");
    return new Attempt(route, operation.method(), path + "?" + query, body(operation).toString());
  }

  private enum Wanted {
    /** Refused for what the request is. */
    REFUSAL,
    /** Refused, or a question was asked. */
    NO_CHANGE,
    ANYTHING
  }

  private static List<String> problems(List<Attempt> attempts, Wanted wanted) {
    List<String> problems = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Answer>> answers =
          attempts.stream()
              .map(
                  attempt ->
                      threads.submit(
                          () -> ours.api().send(attempt.method(), attempt.path(), attempt.body())))
              .toList();
      for (int i = 0; i < attempts.size(); i++) {
        judge(attempts.get(i), answers.get(i), wanted).ifPresent(problems::add);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return problems;
  }

  private static Optional<String> judge(Attempt attempt, Future<Answer> future, Wanted wanted)
      throws InterruptedException {
    try {
      Answer answer = future.get();
      return isHarmless(attempt, answer, wanted)
          ? Optional.empty()
          : Optional.of(attempt + " -> " + answer.status() + " " + shortened(answer.body()));
    } catch (ExecutionException e) {
      return Optional.of(attempt + " -> " + e.getCause());
    }
  }

  private static boolean isHarmless(Attempt attempt, Answer answer, Wanted wanted) {
    if (answer.status() < 400) {
      return wanted == Wanted.ANYTHING || (wanted == Wanted.NO_CHANGE && attempt.asks());
    }
    boolean known =
        wanted == Wanted.NO_CHANGE || document.statuses(attempt.route()).contains(answer.status());
    return answer.status() < 500
        && known
        && (wanted != Wanted.REFUSAL || answer.status() == 400 || answer.status() == 413)
        && answer.isError()
        && !INSIDE.matcher(answer.body()).find();
  }

  private static Stream<Operation> withBody() {
    return IdMatrixIT.OPERATIONS.stream().filter(operation -> document.hasBody(operation.route()));
  }

  private static List<FieldPath> fields(Operation operation) {
    return document.bodyFields(operation.route(), body(operation));
  }

  private static Operation own(Operation operation) {
    return operation.with(place -> ours.id(place.kind()).replace("+", "%2B"));
  }

  private static JsonNode body(Operation operation) {
    try {
      return JSON.readTree(own(operation).body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Remains remains() {
    return Remains.of(
        parley, ours.api().get("/v1/organization").expect(200).data().path("number").asLong());
  }

  private static String shortened(String text) {
    String readable = text.replaceAll("[^ -~]", "?");
    return readable.length() <= SHOWN ? readable : readable.substring(0, SHOWN) + "…";
  }
}
