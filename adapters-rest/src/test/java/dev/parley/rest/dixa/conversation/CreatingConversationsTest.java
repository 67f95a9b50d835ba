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
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationError;
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
    assertThat(command.channel()).isEqualTo(Channel.EMAIL);
    assertThat(command.endpointAddress()).isEqualTo("support@acme.example");
    assertThat(command.requester()).isEqualTo(new ContactId(CONTACT));
    assertThat(command.subject()).isEqualTo("order #123");
    assertThat(command.language()).isEqualTo("en");
    assertThat(command.message().isInbound()).isTrue();
    assertThat(command.message().content())
        .isEqualTo(new Content(Content.Format.TEXT, "My order hasn't shipped"));
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
    CreateConversation.MessageDraft draft =
        useCases.told(CreateConversation.Command.class).message();
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
    assertThat(useCases.told(CreateConversation.Command.class).message().files())
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

  @ParameterizedTest
  @ValueSource(strings = {"ContactForm", "Chat", "Sms", "Callback"})
  void channelsWithoutConnectorAreUnsupported(String type) {
    refused(
        json("{\"_type\":\"" + type + "\",\"requesterId\":\"" + CONTACT + "\"}")
            .post("/v1/conversations"),
        400,
        "Unsupported ConversationChannel");
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
  void markdownIsNoMail() {
    refused(
            json(email(
                    "{\"_type\":\"Inbound\",\"content\":{\"value\":\"x\",\"_type\":\"Markdown\"}}"))
                .post("/v1/conversations"),
            400)
        .body("message", startsWith("Invalid input for Message"));
  }

  @Test
  void refusals() {
    refuseCreate(new ContactError.ContactNotFound(new ContactId(CONTACT)), 404);
    refuseCreate(new ContactEndpointError.ContactEndpointNotFound("support@acme.example"), 404);
    refuseCreate(new AgentError.AgentNotFound(new AgentId(AGENT)), 404);
    refuseCreate(new AgentError.NotAnAgent(AGENT), 400);
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
