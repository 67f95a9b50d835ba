package dev.parley.rest.dixa.agent;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clock stands still at half a second past noon. */
@QuarkusTest
class PresenceTest {
  private static final String NOW = "2026-03-01T12:00:00.500";

  @Test
  void anAgentWhoNeverCameIsOfflineAndWorksOnEverything() {
    signed()
        .get("/v1/agents/" + agent("Working") + "/presence")
        .then()
        .statusCode(200)
        .body("data.requestTime", equalTo(NOW))
        .body("data.lastSeen", nullValue())
        .body("data.presenceStatus", equalTo("Working"))
        .body("data.connectionStatus", equalTo("Offline"))
        .body("data.activeChannels", contains("Email", "InteractiveChat", "Messaging", "Speak"));
  }

  @Test
  void whoIsAwayIsActiveOnNothing() {
    signed()
        .get("/v1/agents/" + agent("Away") + "/presence")
        .then()
        .statusCode(200)
        .body("data.presenceStatus", equalTo("Away"))
        .body("data.activeChannels", empty());
  }

  @Test
  void theListOfAllIsABareArray() {
    String bo = agent("Working");

    signed()
        .get("/v1/agents/presence")
        .then()
        .statusCode(200)
        .body("userId", hasItem(bo))
        .body("find { it.userId == '" + bo + "' }.connectionStatus", equalTo("Offline"));
  }

  @Test
  void workingOnAChannelIsSwitchedOffAndOn() {
    String bo = agent("Working");

    work(bo, "{\"channel\": \"InteractiveChat\", \"working\": false}", 204);
    work(bo, "{\"channel\": \"Speak\", \"working\": false, \"other\": 1}", 204);
    signed()
        .get("/v1/agents/" + bo + "/presence")
        .then()
        .body("data.activeChannels", contains("Email", "Messaging"));
    work(bo, "{\"channel\": \"Speak\", \"working\": true}", 204);
    signed()
        .get("/v1/agents/" + bo + "/presence")
        .then()
        .body("data.activeChannels", contains("Email", "Messaging", "Speak"));
  }

  @Test
  void aTeamIsReadPageByPage() {
    String team =
        signed().body(Map.of("name", "Shift")).post("/v1/teams").then().extract().path("data.id");
    List<String> members = List.of(agent("Working"), agent("Away"), agent("Working"));
    signed().body(Map.of("agentIds", members)).patch("/v1/teams/" + team + "/agents");
    agent("Working");

    List<String> read = new ArrayList<>();
    String next = "/v1/teams/" + team + "/presence?pageLimit=2";
    while (next != null) {
      JsonPath page = signed().get(next).then().statusCode(200).extract().jsonPath();
      read.addAll(page.getList("data.userId", String.class));
      next = page.getString("meta.next");
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(members);
    signed()
        .get("/v1/teams/" + team + "/presence")
        .then()
        .body("data", hasSize(3))
        .body("meta", nullValue());
  }

  @Test
  void wrongRequestsAreRefused() {
    String bo = agent("Working");
    for (String body :
        List.of(
            "{}",
            "{\"channel\": \"Email\"}",
            "{\"working\": true}",
            "{\"channel\": \"Pigeon\", \"working\": true}",
            "{\"channel\": \"Email\", \"working\": \"true\"}",
            "{\"channel\": 1, \"working\": true}",
            "[]")) {
      work(bo, body, 400);
    }
    String fine = "{\"channel\": \"Email\", \"working\": true}";
    work("17", fine, 400);
    work(nobody(), fine, 404);
    // The test token's agent is not kept.
    signed().body(fine).put("/v1/agents/presence/working-channel").then().statusCode(404);
    signed().body("{}").put("/v1/agents/presence/working-channel").then().statusCode(400);
    signed().get("/v1/agents/17/presence").then().statusCode(400);
    signed().get("/v1/agents/" + nobody() + "/presence").then().statusCode(404);
    signed().get("/v1/teams/" + nobody() + "/presence").then().statusCode(404);
    signed().get("/v1/teams/" + nobody() + "/presence?pageLimit=0").then().statusCode(400);
    signed().get("/v1/teams/" + nobody() + "/presence?pageKey=x").then().statusCode(400);
  }

  private static void work(String agent, String body, int status) {
    signed()
        .body(body)
        .put("/v1/agents/" + agent + "/presence/working-channel")
        .then()
        .statusCode(status);
  }

  private static String agent(String availability) {
    return signed()
        .body(
            Map.of(
                "displayName",
                "Bo",
                "email",
                unique("bo") + "@example.org",
                "availability",
                availability))
        .post("/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("data.id");
  }
}
