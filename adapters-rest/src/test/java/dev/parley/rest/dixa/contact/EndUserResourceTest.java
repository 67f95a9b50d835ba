package dev.parley.rest.dixa.contact;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndUserResourceTest {
  @Test
  void anEndUserIsMadeWithAllFieldsAndShown() {
    String external = unique("crm");
    String id =
        signed()
            .body(
                Map.of(
                    "displayName",
                    "Ada L.",
                    "firstName",
                    "Ada",
                    "middleNames",
                    List.of("K"),
                    "lastName",
                    "L",
                    "email",
                    external + "@Example.org",
                    "additionalEmails",
                    List.of("2" + external + "@example.org"),
                    "phoneNumber",
                    "+4512345678",
                    "additionalPhoneNumbers",
                    List.of("+4587654321"),
                    "avatarUrl",
                    "https://example.org/a.png",
                    "externalId",
                    external))
            .post("/v1/endusers")
            .then()
            .statusCode(201)
            .body("data.displayName", equalTo("Ada L."))
            .body("data.email", equalTo(external + "@example.org"))
            .body("data.additionalEmails", hasSize(1))
            .body("data.additionalPhoneNumbers", contains("+4587654321"))
            .body("data.middleNames", contains("K"))
            .body("data.number", greaterThan(0))
            .body("data.createdAt", matchesPattern("2026-03-01T12:00:00\\.\\d+Z"))
            .extract()
            .path("data.id");

    signed()
        .get("/v1/endusers/" + id)
        .then()
        .statusCode(200)
        .body("data.externalId", equalTo(external));
    signed()
        .get("/v1/endusers?externalId=" + external)
        .then()
        .body("data.id", contains(id))
        .body("meta", nullValue());
  }

  @Test
  void anEndUserNeedsNothing() {
    signed()
        .body("{}")
        .post("/v1/endusers")
        .then()
        .statusCode(201)
        .body("data.email", nullValue())
        .body("data.additionalEmails", empty());
  }

  @Test
  void pagesLeadToTheNextUntilThereIsNone() {
    for (int i = 0; i < 3; i++) {
      signed().body("{}").post("/v1/endusers").then().statusCode(201);
    }
    List<String> ids = new ArrayList<>();
    String next = "/v1/endusers?pageLimit=2";
    while (next != null) {
      JsonPath page = signed().get(next).then().statusCode(200).extract().jsonPath();
      assertThat(page.getList("data")).isNotEmpty();
      ids.addAll(page.getList("data.id", String.class));
      next = page.getString("meta.next");
      assertThat(next == null || next.startsWith("/v1/endusers?pageKey=")).isTrue();
    }
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void wrongRequestsAreRefused() {
    String taken = unique("taken") + "@example.org";
    signed().body(Map.of("email", taken)).post("/v1/endusers").then().statusCode(201);

    signed().body(Map.of("email", taken)).post("/v1/endusers").then().statusCode(400);
    signed().body(Map.of("email", "nobody")).post("/v1/endusers").then().statusCode(400);
    signed().get("/v1/endusers?email=a@b.example&phone=1").then().statusCode(400);
    signed().get("/v1/endusers?email=nobody").then().statusCode(400);
    signed().get("/v1/endusers?pageLimit=0").then().statusCode(400);
    signed().get("/v1/endusers?pageKey=nonsense").then().statusCode(400);
    signed().get("/v1/endusers/17").then().statusCode(400);
    signed().get("/v1/endusers/" + nobody()).then().statusCode(404);
  }
}
