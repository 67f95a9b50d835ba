package dev.parley.rest.dixa.anonymization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.parley.application.anonymization.RequestAnonymization;
import dev.parley.application.anonymization.RequestAnonymization.Target;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.anonymization.AnonymizationError;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.anonymization.Scope;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.SharedError;
import dev.parley.rest.dixa.conversation.DixaTest;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnonymizationTest extends DixaTest {
  private static final UUID REQUEST = UUID.fromString("019a0000-0000-7000-8000-0000000000aa");
  private static final MessageId MESSAGE = new MessageId(QUEUE);
  private static final ConversationId ANY = new ConversationId(REQUEST);

  @Test
  void aConversationIsOrderedAnonymized() {
    useCases.answer(
        RequestAnonymization.Command.class, request(new Scope.OfConversation(ANY, 42), null));
    signed()
        .patch("/v1/conversations/42/anonymize?force=true")
        .then()
        .statusCode(202)
        .body("data.id", equalTo(REQUEST.toString()))
        .body("data._type", equalTo("Conversation"))
        .body("data.entityType", equalTo("ConversationAnonymizationType"))
        .body("data.initiatedAt", equalTo("2021-12-01T12:46:36.581Z[GMT]"))
        .body("data.targetEntityId", equalTo("42"))
        .body("data.requestedBy", equalTo(AGENT.toString()))
        .body("data", not(hasKey("processedAt")));
    assertThat(useCases.told(RequestAnonymization.Command.class))
        .isEqualTo(
            new RequestAnonymization.Command(TestWiring.ACTOR, new Target.Conversation(42), true));
  }

  @Test
  void withoutForceNothingIsForced() {
    useCases.answer(
        RequestAnonymization.Command.class, request(new Scope.OfConversation(ANY, 42), null));
    signed().patch("/v1/conversations/42/anonymize").then().statusCode(202);
    assertThat(useCases.told(RequestAnonymization.Command.class).force()).isFalse();
    signed().patch("/v1/conversations/42/anonymize?force=false").then().statusCode(202);
    assertThat(useCases.told(RequestAnonymization.Command.class).force()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "TRUE", "yes"})
  void forceIsABoolean(String force) {
    String phrase = "Invalid value for: query parameter force";
    refused(signed().patch("/v1/conversations/42/anonymize?force=" + force), 400, phrase);
    refused(signed().patch("/v1/endusers/" + CONTACT + "/anonymize?force=" + force), 400, phrase);
  }

  @Test
  void aMessageIsNamedWithItsConversation() {
    useCases.answer(
        RequestAnonymization.Command.class, request(new Scope.OfMessage(ANY, 42, MESSAGE), null));
    signed()
        .patch("/v1/conversations/42/messages/" + MESSAGE.value() + "/anonymize")
        .then()
        .statusCode(202)
        .body("data._type", equalTo("Message"))
        .body("data.entityType", equalTo("MessageAnonymizationType"))
        .body("data.targetEntityId", equalTo("42_" + MESSAGE.value()));
    assertThat(useCases.told(RequestAnonymization.Command.class).target())
        .isEqualTo(new Target.Message(42, MESSAGE));
    refused(
        signed().patch("/v1/conversations/42/messages/x/anonymize"),
        400,
        "Invalid value for: path parameter messageId");
  }

  @Test
  void anEndUserIsOrderedAnonymized() {
    useCases.answer(
        RequestAnonymization.Command.class,
        request(new Scope.OfContact(new ContactId(CONTACT)), null));
    signed()
        .patch("/v1/endusers/" + CONTACT + "/anonymize?force=true")
        .then()
        .statusCode(202)
        .body("data._type", equalTo("User"))
        .body("data.entityType", equalTo("UserAnonymizationType"))
        .body("data.targetEntityId", equalTo(CONTACT.toString()));
    refused(signed().patch("/v1/endusers/x/anonymize"), 400);
  }

  @Test
  void theOlderWayNamesAnyTarget() {
    useCases.answer(
        RequestAnonymization.Command.class, request(new Scope.OfConversation(ANY, 42), null));
    assertThat(ordered("42", "\"_type\": \"Conversation\""))
        .isEqualTo(
            new RequestAnonymization.Command(TestWiring.ACTOR, new Target.Conversation(42), false));
    assertThat(
            ordered(
                "42_" + MESSAGE.value(),
                "\"entityType\": \"MessageAnonymizationType\", \"forceAnonymization\": true"))
        .isEqualTo(
            new RequestAnonymization.Command(
                TestWiring.ACTOR, new Target.Message(42, MESSAGE), true));
    assertThat(ordered(CONTACT.toString(), "\"_type\": \"UserAnonymizationType\"").target())
        .isEqualTo(new Target.Contact(new ContactId(CONTACT)));
  }

  private RequestAnonymization.Command ordered(String entity, String rest) {
    json("{\"entityId\": \"%s\", %s}".formatted(entity, rest))
        .post("/v1/anonymization")
        .then()
        .statusCode(200)
        .body("data.id", equalTo(REQUEST.toString()));
    return useCases.told(RequestAnonymization.Command.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"entityId\": \"42\"}",
        "{\"_type\": \"Conversation\"}",
        "{\"entityId\": 42, \"_type\": \"Conversation\"}",
        "{\"entityId\": \"42\", \"_type\": \"Queue\"}",
        "{\"entityId\": \"x\", \"_type\": \"Conversation\"}",
        "{\"entityId\": \"42\", \"_type\": \"Message\"}",
        "{\"entityId\": \"42_x\", \"_type\": \"Message\"}",
        "{\"entityId\": \"42\", \"_type\": \"User\"}",
        "{\"entityId\": \"42\", \"_type\": \"Conversation\", \"forceAnonymization\": \"yes\"}"
      })
  void theOlderWayNeedsATargetOfItsForm(String body) {
    refused(json(body).post("/v1/anonymization"), 400);
  }

  @Test
  void refusals() {
    refuse(new AnonymizationError.TargetNotSettled(), 409);
    refuse(new AnonymizationError.AlreadyRequested(), 409);
    refuse(new ConversationError.ConversationNotFound(), 404);
    refuse(new ConversationError.MessageNotFound(MESSAGE), 404);
    refuse(new ContactError.ContactNotFound(new ContactId(CONTACT)), 404);
    refuse(new SharedError.PermissionMissing("ANONYMIZE"), 403);
  }

  private void refuse(DomainError error, int status) {
    useCases.refuse(RequestAnonymization.Command.class, error);
    refused(signed().patch("/v1/conversations/42/anonymize"), status);
    refused(
        signed().patch("/v1/conversations/42/messages/" + MESSAGE.value() + "/anonymize"), status);
    refused(signed().patch("/v1/endusers/" + CONTACT + "/anonymize"), status);
    refused(
        json("{\"entityId\": \"42\", \"_type\": \"Conversation\"}").post("/v1/anonymization"),
        status);
  }

  @Test
  void aRequestThatIsCarriedOutSaysWhen() {
    useCases.answer(
        AnonymizationRequestId.class,
        request(new Scope.OfConversation(ANY, 42), Instant.parse("2021-12-01T12:47:00Z")));
    signed()
        .get("/v1/anonymization/request/" + REQUEST)
        .then()
        .statusCode(200)
        .body("data.processedAt", equalTo("2021-12-01T12:47:00Z[GMT]"));
    assertThat(useCases.told(AnonymizationRequestId.class).value()).isEqualTo(REQUEST);
  }

  @Test
  void lookingARequestUpIsRefusedInItsOwnWay() {
    useCases.refuse(
        AnonymizationRequestId.class,
        new AnonymizationError.AnonymizationRequestNotFound(new AnonymizationRequestId(REQUEST)));
    refused(signed().get("/v1/anonymization/request/" + REQUEST), 404);
    useCases.refuse(AnonymizationRequestId.class, new SharedError.PermissionMissing("ANONYMIZE"));
    refused(signed().get("/v1/anonymization/request/" + REQUEST), 401);
    refused(signed().get("/v1/anonymization/request/x"), 400);
  }

  private static AnonymizationRequest request(Scope scope, @Nullable Instant processed) {
    return new AnonymizationRequest(
        new AnonymizationRequestId(REQUEST),
        scope,
        new AgentId(AGENT),
        Instant.parse("2021-12-01T12:46:36.581Z"),
        processed);
  }
}
