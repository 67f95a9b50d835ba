package dev.parley.rest.dixa.agent;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangingAgentsTest {
  private final String name = unique("bo");
  private final String email = name + "@example.org";

  @Test
  void puttingClearsWhatIsAbsentButNotWhatAnAgentCannotBeWithout() {
    String id = bo();
    signed()
        .body("{\"displayName\": \"Bodil\", \"lastName\": \"Dahl\"}")
        .put("/v1/agents/" + id)
        .then()
        .statusCode(200)
        .body("data.id", equalTo(id))
        .body("data.displayName", equalTo("Bodil"))
        .body("data.lastName", equalTo("Dahl"))
        .body("data.email", equalTo(email))
        .body("data.roles", contains("TeamLead"))
        .body("data.availability", equalTo("Away"))
        .body("data", not(hasKey("phoneNumber")))
        .body("data", not(hasKey("avatarUrl")))
        .body("data.additionalEmails", empty());
    refused(signed().body("{\"lastName\": \"D\"}").put("/v1/agents/" + id).then(), 400);
  }

  @Test
  void patchingKeepsWhatIsAbsentAndClearsWhatIsNull() {
    String id = bo();
    signed()
        .body("{\"phoneNumber\": null, \"roles\": [\"Agent\"], \"availability\": \"Working\"}")
        .patch("/v1/agents/" + id)
        .then()
        .statusCode(200)
        .body("data", not(hasKey("phoneNumber")))
        .body("data.roles", contains("Agent"))
        .body("data.availability", equalTo("Working"))
        .body("data.avatarUrl", equalTo("https://example.org/bo.png"))
        .body("data.additionalEmails", contains("2" + email));
    signed()
        .queryParam("email", "2" + email)
        .get("/v1/agents")
        .then()
        .body("data.id", contains(id));
  }

  @Test
  void whatIsWrongIsRefused() {
    String path = "/v1/agents/" + bo();
    for (String body :
        List.of(
            "{}",
            "{\"displayName\": null}",
            "{\"email\": null}",
            "{\"email\": \"nobody\"}",
            "{\"phoneNumber\": \"1\"}",
            "{\"roles\": [\"Boss\"]}",
            "{\"roles\": [null]}",
            "{\"availability\": \"Asleep\"}")) {
      refused(signed().body(body).patch(path).then(), 400);
    }
    signed().get(path).then().body("data.email", equalTo(email));
    refused(signed().body("{\"lastName\": \"X\"}").patch("/v1/agents/17").then(), 400);
    refused(signed().body("{\"lastName\": \"X\"}").patch("/v1/agents/" + nobody()).then(), 404);
    refused(signed().get("/v1/agents?phone=x").then(), 400);
  }

  @Test
  void ofManyEachStandsForItself() {
    String id = bo();
    String unknown = nobody();
    signed()
        .body(
            """
            {"data": [{"displayName": "New", "email": "new%1$s"},
                      {"displayName": "New", "email": "%1$s"},
                      {"displayName": "New", "email": "nobody"}]}"""
                .formatted(email))
        .post("/v1/agents/bulk")
        .then()
        .statusCode(201)
        .body("data[0].data.email", equalTo("new" + email))
        .body("data[1].error._type", equalTo("Integrity"))
        .body("data[2].error._type", equalTo("Validation"));
    signed()
        .body(
            """
            [{"id": "%s", "lastName": "X"}, {"id": "%s", "lastName": "Dahl"}]"""
                .formatted(unknown, id))
        .patch("/v1/agents")
        .then()
        .statusCode(200)
        .body("data._type", contains("BulkActionFailure", "BulkActionSuccess"))
        .body("data[0].error.id", equalTo(unknown))
        .body("data[0].error._type", equalTo("NotFound"))
        .body("data[1].data.lastName", equalTo("Dahl"));
    signed()
        .body("[{\"id\": \"%s\", \"displayName\": \"Bodil\"}]".formatted(id))
        .put("/v1/agents")
        .then()
        .statusCode(200)
        .body("data[0].data.displayName", equalTo("Bodil"))
        .body("data[0].data", not(hasKey("lastName")));
  }

  @Test
  void whatHasNotTheShapeIsRefusedAsAWhole() {
    for (String body :
        List.of("{}", "{\"data\": []}", "[null]", "[7]", "[{\"displayName\": \"X\"}]", "")) {
      refused(signed().body(body).put("/v1/agents").then(), 400);
      refused(signed().body(body).patch("/v1/agents").then(), 400);
    }
    refused(signed().body("[{\"id\": \"" + bo() + "\"}]").put("/v1/agents").then(), 400);
    refused(
        signed().body("{\"data\": [{\"email\": \"x@y.example\"}]}").post("/v1/agents/bulk").then(),
        400);
    Map<String, String> one = Map.of("id", nobody(), "displayName", "X");
    refused(signed().body(Collections.nCopies(101, one)).put("/v1/agents").then(), 400);
    signed().body("[]").patch("/v1/agents").then().statusCode(200).body("data", empty());
  }

  @Test
  void aDowngradedAgentIsAnEndUser() {
    String id = bo();
    signed().delete("/v1/agents/" + id).then().statusCode(204).body(emptyString());

    refused(signed().get("/v1/agents/" + id).then(), 404);
    refused(signed().delete("/v1/agents/" + id).then(), 404);
    signed()
        .get("/v1/endusers/" + id)
        .then()
        .statusCode(200)
        .body("data.displayName", equalTo("Bo"))
        .body("data.email", equalTo(email))
        .body("data.additionalEmails", contains("2" + email));
  }

  @Test
  void notEverybodyCanBeDowngraded() {
    refused(signed().delete("/v1/agents/" + TestWiring.ACTOR.agent().value()).then(), 409);
    refused(signed().delete("/v1/agents/17").then(), 400);
    refused(signed().delete("/v1/agents/" + nobody()).then(), 404);
  }

  private String bo() {
    return signed()
        .body(
            Map.of(
                "displayName", "Bo",
                "email", email,
                "phoneNumber", "+4552000000",
                "additionalEmails", List.of("2" + email),
                "avatarUrl", "https://example.org/bo.png",
                "roles", List.of("TeamLead"),
                "availability", "Away"))
        .post("/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("data.id");
  }

  private static void refused(ValidatableResponse answer, int status) {
    answer.statusCode(status).body("size()", equalTo(1)).body("$", hasKey("message"));
  }
}
