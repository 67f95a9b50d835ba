package dev.parley.rest.dixa.queue;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueueResourceTest {
  @Test
  void aQueueInAnEnvelopeKeepsWhatMeansNothingHere() {
    String name = unique("Support");
    String id =
        signed()
            .body(
                Map.of(
                    "request",
                    Map.of(
                        "name",
                        name,
                        "isDefault",
                        false,
                        "callFunctionality",
                        true,
                        "isDoNotOfferEnabled",
                        true,
                        "offeringAlgorithm",
                        "LongestIdle",
                        "queueThresholds",
                        Map.of("SlaTimeLimit", 30),
                        "assignmentPolicy",
                        "RoundRobin",
                        "agentCap",
                        5,
                        "offerTimeout",
                        45)))
            .post("/v1/queues")
            .then()
            .statusCode(201)
            .body("data.name", equalTo(name))
            .body("data.number", greaterThan(0))
            .extract()
            .path("data.id");

    String organization = signed().get("/v1/organization").then().extract().path("data.id");
    signed()
        .get("/v1/queues/" + id)
        .then()
        .statusCode(200)
        .body("data.isDefault", equalTo(false))
        .body("data.organizationId", equalTo(organization))
        .body("data.isDoNotOfferEnabled", equalTo(true))
        .body("data.offeringAlgorithm", equalTo("LongestIdle"))
        .body("data.queueThresholds.SlaTimeLimit", equalTo(30))
        .body("data.slaCalculationMethod", equalTo("AbandonedIgnored"))
        .body("data.assignmentPolicy", equalTo("RoundRobin"))
        .body("data.agentCap", equalTo(5))
        .body("data.offerTimeout", equalTo(45));
    signed().get("/v1/queues").then().statusCode(200).body("data.id", hasItem(id));
  }

  @Test
  void aBareQueueHasDefaults() {
    signed()
        .body(Map.of("name", unique("Bare")))
        .post("/v1/queues")
        .then()
        .statusCode(201)
        .body("data.isDefault", equalTo(false))
        .body("data.assignmentPolicy", equalTo("Manual"))
        .body("data.agentCap", equalTo(0))
        .body("data.queueThresholds", anEmptyMap())
        .body("data.doNotOfferTimeouts", anEmptyMap());
  }

  @Test
  void membersComeInOrderOfTheRequestAndLeave() {
    String queue = queue();
    String bo = agent();
    String stranger = nobody();

    signed()
        .body(Map.of("agentIds", List.of(stranger, bo)))
        .patch("/v1/queues/" + queue + "/members")
        .then()
        .statusCode(200)
        .body("data._type", contains("BulkActionFailure", "BulkActionSuccess"))
        .body("data[0].error._type", equalTo("NotFound"))
        .body("data[0].error.id", equalTo(stranger))
        .body("data[1].data", equalTo(bo));
    signed()
        .get("/v1/queues/" + queue + "/members")
        .then()
        .statusCode(200)
        .body("data.agentId", contains(bo));
    signed()
        .body(Map.of("agentIds", List.of(bo, stranger)))
        .delete("/v1/queues/" + queue + "/members")
        .then()
        .statusCode(204)
        .body(emptyString());
    signed().get("/v1/queues/" + queue + "/members").then().body("data", empty());
  }

  @Test
  void wrongRequestsAreRefused() {
    String queue = queue();
    signed().body("{}").post("/v1/queues").then().statusCode(400);
    signed().body("{\"request\": {}}").post("/v1/queues").then().statusCode(400);
    signed().body("[]").post("/v1/queues").then().statusCode(400);
    for (String field :
        List.of(
            "\"assignmentPolicy\": \"Luck\"",
            "\"agentCap\": -1",
            "\"agentCap\": \"5\"",
            "\"offerTimeout\": 0",
            "\"offeringAlgorithm\": \"Luck\"",
            "\"isDefault\": 1")) {
      signed()
          .body("{\"name\": \"" + unique("bad") + "\", " + field + "}")
          .post("/v1/queues")
          .then()
          .statusCode(400);
    }
    signed().get("/v1/queues/" + nobody()).then().statusCode(404);
    signed().get("/v1/queues/17").then().statusCode(400);
    signed().get("/v1/queues/" + nobody() + "/members").then().statusCode(404);
    members("{}", queue, 400);
    members("{\"agentIds\": [\"17\"]}", queue, 400);
    members("{\"agentIds\": [null]}", queue, 400);
    members("{\"agentIds\": " + Collections.nCopies(11, "\"" + nobody() + "\"") + "}", queue, 400);
    members("{\"agentIds\": [\"" + nobody() + "\"]}", nobody(), 404);
  }

  private static void members(String body, String queue, int status) {
    signed().body(body).patch("/v1/queues/" + queue + "/members").then().statusCode(status);
  }

  private static String queue() {
    return signed()
        .body(Map.of("name", unique("Queue")))
        .post("/v1/queues")
        .then()
        .statusCode(201)
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
