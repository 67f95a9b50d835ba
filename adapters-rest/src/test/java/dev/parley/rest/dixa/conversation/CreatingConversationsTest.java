package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.conversation.CreateConversation;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.BrowserInfo;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Direction;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CreatingConversationsTest extends DixaTest {
  private static final String INBOUND =
      """
      {"content": {"value": "My order hasn't shipped", "_type": "Text"}, "attachments": [],
       "_type": "Inbound"}""";

  private static final CreateConversation.MessageDraft HELLO =
      new CreateConversation.MessageDraft(
          null,
          new Content(Content.Format.TEXT, "My order hasn't shipped"),
          List.of(),
          null,
          List.of(),
          List.of());

  @Test
  void anInboundMailIsStarted() {
    useCases.answer(CreateConversation.Command.class, 100L);
    json(email(INBOUND))
        .post("/v1/conversations")
        .then()
        .statusCode(201)
        .body("data.id", equalTo(100))
        .body("data.size()", equalTo(1));
    CreateConversation.Command command = useCases.told(CreateConversation.Command.class);
    assertThat(command.requester()).isEqualTo(new ContactId(CONTACT));
    assertThat(command.opening())
        .isEqualTo(
            new CreateConversation.ByMail(
                Channel.EMAIL, "support@acme.example", "order #123", "en", HELLO));
  }

  @Test
  void anOutboundMailHasAnAgentAndCopies() {
    useCases.answer(CreateConversation.Command.class, 1L);
    json(email(
            """
            {"_type": "Outbound", "content": {"_type": "Html", "value": "<p>Hi</p>"},
             "agentId": "%s", "externalId": "x-1", "cc": ["%s"], "bcc": []}"""
                .formatted(AGENT, CONTACT)))
        .post("/v1/conversations")
        .then()
        .statusCode(201);
    CreateConversation.MessageDraft draft = draft();
    assertThat(draft.author()).isEqualTo(new AgentId(AGENT));
    assertThat(draft.content()).isEqualTo(new Content(Content.Format.HTML, "<p>Hi</p>"));
    assertThat(draft.externalId()).isEqualTo("x-1");
    assertThat(draft.cc()).containsExactly(new ContactId(CONTACT));
    assertThat(draft.bcc()).isEmpty();
  }

  @Test
  void attachmentsAreFetchedBeforeTheConversationIsStarted() {
    useCases.answer(
        URI.class,
        new IncomingFile("from-url.pdf", "application/pdf", new byte[] {1}, false, null));
    useCases.answer(CreateConversation.Command.class, 1L);
    json(email(
            """
            {"content": {"value": "x", "_type": "Text"}, "_type": "Inbound",
             "attachments": [{"url": "https://files.example/1"},
                             {"url": "https://files.example/2", "prettyName": "two.pdf"}]}"""))
        .post("/v1/conversations")
        .then()
        .statusCode(201);
    assertThat(draft().files())
        .extracting(IncomingFile::fileName)
        .containsExactly("from-url.pdf", "two.pdf");
  }

  @Test
  void moreAttachmentsThanAMessageMayBringAreRefusedBeforeAnyIsFetched() {
    String three = "{\"url\": \"https://files.example/1\"},".repeat(3);
    refused(
            json(email(
                    """
                    {"content": {"value": "x", "_type": "Text"}, "_type": "Inbound",
                     "attachments": [%s {"url": "https://files.example/4"}]}"""
                        .formatted(three)))
                .post("/v1/conversations"),
            400)
        .body("message", startsWith("Invalid value for: body"));
    assertThat(useCases.wasTold(URI.class)).isFalse();
    assertThat(useCases.wasTold(CreateConversation.Command.class)).isFalse();
  }

  @Test
  void anAttachmentThatCannotBeFetchedStopsEverything() {
    useCases.refuse(URI.class, new ConversationError.AttachmentNotFetched());
    refused(
        json(email(
                """
                {"content": {"value": "x", "_type": "Text"}, "_type": "Inbound",
                 "attachments": [{"url": "https://files.example/1"}]}"""))
            .post("/v1/conversations"),
        400,
        "Failure to download attachment");
    assertThat(useCases.wasTold(CreateConversation.Command.class)).isFalse();
  }

  @Test
  void aFormIsStartedLikeAMail() {
    assertThat(opening(email(INBOUND).replace("\"Email\"", "\"ContactForm\"")))
        .isEqualTo(
            new CreateConversation.ByMail(
                Channel.CONTACT_FORM, "support@acme.example", "order #123", "en", HELLO));
  }

  @Test
  void aChatIsStartedOnAWidgetFromABrowser() {
    assertThat(
            opening(
                """
                {"requesterId": "%s", "widgetId": "%s", "message": %s, "language": "en",
                 "browserInfo": {"name": "Chrome", "version": "91.0", "ipAddress": "127.0.0.1",
                                 "originatingUrl": "http://localhost:3000/"}, "_type": "Chat"}"""
                    .formatted(CONTACT, QUEUE, INBOUND)))
        .isEqualTo(
            new CreateConversation.ByChat(
                new ContactEndpointId(QUEUE),
                new BrowserInfo("Chrome", "91.0", "127.0.0.1", "http://localhost:3000/"),
                "en",
                HELLO));
  }

  @Test
  void anSmsIsStartedFromANumber() {
    assertThat(
            opening(
                """
                {"requesterId": "%s", "contactEndpointId": "+4540404040", "message": %s,
                 "_type": "Sms"}"""
                    .formatted(CONTACT, INBOUND)))
        .isEqualTo(new CreateConversation.BySms("+4540404040", HELLO));
  }

  @Test
  void aCallbackHasADirectionAndNoMessage() {
    assertThat(opening(callback("Outbound")))
        .isEqualTo(
            new CreateConversation.ByCallback(
                "+4540404040", new QueueId(QUEUE), Direction.OUTBOUND));
    assertThat(opening(callback("Inbound")))
        .isEqualTo(
            new CreateConversation.ByCallback(
                "+4540404040", new QueueId(QUEUE), Direction.INBOUND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Internal", "inbound", ""})
  void aCallbackOfAnotherDirectionIsRefused(String direction) {
    refused(json(callback(direction)).post("/v1/conversations"), 400)
        .body("message", startsWith("Invalid value for: body"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_type\":\"ContactForm\"}",
        "{\"_type\":\"Chat\"}",
        "{\"_type\":\"Sms\"}",
        "{\"_type\":\"Callback\"}",
        "{\"_type\":\"Chat\",\"widgetId\":\"x\"}",
        "{\"_type\":\"Callback\",\"contactEndpointId\":5}"
      })
  void theOtherVariantsMustBeWholeToo(String body) {
    refused(json(body).post("/v1/conversations"), 400)
        .body("message", startsWith("Invalid value for: body"));
    assertThat(useCases.wasTold(CreateConversation.Command.class)).isFalse();
  }

  @Test
  void browserInfoHasAName() {
    refused(
            json("""
            {"requesterId": "%s", "widgetId": "%s", "message": %s,
             "browserInfo": {"version": "91.0"}, "_type": "Chat"}"""
                    .formatted(CONTACT, QUEUE, INBOUND))
                .post("/v1/conversations"),
            400)
        .body("message", startsWith("Invalid value for: body"));
  }

  @Test
  void theMessageCannotNameAnotherMailbox() {
    String from = INBOUND.replaceFirst("\\{", "{\"integrationEmail\": \"%s\", ");
    assertThat(opening(email(from.formatted("SUPPORT@acme.example"))))
        .isInstanceOf(CreateConversation.ByMail.class);
    refused(json(email(from.formatted("other@acme.example"))).post("/v1/conversations"), 400)
        .body("message", startsWith("Invalid input for Message"));
    refused(
            json("""
            {"requesterId": "%s", "contactEndpointId": "+4540404040", "message": %s,
             "_type": "Sms"}"""
                    .formatted(CONTACT, from.formatted("support@acme.example")))
                .post("/v1/conversations"),
            400)
        .body("message", startsWith("Invalid input for Message"));
  }

  private static String callback(String direction) {
    return """
    {"requesterId": "%s", "contactEndpointId": "+4540404040", "queueId": "%s",
     "direction": "%s", "_type": "Callback"}"""
        .formatted(CONTACT, QUEUE, direction);
  }

  private CreateConversation.Opening opening(String body) {
    useCases.answer(CreateConversation.Command.class, 1L);
    json(body).post("/v1/conversations").then().statusCode(201).body("data.id", equalTo(1));
    return useCases.told(CreateConversation.Command.class).opening();
  }

  private CreateConversation.MessageDraft draft() {
    return ((CreateConversation.Written) useCases.told(CreateConversation.Command.class).opening())
        .message();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"_type\":\"Messenger\"}",
        "{\"_type\":5}",
        "{\"_type\":null}",
        "{\"_type\":\"Email\"}",
        "{\"_type\":\"email\"}",
      })
  void theVariantMustBeKnownAndWhole(String body) {
    refused(json(body).post("/v1/conversations"), 400)
        .body("message", startsWith("Invalid value for: body"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"_type\":\"Inbound\"}",
        "{\"_type\":\"Sideways\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"}}",
        "{\"_type\":\"Inbound\",\"content\":\"x\"}",
        "{\"_type\":\"Inbound\",\"content\":{\"value\":\"x\"}}",
        "{\"_type\":\"Inbound\",\"content\":{\"value\":\"x\",\"_type\":\"Rtf\"}}",
        "{\"_type\":\"Inbound\",\"content\":{\"_type\":\"Text\"}}",
        "{\"_type\":\"Inbound\",\"content\":{\"value\":5,\"_type\":\"Text\"}}",
        "{\"_type\":\"Outbound\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"}}",
        "{\"_type\":\"Inbound\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"attachments\":[null]}",
        "{\"_type\":\"Inbound\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"attachments\":[{}]}",
        "{\"_type\":\"Inbound\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"attachments\":{}}",
        "{\"_type\":\"Inbound\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"externalId\":5}",
      })
  void theMessageMustBeWhole(String message) {
    refused(json(email(message)).post("/v1/conversations"), 400)
        .body("message", startsWith("Invalid value for: body"));
  }

  @Test
  void refusals() {
    refuseCreate(new ContactError.ContactNotFound(new ContactId(CONTACT)), 404);
    refuseCreate(new ContactEndpointError.ContactEndpointNotFound("support@acme.example"), 404);
    refuseCreate(new AgentError.AgentNotFound(new AgentId(AGENT)), 404);
    refuseCreate(new AgentError.NotAnAgent(AGENT), 400);
    refuseCreate(new QueueError.QueueNotFound(new QueueId(QUEUE)), 404);
    refuseCreate(new ConversationError.DuplicateExternalId(), 400);
    refuseCreate(new ConversationError.InvalidMessage("has no recipient"), 400);
  }

  private void refuseCreate(dev.parley.domain.shared.DomainError error, int status) {
    useCases.refuse(CreateConversation.Command.class, error);
    String answer =
        refused(json(email(INBOUND)).post("/v1/conversations"), status).extract().asString();
    assertThat(answer).doesNotContain("support@acme.example", CONTACT.toString());
  }

  @Test
  void theSameKeyStartsOneConversation() {
    useCases.answer(CreateConversation.Command.class, 7L);
    String key = java.util.UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      json(email(INBOUND))
          .header("Idempotency-Key", key)
          .post("/v1/conversations")
          .then()
          .statusCode(201)
          .body("data.id", equalTo(7));
      useCases.answer(CreateConversation.Command.class, 8L);
    }
    assertThat(List.of(key)).hasSize(1);
  }

  private static String email(String message) {
    return """
    {"requesterId": "%s", "emailIntegrationId": "support@acme.example", "subject": "order #123",
     "message": %s, "language": "en", "_type": "Email"}"""
        .formatted(CONTACT, message);
  }
}
