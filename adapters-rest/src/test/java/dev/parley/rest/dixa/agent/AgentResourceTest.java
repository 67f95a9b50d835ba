package dev.parley.rest.dixa.agent;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.parley.application.agent.ApiToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentResourceTest {
  @Test
  void anAgentIsMadeAndFound() {
    String email = unique("bo") + "@example.org";
    String id =
        signed()
            .body(
                Map.of(
                    "displayName", "Bo",
                    "email", email,
                    "phoneNumber", "+451",
                    "roles", List.of("SystemAdmin", "Agent"),
                    "availability", "Away"))
            .post("/v1/agents")
            .then()
            .statusCode(201)
            .body("data.displayName", equalTo("Bo"))
            .body("data.roles", contains("Agent", "Admin"))
            .body("data.availability", equalTo("Away"))
            .body("data.number", greaterThan(0))
            .extract()
            .path("data.id");

    signed().get("/v1/agents/" + id).then().statusCode(200).body("data.email", equalTo(email));
    signed().get("/v1/agents?email=" + email).then().body("data.id", contains(id));
  }

  @Test
  void anApiKeyIsShownOnceInAllItsSpellingsAndRevoked() {
    String id = agent();
    JsonPath made =
        signed().post("/v1/agents/" + id + "/api-keys").then().statusCode(201).extract().jsonPath();
    String key = made.getString("data.apiKey");

    assertThat(made.getString("data.token")).isEqualTo(key + "_" + made.get("data.apiSecret"));
    assertThat(ApiToken.parse(made.getString("data.token"))).isPresent();
    signed()
        .delete("/v1/agents/" + id + "/api-keys/" + key)
        .then()
        .statusCode(204)
        .body(emptyString());
    signed().delete("/v1/agents/" + id + "/api-keys/" + key).then().statusCode(404);
  }

  @Test
  void wrongRequestsAreRefused() {
    String email = unique("eva") + "@example.org";
    Map<String, Object> eva = Map.of("displayName", "Eva", "email", email);
    signed().body(eva).post("/v1/agents").then().statusCode(201);

    signed().body(eva).post("/v1/agents").then().statusCode(400);
    signed().body(Map.of("displayName", "Eva")).post("/v1/agents").then().statusCode(400);
    signed()
        .body(Map.of("displayName", "X", "email", "x@example.org", "roles", List.of("Boss")))
        .post("/v1/agents")
        .then()
        .statusCode(400);
    signed().get("/v1/agents?email=a@b.example&phone=1").then().statusCode(400);
    signed().get("/v1/agents/17").then().statusCode(400);
    signed().get("/v1/agents/" + nobody()).then().statusCode(404);
    signed().post("/v1/agents/" + nobody() + "/api-keys").then().statusCode(404);
  }

  private static String agent() {
    return signed()
        .body(Map.of("displayName", "Bo", "email", unique("bo") + "@example.org"))
        .post("/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("data.id");
  }
}
