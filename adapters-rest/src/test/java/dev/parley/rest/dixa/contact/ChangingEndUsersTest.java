package dev.parley.rest.dixa.contact;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangingEndUsersTest {
  private final String name = unique("ada");
  private final String email = name + "@example.org";

  @Test
  void puttingClearsWhatIsAbsent() {
    String id = ada();
    signed()
        .body("{\"displayName\": \"Countess\", \"phoneNumber\": \"+45 51 00 00 00\"}")
        .put("/v1/endusers/" + id)
        .then()
        .statusCode(200)
        .body("data.id", equalTo(id))
        .body("data.displayName", equalTo("Countess"))
        .body("data.phoneNumber", equalTo("+4551000000"))
        .body("data", not(hasKey("email")))
        .body("data", not(hasKey("externalId")))
        .body("data.additionalEmails", empty());
    signed().get("/v1/endusers/" + id).then().body("data.displayName", equalTo("Countess"));
  }

  @Test
  void puttingNeedsAName() {
    String path = "/v1/endusers/" + ada();
    for (String body : List.of("{}", "{\"displayName\": null}", "{\"displayName\": \" \"}")) {
      refused(signed().body(body).put(path).then(), 400);
    }
    signed().get(path).then().body("data.email", equalTo(email));
  }

  @Test
  void patchingKeepsWhatIsAbsentAndClearsWhatIsNull() {
    String path = "/v1/endusers/" + ada();
    signed()
        .body("{\"displayName\": null, \"firstName\": \"Augusta\", \"nickname\": \"A\"}")
        .patch(path)
        .then()
        .statusCode(200)
        .body("data", not(hasKey("displayName")))
        .body("data.firstName", equalTo("Augusta"))
        .body("data.email", equalTo(email))
        .body("data.externalId", equalTo(name))
        .body("data.customAttributes", empty());
  }

  @Test
  void whatIsWrongIsRefused() {
    String path = "/v1/endusers/" + ada();
    signed().body(Map.of("email", "x" + email)).post("/v1/endusers").then().statusCode(201);
    for (String body :
        List.of(
            "{}",
            "{\"email\": \"nobody\"}",
            "{\"email\": 7}",
            "{\"email\": \"x%s\"}".formatted(email),
            "{\"phoneNumber\": \"4551000000\"}",
            "{\"additionalEmails\": [null]}",
            "{\"middleNames\": \"K\"}")) {
      refused(signed().body(body).patch(path).then(), 400);
    }
    signed().get(path).then().body("data.email", equalTo(email));
    refused(signed().body("{\"displayName\": \"X\"}").patch("/v1/endusers/17").then(), 400);
    refused(
        signed().body("{\"displayName\": \"X\"}").patch("/v1/endusers/" + nobody()).then(), 404);
    refused(signed().body("{\"displayName\": \"X\"}").put("/v1/endusers/" + nobody()).then(), 404);
  }

  @Test
  void ofManyNewOnesEachStandsForItself() {
    signed()
        .body(
            """
            {"data": [{"displayName": "Ada", "email": "%1$s"}, {"email": "nobody"},
                      {"email": "%1$s"}, {}]}"""
                .formatted(email))
        .post("/v1/endusers/bulk")
        .then()
        .statusCode(201)
        .body(
            "data._type",
            contains(
                "BulkActionSuccess", "BulkActionFailure", "BulkActionFailure", "BulkActionSuccess"))
        .body("data[0].data.email", equalTo(email))
        .body("data[1].error._type", equalTo("Validation"))
        .body("data[1].error", not(hasKey("id")))
        .body("data[1].error", hasKey("message"))
        .body("data[2].error._type", equalTo("Integrity"))
        .body("data[3].data", hasKey("id"));
  }

  @Test
  void ofManyChangesEachStandsForItself() {
    String id = ada();
    String unknown = nobody();
    signed()
        .body(
            """
            {"data": [{"id": "%1$s", "displayName": "X"}, {"id": "%2$s"},
                      {"id": "%2$s", "lastName": "King"}]}"""
                .formatted(unknown, id))
        .patch("/v1/endusers")
        .then()
        .statusCode(200)
        .body("data[0].error.id", equalTo(unknown))
        .body("data[0].error._type", equalTo("NotFound"))
        .body("data[1].error._type", equalTo("EmptyPatchSet"))
        .body("data[2]._type", equalTo("BulkActionSuccess"))
        .body("data[2].data.lastName", equalTo("King"))
        .body("data[2].data.email", equalTo(email));
    signed()
        .body("{\"data\": [{\"id\": \"%s\", \"displayName\": \"X\"}]}".formatted(id))
        .put("/v1/endusers")
        .then()
        .statusCode(200)
        .body("data[0].data", not(hasKey("email")));
  }

  @Test
  void whatHasNotTheShapeIsRefusedAsAWhole() {
    String id = ada();
    for (String body :
        List.of(
            "{}",
            "[]",
            "{\"data\": {}}",
            "{\"data\": [null]}",
            "{\"data\": [{\"displayName\": \"X\"}]}",
            "{\"data\": [{\"id\": \"17\", \"displayName\": \"X\"}]}",
            "{\"data\": [{\"id\": \"%s\"}]}".formatted(id))) {
      refused(signed().body(body).put("/v1/endusers").then(), 400);
    }
    refused(signed().body("{\"data\": [{\"email\": 7}]}").post("/v1/endusers/bulk").then(), 400);
    refused(
        signed()
            .body(Map.of("data", Collections.nCopies(101, Map.of())))
            .post("/v1/endusers/bulk")
            .then(),
        400);
    signed()
        .body("{\"data\": []}")
        .patch("/v1/endusers")
        .then()
        .statusCode(200)
        .body("data", empty());
  }

  @Test
  void aPhoneIsFoundHoweverItIsSpelled() {
    String digits = "45" + Math.floorMod(name.hashCode(), 1_000_000_000);
    String id =
        signed()
            .body(Map.of("phoneNumber", "+" + digits))
            .post("/v1/endusers")
            .then()
            .statusCode(201)
            .extract()
            .path("data.id");
    for (String spelled : List.of("+" + digits, digits, " " + digits)) {
      signed()
          .queryParam("phone", spelled)
          .get("/v1/endusers")
          .then()
          .statusCode(200)
          .body("data.id", contains(id))
          .body("data", hasSize(1));
    }
    refused(signed().get("/v1/endusers?phone=x").then(), 400);
  }

  private String ada() {
    return signed()
        .body(
            Map.of(
                "displayName",
                "Ada",
                "firstName",
                "Ada",
                "email",
                email,
                "externalId",
                name,
                "additionalEmails",
                List.of("2" + email)))
        .post("/v1/endusers")
        .then()
        .statusCode(201)
        .extract()
        .path("data.id");
  }

  private static void refused(ValidatableResponse answer, int status) {
    answer.statusCode(status).body("size()", equalTo(1)).body("$", hasKey("message"));
  }
}
