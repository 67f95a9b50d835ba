package dev.parley.rest.dixa;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentTest {
  @Test
  void theDialectHasADocumentOfItsOwn() {
    Map<String, Map<String, Object>> paths = document().getMap("paths");
    assertThat(paths.keySet())
        .allMatch(path -> path.startsWith("/v1/"))
        .contains(
            "/v1/conversations",
            "/v1/conversations/{conversationId}",
            "/v1/conversations/{conversationId}/messages",
            "/v1/conversations/{conversationId}/notes/bulk",
            "/v1/conversations/{conversationId}/claim",
            "/v1/conversations/{conversationId}/tags/{tagId}",
            "/v1/conversations/activitylog",
            "/v1/conversations/{conversationId}/anonymize",
            "/v1/anonymization/request/{requestId}",
            "/v1/endusers/{userId}/anonymize");
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyOperationHasAnIdItsSuccessAndItsErrors() {
    Map<String, Map<String, Object>> paths = document().getMap("paths");
    for (Map.Entry<String, Map<String, Object>> path : paths.entrySet()) {
      for (String method : Set.of("get", "post", "put", "patch", "delete")) {
        if (path.getValue().get(method) instanceof Map<?, ?> operation) {
          assertThat(operation.get("operationId")).as(path.getKey()).isNotNull();
          assertThat(operation.get("responses")).as(path.getKey()).isInstanceOf(Map.class);
          assertThat(((Map<String, ?>) Objects.requireNonNull(operation.get("responses"))).keySet())
              .as(path.getKey())
              .contains("400", "401", "403", "500")
              .anyMatch(status -> status.startsWith("2"));
        }
      }
    }
  }

  @Test
  void successHasTheStatusThatIsAnswered() {
    JsonPath document = document();
    assertThat(
            document.getMap("paths.'/v1/conversations'.post.responses").keySet().stream()
                .map(Object::toString)
                .filter(status -> status.startsWith("2")))
        .containsExactly("201");
    assertThat(document.getMap("paths.'/v1/tags'.post.responses"))
        .containsKey("200")
        .doesNotContainKey("201");
  }

  @Test
  void aFieldIsRequiredWhenItCannotBeNull() {
    JsonPath document = document();
    assertThat(document.<String>getList("components.schemas.InternalNote.required"))
        .containsExactlyInAnyOrder("id", "authorId", "createdAt", "csid", "message");
    assertThat(document.<String>getList("components.schemas.CreateInternalNoteInput.required"))
        .containsExactly("message");
    assertThat(document.<String>getList("components.schemas.ActivityLogEntry.required"))
        .contains("_type")
        .doesNotContain("author");
    assertThat(document.<String>getList("components.schemas.Inbound.required"))
        .as("an absent list is an empty one")
        .contains("content", "_type")
        .doesNotContain("attachments");
  }

  @Test
  void variantsSayHowTheyAreNamed() {
    JsonPath document = document();
    assertThat(document.<String>getList("components.schemas.Inbound.properties._type.enum"))
        .containsExactly("Inbound");
    assertThat(
            document.<String, String>getMap(
                "components.schemas.MessageInput.discriminator.mapping"))
        .containsEntry("Outbound", "#/components/schemas/Outbound");
  }

  @Test
  void bodiesAndErrorsHaveExamples() {
    JsonPath document = document();
    String notes = "paths.'/v1/conversations/{conversationId}/notes'.";
    assertThat(
            document.getString(
                notes + "get.responses.'200'.content.'application/json'.example.data[0].message"))
        .isEqualTo("A sample note");
    assertThat(
            document.getString(
                notes + "post.requestBody.content.'application/json'.example.message"))
        .isEqualTo("A sample note");
    assertThat(
            document.getString(
                notes + "post.responses.'400'.content.'application/json'.example.message"))
        .isEqualTo("Invalid value in request");
  }

  @Test
  void schemasThatNothingUsesAreLeftOut() {
    assertThat(document().<String, Object>getMap("components.schemas"))
        .doesNotContainKeys("EstablishRequest", "EstablishedPayload");
  }

  @Test
  void idsAndBodiesAreDescribed() {
    JsonPath document = document();
    assertThat(
            document.getString(
                "paths.'/v1/conversations/{conversationId}'.get.parameters[0].schema.format"))
        .isEqualTo("int64");
    assertThat(document.getList("components.schemas.CreateConversationInput.oneOf")).isNotEmpty();
    assertThat(document.getMap("components.schemas.Inbound.properties"))
        .containsKeys("content", "attachments", "externalId");
    assertThat(
            document.getString(
                "paths.'/v1/queues'.post.requestBody.content.'application/json'.schema.'$ref'"))
        .endsWith("/CreateQueue");
    assertThat(document.getMap("components.schemas.CreateQueue.properties"))
        .containsKeys("name", "isDefault", "assignmentPolicy");
    assertThat(document.getString("components.schemas.ContactEndpointInput.properties.name.type"))
        .isEqualTo("string");
    assertThat(document.getMap("components.schemas.ServerRequest.properties"))
        .containsKeys("host", "port", "password");
    assertThat(document.<String, Object>getMap("components.schemas").keySet())
        .noneMatch(name -> name.startsWith("Patch"));
    assertThat(document.getList("components.schemas.InternalNote.examples")).isNotEmpty();
    assertThat(document.getString("components.schemas.Error.properties.message.type"))
        .isEqualTo("string");
    List<Map<String, Object>> parameters =
        document.getList("paths.'/v1/conversations'.post.parameters");
    assertThat(parameters).anyMatch(each -> "Idempotency-Key".equals(each.get("name")));
  }

  @Test
  void variantsAreDescribedWithWhatAllOfThemHave() {
    JsonPath document = document();
    assertThat(document.getMap("components.schemas.SmsConversation.properties"))
        .containsKeys("id", "requesterId", "queue", "fromNumber")
        .doesNotContainKey("facts");
    assertThat(document.<String>getList("components.schemas.SmsConversation.required"))
        .contains("id", "requesterId", "channel", "createdAt", "_type")
        .doesNotContain("assignment", "fromNumber");
    assertThat(document.getMap("components.schemas.ChatAttributes.properties"))
        .containsKeys("content", "direction", "attachments", "isAutomated")
        .doesNotContainKey("said");
    assertThat(document.getList("components.schemas.Conversation.oneOf")).hasSize(11);
    assertThat(document.getMap("components.schemas.Conversation.discriminator.mapping"))
        .hasSize(11)
        .containsKey("PstnPhoneConversation");
  }

  private static JsonPath document() {
    return given().get("/q/openapi/dixa?format=json").then().statusCode(200).extract().jsonPath();
  }
}
