package dev.parley.rest.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestsTest {
  @Inject MeterRegistry meters;

  private static final String GOOD = "{\"name\":\"Ada\"}";

  @Test
  void aBareTokenAndABearerTokenAreTheSame() {
    for (String form : new String[] {"", "Bearer ", "bearer ", "BEARER  "}) {
      given()
          .header("Authorization", form + TestWiring.TOKEN)
          .get("/v1/probe")
          .then()
          .statusCode(200);
    }
  }

  @Test
  void aMissingMalformedOrUnknownTokenIs401() {
    refused(given().get("/v1/probe").then(), 401);
    for (String token : new String[] {"", "Bearer", "hello", TestWiring.UNKNOWN}) {
      refused(given().header("Authorization", token).get("/v1/probe").then(), 401);
    }
  }

  @Test
  void theTokenOfADisabledAgentIs403() {
    refused(given().header("Authorization", TestWiring.DISABLED).get("/v1/probe").then(), 403);
  }

  @Test
  void whoCallsTooOftenIsToldWhenToComeBackAndNothingOfTheRequestIsDone() {
    for (int i = 0; i < TestWiring.BURST; i++) {
      limited().get("/v1/probe").then().statusCode(200);
    }
    int calls = ProbeResource.CALLS.get();

    limited()
        .header("Idempotency-Key", "too-often")
        .contentType("application/json")
        .body(GOOD)
        .post("/v1/probe")
        .then()
        .statusCode(429)
        .header("Retry-After", "1")
        .body("size()", equalTo(1))
        .body("message", equalTo("Too Many Requests"));
    limited().body("no json").post("/v1/probe").then().statusCode(429);

    assertThat(ProbeResource.CALLS).hasValue(calls);
    signed().get("/v1/probe").then().statusCode(200);
  }

  private static RequestSpecification limited() {
    return given().header("Authorization", TestWiring.LIMITED);
  }

  @Test
  void everyAnswerHasARequestIdAndAGoodOneIsKept() {
    signed()
        .header("X-Request-Id", "abc-123")
        .get("/v1/probe")
        .then()
        .header("X-Request-Id", "abc-123")
        .body("requestId", equalTo("abc-123"));
    given()
        .header("X-Request-Id", "with space")
        .get("/nowhere")
        .then()
        .statusCode(404)
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void unknownRoutesAre404InShapeInsideAndOutsideADialect() {
    refused(signed().get("/v1/nothing/here").then(), 404);
    refused(signed().get("/v1").then(), 404);
    refused(given().get("/nothing").then(), 404);
    refused(given().get("/").then(), 404);
  }

  @Test
  void anotherMethodIs405() {
    refused(signed().patch("/v1/probe").then(), 405);
  }

  @Test
  void anotherMediaTypeIs415() {
    refused(signed().contentType("text/plain").body("hello").post("/v1/probe").then(), 415);
    refused(signed().contentType("application/xml").body("<a/>").post("/v1/probe").then(), 415);
  }

  @Test
  void whoeverWantsNoJsonGets406() {
    refused(signed().accept("text/html").get("/v1/probe").then(), 406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "5",
        "{}",
        "{\"name\":null}",
        "{\"name\":\" \"}",
        "{\"name\":5}",
        "{\"name\":true}",
        "{\"name\":[\"a\"]}",
        "{\"name\":{}}",
        "{\"name\":\"a\"} x",
        "{\"name\":\"a\"}{}",
        "{\"name\":\"a\",\"count\":\"5\"}",
        "{\"name\":\"a\",\"count\":1.5}",
        "{\"name\":\"a\",\"count\":1.0}",
        "{\"name\":\"a\",\"count\":true}",
        "{\"name\":\"a\",\"count\":2147483648}",
        "{\"name\":\"a\",\"big\":9223372036854775808}",
        "{\"name\":\"a\",\"big\":1e400}",
        "{\"name\":\"a\",\"flag\":1}",
        "{\"name\":\"a\",\"flag\":\"true\"}",
        "{\"name\":\"a\",\"id\":\"1-1-1-1-1\"}",
        "{\"name\":\"a\",\"id\":5}",
        "{\"name\":\"a\",\"items\":\"a\"}",
        "{\"name\":\"a\",\"items\":[5]}",
        "{\"name\":\"a\",\"items\":[null]}",
        "{\"name\":\"a\\u0000b\"}",
        "{\"name\":\"a\\ud800\"}",
        "{\"name\":\"a\",\"unknown\":\"\\udc00\"}",
        "{'name':'a'}",
        "{\"name\":NaN}",
      })
  void whatIsNotOfTheShapeIs400(String body) {
    refused(signed().contentType("application/json").body(body).post("/v1/probe").then(), 400);
  }

  @Test
  void whatIsBeyondALimitIs400() {
    String deep = "[".repeat(21) + "]".repeat(21);
    String longText = "x".repeat(50_001);
    String manyItems = "1,".repeat(100) + "1";
    String longNumber = "1".repeat(51);
    for (String value :
        new String[] {deep, '"' + longText + '"', '[' + manyItems + ']', longNumber}) {
      refused(
          signed()
              .contentType("application/json")
              .body("{\"name\":\"a\",\"unknown\":" + value + "}")
              .post("/v1/probe")
              .then(),
          400);
    }
  }

  @Test
  void invalidUtf8Is400() {
    byte[] body = "{\"name\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
    body[9] = (byte) 0xff;
    refused(signed().contentType("application/json").body(body).post("/v1/probe").then(), 400);
  }

  @Test
  void unknownFieldsAreIgnoredAndAContentTypeIsNotNeeded() {
    signed()
        .contentType("application/json")
        .body("{\"name\":\"Ada\",\"more\":[1,{}]}")
        .post("/v1/probe")
        .then()
        .statusCode(201)
        .body("name", equalTo("Ada"))
        .body("agent", equalTo(TestWiring.ACTOR.agent().value().toString()));
  }

  @Test
  void absentNullAndPresentAreToldApart() {
    for (Map.Entry<String, String> each :
        Map.of("", "Keep", ",\"nick\":null", "Clear", ",\"nick\":\"x\"", "Set").entrySet()) {
      signed()
          .contentType("application/json")
          .body("{\"name\":\"Ada\"" + each.getKey() + "}")
          .post("/v1/probe")
          .then()
          .body("nick", equalTo(each.getValue()));
    }
  }

  @Test
  void aBodyBeyondTheLimitIs413() {
    byte[] body = ("{\"name\":\"" + "x".repeat(200_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    refused(signed().contentType("application/json").body(body).post("/v1/probe").then(), 413);
  }

  @Test
  void aBodyBeyondTheLimitIs413AlsoWhenItsLengthIsNotDeclared() throws IOException {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    String answer =
        raw(
            "POST /v1/probe HTTP/1.1",
            "Authorization: " + TestWiring.TOKEN,
            "Transfer-Encoding: chunked",
            "Content-Type: application/json",
            "Host: localhost",
            "",
            chunk + chunk + "0",
            "",
            "");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("{\"message\":");
  }

  @Test
  void noDetourInThePathAvoidsTheToken() throws IOException {
    for (String path :
        new String[] {
          "/files/../v1/probe", "/%76%31/probe", "/v1;a=b/probe", "//v1/probe", "/./v1/probe"
        }) {
      assertThat(raw("GET " + path + " HTTP/1.1"))
          .matches("(?s)HTTP/1.1 (401|404).*")
          .contains("{\"message\":");
    }
  }

  @Test
  void aBodyBeyondTheServersLimitIs413() throws IOException {
    String answer =
        raw("POST /v1/probe HTTP/1.1", "Content-Length: 2000000", "Content-Type: application/json");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("{\"message\":");
  }

  @Test
  void aBodyOfManyChunksIsRead() {
    String name = "x".repeat(49_000);
    signed()
        .contentType("application/json")
        .body("{\"name\":\"" + name + "\"}")
        .post("/v1/probe")
        .then()
        .statusCode(201)
        .body("name", equalTo(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/probe/%zz",
        "/v1/%",
        "/v1/probe/a%00b",
        "/v1/probe?q=%",
        "/v1/probe?q=%00",
        "/v1/probe/%ff",
        "/v1/probe?q=%c3%28",
      })
  void aMalformedUrlIs400InShape(String path) throws IOException {
    String answer =
        raw("GET " + path + " HTTP/1.1", "Connection: close", "Authorization: " + TestWiring.TOKEN);
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .containsIgnoringCase("x-request-id: ")
        .contains("{\"message\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/probe/", "/v1/probe?q=", "/nowhere/"})
  void aUrlThatIsTooLongIs414InShape(String path) throws IOException {
    for (int length : new int[] {8200, 60_000}) {
      String answer = raw("GET " + path + "x".repeat(length) + " HTTP/1.1", "Connection: close");
      assertThat(answer).startsWith("HTTP/1.1 414").contains("{\"message\":");
    }
  }

  @Test
  void requestsAreCountedByRouteNotByPath() throws IOException {
    raw("GET /v1/probe/%zz HTTP/1.1", "Connection: close");
    signed().delete("/v1/probe/17").then().statusCode(204);
    given().delete("/v1/probe/18").then().statusCode(401);
    signed().get("/v1/nothing/19").then().statusCode(404);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(uris()).contains("/refused", "/v1/probe/{id}", "NOT_FOUND"));
    assertThat(uris()).noneMatch(uri -> uri.contains("%") || uri.matches(".*/1[789]"));
  }

  private Set<String> uris() {
    return meters.find("http.server.requests").timers().stream()
        .map(timer -> timer.getId().getTag("uri"))
        .collect(Collectors.toSet());
  }

  @Test
  void aBugIs500WithoutSayingWhat() {
    String answer = refused(signed().post("/v1/probe/panic").then(), 500).extract().asString();
    assertThat(answer).doesNotContain("select", "IllegalState", "Exception", "dev.parley");
  }

  @Test
  void aRefusalOfTheDomainIsWordedByTheDialect() {
    refused(signed().post("/v1/probe/refused").then(), 404)
        .body("message", equalTo("The requested resource could not be found"));
  }

  @Test
  void theSameKeyAndBodyGetTheFirstAnswerAgain() {
    String key = UUID.randomUUID().toString();
    int before = ProbeResource.CALLS.get();
    String first =
        keyed(key).body(GOOD).post("/v1/probe").then().statusCode(201).extract().asString();
    String again =
        keyed(key)
            .body(GOOD)
            .post("/v1/probe")
            .then()
            .statusCode(201)
            .header("Idempotent-Replayed", "true")
            .contentType("application/json")
            .extract()
            .asString();
    assertThat(again).isEqualTo(first);
    assertThat(ProbeResource.CALLS.get()).isEqualTo(before + 1);
  }

  @Test
  void anAnswerWithoutBodyIsRepeatedToo() {
    String key = UUID.randomUUID().toString();
    int before = ProbeResource.CALLS.get();
    keyed(key).delete("/v1/probe/1").then().statusCode(204);
    keyed(key)
        .delete("/v1/probe/1")
        .then()
        .statusCode(204)
        .header("Idempotent-Replayed", "true")
        .body(emptyOrNullString());
    refused(keyed(key).delete("/v1/probe/2").then(), 422);
    assertThat(ProbeResource.CALLS.get()).isEqualTo(before + 1);
  }

  @Test
  void theSameKeyWithAnotherBodyIs422() {
    String key = UUID.randomUUID().toString();
    keyed(key).body(GOOD).post("/v1/probe").then().statusCode(201);
    refused(keyed(key).body("{\"name\":\"Bob\"}").post("/v1/probe").then(), 422);
    refused(keyed(key).body(GOOD).post("/v1/probe?q=1").then(), 422);
  }

  @Test
  void aRefusalIsRepeatedButABugIsNot() {
    String refusedKey = UUID.randomUUID().toString();
    String panicKey = UUID.randomUUID().toString();
    int before = ProbeResource.CALLS.get();
    refused(keyed(refusedKey).post("/v1/probe/refused").then(), 404);
    refused(keyed(refusedKey).post("/v1/probe/refused").then(), 404);
    assertThat(ProbeResource.CALLS.get()).isEqualTo(before + 1);
    refused(keyed(panicKey).post("/v1/probe/panic").then(), 500);
    refused(keyed(panicKey).post("/v1/probe/panic").then(), 500);
    assertThat(ProbeResource.CALLS.get()).isEqualTo(before + 3);
  }

  @Test
  void aKeyThatCannotBeOneIs400() {
    for (String key : new String[] {"x".repeat(256), "with space", "\u00e9"}) {
      refused(keyed(key).body(GOOD).post("/v1/probe").then(), 400);
    }
  }

  private static RequestSpecification signed() {
    return given().header("Authorization", TestWiring.TOKEN);
  }

  private static RequestSpecification keyed(String key) {
    return signed().contentType("application/json").header("Idempotency-Key", key);
  }

  private static ValidatableResponse refused(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType("application/json")
        .header("X-Request-Id", notNullValue())
        .body("message", not(emptyOrNullString()))
        .body("size()", equalTo(1));
  }

  /** What a client library would refuse to send. */
  private static String raw(String... head) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(10_000);
      String text = String.join("\r\n", head);
      String request = text.contains("Host:") ? text : text + "\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      StringBuilder answer = new StringBuilder();
      for (int c = 0; c >= 0 && c != '}'; c = socket.getInputStream().read()) {
        answer.append((char) c);
      }
      return answer.substring(1);
    }
  }
}
