package dev.parley.rest.dixa.team;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamResourceTest {
  @Test
  void aTeamIsMadeShownListedAndDeleted() {
    String id = team("Night shift");

    signed()
        .get("/v1/teams/" + id)
        .then()
        .statusCode(200)
        .body("data.id", equalTo(id))
        .body("data.name", equalTo("Night shift"));
    signed().get("/v1/teams").then().statusCode(200).body("data.id", hasItem(id));
    signed().delete("/v1/teams/" + id).then().statusCode(204).body(emptyString());
    signed().get("/v1/teams/" + id).then().statusCode(404).body("message", notNullValue());
    signed().get("/v1/teams").then().body("data.id", not(hasItem(id)));
    signed().delete("/v1/teams/" + id).then().statusCode(404);
  }

  @Test
  void twoTeamsMayHaveTheSameName() {
    team("Twins");
    team("Twins");
  }

  @Test
  void agentsComeAndGoWithoutAnAnswerToRead() {
    String team = team("Day shift");
    String bo = agent();
    String eva = agent();

    agents(team, List.of(eva, bo, bo), 200);
    agents(team, List.of(bo), 200);
    signed()
        .get("/v1/teams/" + team + "/agents")
        .then()
        .statusCode(200)
        .body("data.id", contains(bo, eva))
        .body("data[0].displayName", equalTo("Bo"));
    signed()
        .get("/v1/agents/" + bo + "/teams")
        .then()
        .statusCode(200)
        .body("data.id", contains(team))
        .body("data.name", contains("Day shift"));
    signed()
        .body(Map.of("agentIds", List.of(bo, nobody())))
        .delete("/v1/teams/" + team + "/agents")
        .then()
        .statusCode(204)
        .body(emptyString());
    signed().get("/v1/teams/" + team + "/agents").then().body("data.id", contains(eva));
    signed().get("/v1/agents/" + bo + "/teams").then().statusCode(200).body("data", empty());
  }

  @Test
  void anUnknownAgentIsNotFoundAndNobodyIsAdded() {
    String team = team("Nobody");

    agents(team, List.of(agent(), nobody()), 404);

    signed().get("/v1/teams/" + team + "/agents").then().body("data", empty());
  }

  @Test
  void wrongRequestsAreRefused() {
    String team = team("Refusing");
    signed().body("{}").post("/v1/teams").then().statusCode(400);
    signed().body("{\"name\": \" \"}").post("/v1/teams").then().statusCode(400);
    signed().body("{\"name\": 7}").post("/v1/teams").then().statusCode(400);
    signed().body(Map.of("name", "x".repeat(201))).post("/v1/teams").then().statusCode(400);
    for (String path : List.of("", "/agents", "/presence")) {
      signed()
          .get("/v1/teams/17" + path)
          .then()
          .statusCode(400)
          .body("message", equalTo("Invalid value for: path parameter teamId"));
      signed().get("/v1/teams/" + nobody() + path).then().statusCode(404);
    }
    signed().body("{}").patch("/v1/teams/" + team + "/agents").then().statusCode(400);
    signed()
        .body("{\"agentIds\": [null]}")
        .patch("/v1/teams/" + team + "/agents")
        .then()
        .statusCode(400);
    signed()
        .body("{\"agentIds\": [\"17\"]}")
        .delete("/v1/teams/" + team + "/agents")
        .then()
        .statusCode(400);
    agents(nobody(), List.of(), 404);
    signed().get("/v1/agents/17/teams").then().statusCode(400);
    signed().get("/v1/agents/" + nobody() + "/teams").then().statusCode(404);
  }

  private static void agents(String team, List<String> ids, int status) {
    String body =
        signed()
            .body(Map.of("agentIds", ids))
            .patch("/v1/teams/" + team + "/agents")
            .then()
            .statusCode(status)
            .extract()
            .asString();
    org.assertj.core.api.Assertions.assertThat(body.isEmpty()).isEqualTo(status == 200);
  }

  private static String team(String name) {
    return signed()
        .body(Map.of("name", name))
        .post("/v1/teams")
        .then()
        .statusCode(201)
        .body("data.name", equalTo(name))
        .extract()
        .path("data.id");
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
