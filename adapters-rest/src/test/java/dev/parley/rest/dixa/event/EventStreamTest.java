package dev.parley.rest.dixa.event;

import static dev.parley.rest.dixa.Requests.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.application.event.EventStreams;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
class EventStreamTest {
  @Inject EventStores events;
  @Inject EventStreams streams;

  @Test
  void whatHappensIsSentFromNowOnWithItsPlaceAsId() throws Exception {
    events.somethingHappens();
    long before = events.head();
    try (Client client = new Client("")) {
      assertThat(client.block())
          .contains("id:" + before)
          .anyMatch(line -> line.startsWith("retry:"))
          .noneMatch(line -> line.startsWith("data:"));
      events.somethingHappens();
      events.look();

      assertThat(client.event(before + 1).get("event_fqn").asText())
          .isEqualTo("CONVERSATION_CREATED");
      JsonNode added = client.event(before + 2);
      assertThat(added.get("event_sequence").asLong()).isEqualTo(before + 2);
      assertThat(added.at("/data/text").asText()).isEqualTo("Hello");
      client.event(before + 3);
    }
  }

  @Test
  void aClientGoesOnWhereItStopped() throws Exception {
    events.somethingHappens();
    long stopped = events.head() - 2;
    try (Client byHeader = new Client("", "Last-Event-ID", Long.toString(stopped));
        Client byQuery = new Client("?lastEventId=" + stopped)) {
      for (Client client : List.of(byHeader, byQuery)) {
        assertThat(client.block()).contains("id:" + stopped);
        client.event(stopped + 1);
        client.event(stopped + 2);
      }
    }
  }

  @Test
  void manyPagesAreSentWithoutGap() throws Exception {
    long before = events.head();
    for (int i = 0; i < 20; i++) {
      events.somethingHappens();
    }
    try (Client client = new Client("?lastEventId=" + before)) {
      client.block();
      for (int i = 1; i <= 60; i++) {
        client.event(before + i);
      }
    }
  }

  @Test
  void whoLeavesIsNotLookedAfter() throws Exception {
    Awaitility.await().until(() -> streams.size() == 0);
    try (Client client = new Client("")) {
      client.block();
      assertThat(streams.size()).isEqualTo(1);
    }

    Awaitility.await().until(() -> streams.size() == 0);
  }

  @Test
  void aWrongPlaceIsRefusedBeforeAnythingIsSent() {
    for (String wrong : List.of("x", "-1", "1.5", "9".repeat(30))) {
      signed()
          .header("Last-Event-ID", wrong)
          .get("/v1/events")
          .then()
          .statusCode(400)
          .body("message", containsString("Last-Event-ID"));
      signed()
          .get("/v1/events?lastEventId=" + wrong)
          .then()
          .statusCode(400)
          .body("message", containsString("lastEventId"));
    }
    signed()
        .get("/v1/events?lastEventId=999999999")
        .then()
        .statusCode(400)
        .body("message", notNullValue());
    events.somethingHappens();
    events.forgetAll();
    signed()
        .get("/v1/events?lastEventId=0")
        .then()
        .statusCode(410)
        .body("message", containsString("not kept"));
  }

  @Test
  void strangersAreRefused() {
    RestAssured.given().get("/v1/events").then().statusCode(401).body("message", notNullValue());
    RestAssured.given()
        .header("Authorization", TestWiring.DISABLED)
        .get("/v1/events")
        .then()
        .statusCode(403)
        .body("message", notNullValue());
  }

  /** Reads blocks of lines. */
  private static final class Client implements AutoCloseable {
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BufferedReader lines;

    Client(String query, String... headers) throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + RestAssured.port + "/v1/events" + query))
              .header("Authorization", TestWiring.TOKEN)
              .header("Accept", "text/event-stream");
      if (headers.length > 0) {
        request.headers(headers);
      }
      HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    List<String> block() throws IOException {
      List<String> block = new ArrayList<>();
      for (String line = lines.readLine();
          line != null && !(line.isEmpty() && !block.isEmpty());
          line = lines.readLine()) {
        if (!line.isEmpty()) {
          block.add(line.replaceFirst(": ", ":"));
        }
      }
      return block;
    }

    JsonNode event(long id) throws IOException {
      List<String> block = block();
      assertThat(block).contains("id:" + id);
      Optional<String> data = block.stream().filter(line -> line.startsWith("data:")).findFirst();
      return new ObjectMapper().readTree(data.orElseThrow().substring("data:".length()));
    }

    @Override
    public void close() {
      http.shutdownNow();
    }
  }
}
