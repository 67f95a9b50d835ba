package dev.parley.bootstrap.blackbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the Dixa dialect with one agent's token. Safe for many threads. */
final class Dixa implements AutoCloseable {
  static final String OPERATOR = "operator-of-the-tests";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final ParleyProcess parley;
  private final String token;

  private Dixa(HttpClient client, ParleyProcess parley, String token) {
    this.client = client;
    this.parley = parley;
    this.token = token;
  }

  Dixa(ParleyProcess parley, String token) {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), parley, token);
  }

  /** The admin of a new organization; the process needs {@link #OPERATOR} as operator token. */
  static Dixa organization(ParleyProcess parley, String name) {
    try (Dixa operator = new Dixa(parley, "Bearer " + OPERATOR)) {
      Answer made =
          operator
              .send(
                  "POST",
                  "/operator/organizations",
                  Map.of("name", name, "adminEmail", "admin@" + name + ".example"))
              .expect(201);
      return new Dixa(parley, made.text("/token"));
    }
  }

  /** The same service, as somebody else; to be closed with this one. */
  Dixa as(String otherToken) {
    return new Dixa(client, parley, otherToken);
  }

  String token() {
    return token;
  }

  /** A new agent of this organization, with a token of its own. */
  Agent agent(String name) {
    String id =
        post("/v1/agents", Map.of("displayName", name, "email", name + "@agents.example"))
            .expect(201)
            .text("/id");
    return new Agent(
        id, post("/v1/agents/" + id + "/api-keys", Map.of()).expect(201).text("/token"));
  }

  record Agent(String id, String token) {}

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Posts with an idempotency key; returns the body of the answer. */
  String once(String key, String path, Object body) {
    return send("POST", path, body, "Idempotency-Key", key).expect(200).body();
  }

  /**
   * @param body anything Jackson writes as JSON; a string and bytes are sent as they are; absent:
   *     none
   * @param headers names and values in turn
   */
  Answer send(String method, String path, @Nullable Object body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path))
            .timeout(PATIENCE)
            .header("Authorization", token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(written(body)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(method + " " + path, response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** An address of the service. */
  URI url(String path) {
    return parley.url(path);
  }

  private static byte[] written(Object body) {
    try {
      return switch (body) {
        case byte[] bytes -> bytes;
        case String text -> text.getBytes(StandardCharsets.UTF_8);
        default -> JSON.writeValueAsBytes(body);
      };
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came back for {@code call}. */
  record Answer(String call, int status, String body) {
    Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError(call + ": " + status + " instead of " + wanted + ": " + body);
      }
      return this;
    }

    /** Whether it is an error in the shape of the dialect. */
    boolean isError() {
      return status >= 400
          && json().size() == 1
          && json().path("message").isTextual()
          && !json().path("message").asText().isBlank();
    }

    JsonNode json() {
      try {
        return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError(call + ": not JSON: " + body, e);
      }
    }

    /** What {@code data} holds. */
    JsonNode data() {
      return json().path("data");
    }

    /** A text or number below {@code data}, by JSON pointer; empty when absent. */
    String text(String pointer) {
      return data().at(pointer).asText();
    }
  }
}
