package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.application.attribute.AttributeView;
import dev.parley.application.contact.PatchContactAttributes;
import dev.parley.application.conversation.PatchConversationAttributes;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributePatch;
import dev.parley.domain.attribute.AttributeValue.Chosen;
import dev.parley.domain.attribute.AttributeValue.Written;
import dev.parley.domain.attribute.CustomAttributeError;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.shared.SharedError;
import dev.parley.rest.dixa.Requests;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CustomAttributeValuesTest extends DixaTest {
  private static final String OF_CONVERSATION = "/v1/conversations/42/custom-attributes";
  private static final String OF_END_USER = "/v1/endusers/" + CONTACT + "/custom-attributes";
  private static final UUID ORDER = UUID.fromString("2f5515b6-7e98-4f4d-9010-bfd2a27d4f35");
  private static final UUID TOPIC = UUID.fromString("e14708a6-eed9-495c-9d88-c72331e9e247");
  private static final String PATCH =
      "{\""
          + ORDER
          + "\": \"012345\", \""
          + TOPIC
          + "\": [\"str1\", \"str2\"], \""
          + CONTACT
          + "\": null}";
  private static final AttributePatch READ =
      new AttributePatch(
          List.of(
              new AttributeChange(new CustomAttributeId(ORDER), new Written("012345")),
              new AttributeChange(
                  new CustomAttributeId(TOPIC), new Chosen(List.of("str1", "str2"))),
              new AttributeChange(new CustomAttributeId(CONTACT), null)));
  private static final List<AttributeView> ANSWER =
      List.of(
          new AttributeView(new CustomAttributeId(ORDER), "Order", "order", new Written("012345")),
          new AttributeView(
              new CustomAttributeId(TOPIC), "Topic", "topic", new Chosen(List.of("str1", "str2"))));

  @Test
  void ofAConversation() {
    useCases.answer(PatchConversationAttributes.Command.class, ANSWER);

    json(PATCH)
        .patch(OF_CONVERSATION)
        .then()
        .statusCode(200)
        .body("data[0].id", equalTo(ORDER.toString()))
        .body("data[0].name", equalTo("Order"))
        .body("data[0].identifier", equalTo("order"))
        .body("data[0].value", equalTo("012345"))
        .body("data[1].value", contains("str1", "str2"));
    assertThat(useCases.told(PatchConversationAttributes.Command.class))
        .isEqualTo(new PatchConversationAttributes.Command(TestWiring.ACTOR, 42, READ));
  }

  @Test
  void ofAnEndUser() {
    useCases.answer(PatchContactAttributes.Command.class, ANSWER);

    json(PATCH)
        .patch(OF_END_USER)
        .then()
        .statusCode(200)
        .body("data[1].id", equalTo(TOPIC.toString()));
    assertThat(useCases.told(PatchContactAttributes.Command.class))
        .isEqualTo(
            new PatchContactAttributes.Command(TestWiring.ACTOR, new ContactId(CONTACT), READ));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[]",
        "\"x\"",
        "{\"order\": \"x\"}",
        "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\": \"a\","
            + " \"2F5515B6-7E98-4F4D-9010-BFD2A27D4F35\": \"b\"}",
        "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\": 1}",
        "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\": true}",
        "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\": {}}",
        "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\": [1]}",
        "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\": [null]}",
        "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\": [[\"x\"]]}",
        "{\"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35\": \"\\u0000\"}",
      })
  void whatIsNoPatchIsRefused(String body) {
    refused(json(body).patch(OF_CONVERSATION), 400);
    refused(json(body).patch(OF_END_USER), 400);
    assertThat(useCases.wasTold(PatchConversationAttributes.Command.class)).isFalse();
    assertThat(useCases.wasTold(PatchContactAttributes.Command.class)).isFalse();
  }

  @Test
  void aTextHasAnEnd() {
    String text = "x".repeat(Written.MAX + 1);
    refused(json("{\"" + ORDER + "\": \"" + text + "\"}").patch(OF_CONVERSATION), 400);
  }

  @Test
  void refusalsOfConversations() {
    refuseConversation(new ConversationError.ConversationNotFound(), 404);
    refuseConversation(new ConversationError.ConversationIsAnonymized(), 400);
    refuseConversation(new SharedError.PermissionMissing("X"), 401);
    useCases.refuse(
        PatchConversationAttributes.Command.class, new CustomAttributeError.ValueRefused("why"));
    refused(json(PATCH).patch(OF_CONVERSATION), 400)
        .body("message", startsWith("Invalid input for patching"));
    refused(
        json(PATCH).patch("/v1/conversations/x/custom-attributes"),
        400,
        "Invalid value for: path parameter conversationId");
  }

  private void refuseConversation(dev.parley.domain.shared.DomainError error, int status) {
    useCases.refuse(PatchConversationAttributes.Command.class, error);
    refused(json(PATCH).patch(OF_CONVERSATION), status);
  }

  @Test
  void refusalsOfEndUsers() {
    refuseEndUser(new ContactError.ContactNotFound(new ContactId(CONTACT)), 404);
    refuseEndUser(new ContactError.ContactIsAnonymized(new ContactId(CONTACT)), 400);
    refuseEndUser(new CustomAttributeError.ValueRefused("why"), 400);
    refuseEndUser(new SharedError.PermissionMissing("X"), 401);
    refused(json(PATCH).patch("/v1/endusers/x/custom-attributes"), 400);
  }

  private void refuseEndUser(dev.parley.domain.shared.DomainError error, int status) {
    useCases.refuse(PatchContactAttributes.Command.class, error);
    refused(json(PATCH).patch(OF_END_USER), status);
  }

  @Test
  void anEndUserIsShownWithAttributesAloneAndWithoutThemInLists() {
    String email = Requests.unique("ada") + "@home.example";
    String id =
        json("{\"email\": \"" + email + "\"}")
            .post("/v1/endusers")
            .then()
            .extract()
            .path("data.id");

    signed()
        .get("/v1/endusers/" + id)
        .then()
        .statusCode(200)
        .body("data.customAttributes", empty());
    signed()
        .queryParam("email", email)
        .get("/v1/endusers")
        .then()
        .statusCode(200)
        .body("data[0]", not(hasKey("customAttributes")));
  }
}
