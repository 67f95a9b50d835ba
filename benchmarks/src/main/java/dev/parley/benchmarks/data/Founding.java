package dev.parley.benchmarks.data;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes organizations with agents and a mail address, the way an operator does. */
final class Founding {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI service;
  private final String operatorToken;
  private final int mailServer;

  /**
   * @param mailServer the port, on this machine, of the server their mails leave by
   */
  Founding(URI service, String operatorToken, int mailServer) {
    this.service = service;
    this.operatorToken = operatorToken;
    this.mailServer = mailServer;
  }

  /**
   * @param index tells its names from those of others
   * @throws IllegalStateException when the service refuses something
   */
  Tenant found(int index, int agents) {
    String admin = "admin@company" + index + ".example";
    JsonObject organization =
        post(
            "/operator/organizations",
            "Bearer " + operatorToken,
            new JsonObject().put("name", "Company " + index).put("adminEmail", admin));
    String token = organization.getString("token");
    JsonObject endpoint =
        post(
            "/v1/contact-endpoints",
            token,
            new JsonObject()
                .put("_type", "EmailEndpoint")
                .put("name", "Support")
                .put("address", "help@company" + index + ".example")
                .put("smtp", smtp()));
    return new Tenant(
        organization.getLong("number"),
        token,
        UUID.fromString(organization.getString("adminId")),
        UUID.fromString(endpoint.getString("endpointId")),
        endpoint.getString("address"),
        endpoint.getString("secret"),
        defaultQueue(token),
        IntStream.rangeClosed(1, agents).mapToObj(i -> agent(token, index, i)).toList(),
        0,
        0);
  }

  private JsonObject smtp() {
    return new JsonObject()
        .put("host", "127.0.0.1")
        .put("port", mailServer)
        .put("security", "None")
        .put("username", "company")
        .put("password", "secret");
  }

  private UUID agent(String token, int organization, int index) {
    JsonObject agent =
        new JsonObject()
            .put("displayName", "Agent " + index)
            .put("email", "agent" + index + "@company" + organization + ".example");
    return UUID.fromString(post("/v1/agents", token, agent).getString("id"));
  }

  private UUID defaultQueue(String token) {
    JsonArray queues = send(request("/v1/queues", token).GET()).getJsonArray("data");
    return queues.stream()
        .map(JsonObject.class::cast)
        .filter(queue -> queue.getBoolean("isDefault", false))
        .map(queue -> UUID.fromString(queue.getString("id")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No queue is the default one"));
  }

  private JsonObject post(String path, String authorization, JsonObject body) {
    return send(request(path, authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.encode())))
        .getJsonObject("data");
  }

  private HttpRequest.Builder request(String path, String authorization) {
    return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", authorization);
  }

  private JsonObject send(HttpRequest.Builder request) {
    HttpRequest made = request.build();
    try {
      HttpResponse<String> response = http.send(made, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            made.uri() + " answered " + response.statusCode() + ": " + response.body());
      }
      return new JsonObject(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(made.uri() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
