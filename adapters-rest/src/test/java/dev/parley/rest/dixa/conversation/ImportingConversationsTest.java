package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.application.conversation.ImportConversation;
import dev.parley.application.conversation.ImportConversation.Imported;
import dev.parley.application.conversation.ImportConversation.PastClosing;
import dev.parley.application.conversation.ImportConversation.PastMessage;
import dev.parley.application.conversation.ImportConversation.Problem;
import dev.parley.application.conversation.ImportConversation.RemoteFile;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ImportedHistory.Holder;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainError;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportingConversationsTest extends DixaTest {
  private static final String MESSAGE =
      """
      {"content": {"value": "Hi", "_type": "Text"}, "createdAt": "2021-12-01T13:00:00.003Z",
       "_type": "InboundImport"}""";

  @Test
  void theSampleOfTheReferenceIsUnderstood() {
    ImportConversation.Command command =
        imported(
            """
            {"genericChannelName": "MyCustomChat", "requesterId": "%s",
             "requesterConnectionStatus": "Connected", "direction": "Inbound",
             "messages": [{"content": {"value": "My order hasn't shipped", "_type": "Text"},
                           "attachments": [], "createdAt": "2021-12-01T13:00:00.003Z",
                           "_type": "InboundImport"}],
             "createdAt": "2021-12-01T11:00:00.001Z",
             "assignment": {"agentId": "%s", "assignedAt": "2021-12-01T12:00:00.002Z"},
             "_type": "GenericConversationImport"}"""
                .formatted(CONTACT, AGENT));

    assertThat(command.requester()).isEqualTo(new ContactId(CONTACT));
    assertThat(command.channel()).isEqualTo(Channel.API);
    assertThat(command.source()).isEqualTo(new Source("MyCustomChat", null));
    assertThat(command.direction()).isEqualTo(Direction.INBOUND);
    assertThat(command.createdAt()).isEqualTo(Instant.parse("2021-12-01T11:00:00.001Z"));
    assertThat(command.holder())
        .isEqualTo(new Holder(new AgentId(AGENT), Instant.parse("2021-12-01T12:00:00.002Z")));
    assertThat(command.closing()).isNull();
    assertThat(command.messages())
        .containsExactly(
            new PastMessage(
                null,
                null,
                new Content(Content.Format.TEXT, "My order hasn't shipped"),
                List.of(),
                null,
                Instant.parse("2021-12-01T13:00:00.003Z"),
                null,
                List.of(),
                List.of()));
  }

  @Test
  void aThreadOfMailsHasItsAttributes() {
    ImportConversation.Command command =
        imported(
            """
            {"genericChannelName": "email", "requesterId": "%1$s", "direction": "Outbound",
             "externalId": "t-1", "createdAt": "2021-12-01T11:00:00+01:00[Europe/Berlin]",
             "messages": [
               {"content": {"value": "<p>Hi</p>", "_type": "Html"}, "agentId": "%2$s",
                "createdAt": "2021-12-01T11:00:00Z[GMT]", "externalId": "m-1",
                "attachments": [{"url": "https://files.example/1", "prettyName": "bill.pdf"}],
                "attributes": {"emailIntegrationId": "sales@acme.example",
                               "cc": ["cc@home.example"], "bcc": ["bcc@home.example"]},
                "_type": "OutboundImport"},
               {"content": {"value": "Hi", "_type": "Text"}, "createdAt": "2021-12-01T12:00:00Z",
                "attributes": {"requesterId": "%1$s"}, "_type": "InboundImport"}],
             "attributes": {"emailIntegrationId": "support@acme.example", "subject": "Order"},
             "closing": {"closedAt": "2021-12-02T00:00:00Z", "closedBy": "%2$s"},
             "_type": "GenericConversationImport"}"""
                .formatted(CONTACT, AGENT));

    assertThat(command.channel()).isEqualTo(Channel.EMAIL);
    assertThat(command.source()).isEqualTo(new Source("email", "t-1"));
    assertThat(command.endpointAddress()).isEqualTo("support@acme.example");
    assertThat(command.subject()).isEqualTo("Order");
    assertThat(command.createdAt()).isEqualTo(Instant.parse("2021-12-01T10:00:00Z"));
    assertThat(command.closing())
        .isEqualTo(new PastClosing(new AgentId(AGENT), Instant.parse("2021-12-02T00:00:00Z")));
    PastMessage sent = command.messages().getFirst();
    assertThat(sent.author()).isEqualTo(new AgentId(AGENT));
    assertThat(sent.externalId()).isEqualTo("m-1");
    assertThat(sent.endpointAddress()).isEqualTo("sales@acme.example");
    assertThat(sent.cc()).containsExactly(new EmailAddress("cc@home.example"));
    assertThat(sent.bcc()).containsExactly(new EmailAddress("bcc@home.example"));
    assertThat(sent.files()).containsExactly(new RemoteFile("https://files.example/1", "bill.pdf"));
    assertThat(command.messages().getLast().writtenBy()).isEqualTo(new ContactId(CONTACT));
  }

  private ImportConversation.Command imported(String body) {
    useCases.answer(ImportConversation.Command.class, new Imported(100, List.of()));
    json(body)
        .post("/v1/conversations/import")
        .then()
        .statusCode(201)
        .body("data.id", equalTo(100))
        .body("data.partialErrors", empty());
    return useCases.told(ImportConversation.Command.class);
  }

  @Test
  void whatCouldNotBeAsWishedIsSaid() {
    useCases.answer(
        ImportConversation.Command.class,
        new Imported(
            100,
            List.of(
                new Problem.NotAssigned(),
                new Problem.FileNotFetched(1, "42"),
                new Problem.FileNotFetched(2, null),
                new Problem.ExternalIdRepeated(3, "42"))));
    json(body(MESSAGE))
        .post("/v1/conversations/import")
        .then()
        .statusCode(201)
        .body(
            "data.partialErrors.message",
            contains(
                "The conversation could not be assigned",
                "Invalid attachment url in message. externalId: 42",
                "Invalid attachment url in message. position: 2",
                "Duplicate externalId in message. externalId: 42"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"_type\":\"EmailImport\"}",
        "{\"_type\":\"GenericConversationImport\"}",
        "{\"_type\":\"GenericConversationImport\",\"genericChannelName\":\" \"}",
        "{\"_type\":\"GenericConversationImport\",\"messages\":{}}"
      })
  void theImportMustBeWhole(String body) {
    assertRefused(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"_type\":\"Inbound\"}",
        "{\"_type\":\"InboundImport\",\"createdAt\":\"2021-12-01T13:00:00Z\"}",
        "{\"_type\":\"InboundImport\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"}}",
        "{\"_type\":\"InboundImport\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"createdAt\":\"yesterday\"}",
        "{\"_type\":\"OutboundImport\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"createdAt\":\"2021-12-01T13:00:00Z\"}",
        "{\"_type\":\"InboundImport\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"createdAt\":\"2021-12-01T13:00:00Z\",\"attachments\":[{\"url\":\"ftp://files.example/1\"}]}",
        "{\"_type\":\"InboundImport\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"createdAt\":\"2021-12-01T13:00:00Z\",\"attachments\":[{\"url\":\"no"
            + " url\"}]}",
        "{\"_type\":\"InboundImport\",\"content\":{\"value\":\"x\",\"_type\":\"Text\"},\"createdAt\":\"2021-12-01T13:00:00Z\",\"attributes\":{\"requesterId\":\"x\"}}"
      })
  void itsMessagesMustBeWhole(String message) {
    assertRefused(body(message));
  }

  @Test
  void itsOtherPartsMustBeWhole() {
    String whole = body(MESSAGE);
    assertRefused(whole.replace("\"Inbound\"", "\"Internal\""));
    assertRefused(whole.replace("2021-12-01T11", "2021-13-01T11"));
    assertRefused(whole.replaceFirst("\\{", "{\"requesterConnectionStatus\": \"Away\","));
    assertRefused(whole.replaceFirst("\\{", "{\"assignment\": {\"agentId\": \"" + AGENT + "\"},"));
    assertRefused(
        whole.replaceFirst("\\{", "{\"closing\": {\"closedAt\": \"2021-12-01T13:00:00Z\"},"));
  }

  private void assertRefused(String body) {
    refused(json(body).post("/v1/conversations/import"), 400)
        .body("message", startsWith("Invalid value for: body"));
    assertThat(useCases.wasTold(ImportConversation.Command.class)).isFalse();
  }

  @Test
  void refusals() {
    refuse(
        new ContactError.ContactNotFound(new ContactId(CONTACT)), 400, "Requester does not exist");
    refuse(new AgentError.AgentNotFound(new AgentId(AGENT)), 400, "Agent does not exist");
    refuse(new ConversationError.DuplicateExternalId(), 400, "Duplicate externalId");
    refuse(
        new ContactEndpointError.ContactEndpointNotFound("x"),
        404,
        "The requested resource could not be found");
  }

  private void refuse(DomainError error, int status, String phrase) {
    useCases.refuse(ImportConversation.Command.class, error);
    refused(json(body(MESSAGE)).post("/v1/conversations/import"), status, phrase);
  }

  private static String body(String message) {
    return """
    {"genericChannelName": "MyCustomChat", "requesterId": "%s", "direction": "Inbound",
     "messages": [%s], "createdAt": "2021-12-01T11:00:00.001Z",
     "_type": "GenericConversationImport"}"""
        .formatted(CONTACT, message);
  }
}
