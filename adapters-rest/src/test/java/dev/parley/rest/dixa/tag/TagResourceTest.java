package dev.parley.rest.dixa.tag;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TagResourceTest {
  @Test
  void aTagIsMadeWithStatus200AndShown() {
    String name = unique("vip");
    String id =
        signed()
            .body(Map.of("name", name, "color", "#ff0000"))
            .post("/v1/tags")
            .then()
            .statusCode(200)
            .body("data.name", equalTo(name))
            .body("data.color", equalTo("#ff0000"))
            .body("data.state", equalTo("Active"))
            .extract()
            .path("data.id");

    signed().get("/v1/tags/" + id).then().statusCode(200).body("data.id", equalTo(id));
  }

  @Test
  void aDeactivatedTagIsListedOnRequest() {
    String id = tag(unique("old"));

    signed().patch("/v1/tags/" + id + "/deactivate").then().statusCode(204).body(emptyString());
    signed().get("/v1/tags").then().statusCode(200).body("data.id", not(hasItem(id)));
    signed()
        .get("/v1/tags?includeDeactivated=true")
        .then()
        .body("data.find { it.id == '" + id + "' }.state", equalTo("Inactive"));
    signed().patch("/v1/tags/" + id + "/activate").then().statusCode(204);
    signed().get("/v1/tags").then().body("data.id", hasItem(id));
  }

  @Test
  void aDeletedTagIsGone() {
    String id = tag(unique("gone"));

    signed().delete("/v1/tags/" + id).then().statusCode(204).body(emptyString());
    signed().get("/v1/tags/" + id).then().statusCode(404).body("message", notNullValue());
    signed().delete("/v1/tags/" + id).then().statusCode(404);
  }

  @Test
  void wrongRequestsAreRefused() {
    String name = unique("taken");
    tag(name);

    signed().body(Map.of("name", name)).post("/v1/tags").then().statusCode(400);
    signed().body("{}").post("/v1/tags").then().statusCode(400).body("message", notNullValue());
    signed().get("/v1/tags/17").then().statusCode(400);
    signed().get("/v1/tags/" + nobody()).then().statusCode(404);
    signed().get("/v1/tags?includeDeactivated=maybe").then().statusCode(400);
  }

  private static String tag(String name) {
    return signed()
        .body(Map.of("name", name))
        .post("/v1/tags")
        .then()
        .statusCode(200)
        .extract()
        .path("data.id");
  }
}
