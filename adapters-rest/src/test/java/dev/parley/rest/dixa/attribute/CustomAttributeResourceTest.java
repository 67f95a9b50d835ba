package dev.parley.rest.dixa.attribute;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomAttributeResourceTest {
  @Test
  void aTextIsDefined() {
    String id =
        signed()
            .body(definition("{\"_type\": \"Text\", \"placeholder\": \"A-1\"}"))
            .post("/v1/custom-attributes")
            .then()
            .statusCode(201)
            .body("data.entityType", equalTo("Conversation"))
            .body("data.inputDefinition._type", equalTo("Text"))
            .body("data.inputDefinition.placeholder", equalTo("A-1"))
            .body("data.createdAt", endsWith("Z[GMT]"))
            .body("data.isArchived", equalTo(false))
            .extract()
            .path("data.id");

    signed().get("/v1/custom-attributes").then().statusCode(200).body("data.id", hasItem(id));
  }

  @Test
  void aSelectIsDefinedWithNestedOptions() {
    signed()
        .body(
            definition(
                """
                {"_type": "Select", "options": [
                  {"value": "billing", "label": "Billing",
                   "nestedOptions": [{"value": "refund"}]},
                  {"value": "other"}]}
                """))
        .post("/v1/custom-attributes")
        .then()
        .statusCode(201)
        .body("data.inputDefinition.options[0].id", notNullValue())
        .body("data.inputDefinition.options[0].nestedOptions[0].value", equalTo("refund"))
        .body("data.inputDefinition.options[0].nestedOptions[0].label", equalTo("refund"))
        .body("data.inputDefinition.options[1].orderIndex", equalTo(1));
  }

  @Test
  void anArchivedDefinitionStaysReadable() {
    String id =
        signed()
            .body(definition("{\"_type\": \"Text\"}"))
            .post("/v1/custom-attributes")
            .then()
            .extract()
            .path("data.id");

    signed().delete("/v1/custom-attributes/" + id).then().statusCode(204);
    signed()
        .get("/v1/custom-attributes/" + id)
        .then()
        .statusCode(200)
        .body("data.isArchived", equalTo(true))
        .body("data.updatedAt", endsWith("Z[GMT]"));
  }

  @Test
  void wrongRequestsAreRefused() {
    for (String input :
        List.of(
            "null",
            "{}",
            "{\"_type\": \"Number\"}",
            "{\"_type\": \"Select\"}",
            "{\"_type\": \"Select\", \"options\": []}",
            "{\"_type\": \"Select\", \"options\": [null]}",
            "{\"_type\": \"Select\", \"options\": [{\"label\": \"x\"}]}")) {
      signed()
          .body(definition(input))
          .post("/v1/custom-attributes")
          .then()
          .statusCode(400)
          .body("message", notNullValue());
    }
    signed()
        .body(definition("{\"_type\": \"Text\"}").replace("\"Conversation\"", "\"Agent\""))
        .post("/v1/custom-attributes")
        .then()
        .statusCode(400);
    signed().get("/v1/custom-attributes/" + nobody()).then().statusCode(404);
    signed().delete("/v1/custom-attributes/17").then().statusCode(400);
  }

  private static String definition(String input) {
    return "{\"entityType\": \"Conversation\", \"label\": \"Topic\", \"identifier\": \""
        + unique("topic")
        + "\", \"inputDefinition\": "
        + input
        + "}";
  }
}
