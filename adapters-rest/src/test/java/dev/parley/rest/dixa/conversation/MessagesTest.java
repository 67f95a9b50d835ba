package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.conversation.AddMessage;
import dev.parley.application.conversation.ConversationView;
import dev.parley.application.conversation.Correspondence;
import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.AttachmentId;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MessagesTest extends DixaTest {
  private static final UUID MESSAGE = UUID.fromString("019a0000-0000-7000-8000-0000000000ff");
  private static final String OUTBOUND =
      """
      {"content": {"value": "Done", "_type": "Html"}, "agentId": "%s", "_type": "Outbound",
       "externalId": "x-1", "integrationEmail": "other@acme.example"}"""
          .formatted(AGENT);

  @Test
  void anOutboundMessageIsAddedByItsAgent() {
    useCases.answer(AddMessage.Command.class, outbound(Delivery.PENDING));
    json(OUTBOUND)
        .post("/v1/conversations/42/messages")
        .then()
        .statusCode(200)
        .body("data.content.value", equalTo("Done"))
        .body("data.content._type", equalTo("Html"))
        .body("data.direction", equalTo("Outbound"))
        .body("data.authorId", equalTo(AGENT.toString()))
        .body("data.externalId", equalTo("x-1"))
        .body("data.messageId", equalTo(MESSAGE.toString()))
        .body("data.createdAt", equalTo("2021-06-09T08:18:37.000Z"))
        .body("data", not(hasKey("id")));
    AddMessage.Command command = useCases.told(AddMessage.Command.class);
    assertThat(command.conversation()).isEqualTo(42);
    assertThat(command.endpointAddress()).isEqualTo("other@acme.example");
    assertThat(command.message().author()).isEqualTo(new AgentId(AGENT));
  }

  @Test
  void anInboundMessageIsTheRequesters() {
    useCases.answer(AddMessage.Command.class, inbound(null, envelope()));
    json("{\"content\":{\"value\":\"Help\",\"_type\":\"Text\"},\"_type\":\"Inbound\"}")
        .post("/v1/conversations/42/messages")
        .then()
        .statusCode(200)
        .body("data.direction", equalTo("Inbound"))
        .body("data.authorId", equalTo(CONTACT.toString()))
        .body("data", not(hasKey("externalId")));
    assertThat(useCases.told(AddMessage.Command.class).message().isInbound()).isTrue();
    assertThat(useCases.told(AddMessage.Command.class).endpointAddress()).isNull();
  }

  @Test
  void onlyOnWhatsAppIsAFileAloneAMessage() {
    String fileAlone =
        """
        {"agentId": "%s", "attachments": [{"url": "https://files.example/1.pdf"}],
         "_type": "Outbound"}"""
            .formatted(AGENT);
    useCases.answer(
        URI.class, new IncomingFile("1.pdf", "application/pdf", new byte[] {1}, false, null));
    useCases.answer(AddMessage.Command.class, outbound(Delivery.PENDING));
    conversationsAreOn(Channel.EMAIL);
    refused(json(fileAlone).post("/v1/conversations/42/messages"), 400)
        .body("message", startsWith("Invalid value for: body"));
    assertThat(useCases.wasTold(AddMessage.Command.class)).isFalse();
    conversationsAreOn(Channel.WHATSAPP);
    json(fileAlone).post("/v1/conversations/42/messages").then().statusCode(200);
    assertThat(useCases.told(AddMessage.Command.class).message().content()).isNull();
  }

  private void conversationsAreOn(Channel channel) {
    Conversation conversation =
        Conversation.startInbound(
                new Conversation.Beginning(
                    new ConversationId(UUID.randomUUID()),
                    new ContactId(CONTACT),
                    channel,
                    Direction.INBOUND,
                    null,
                    null,
                    null,
                    null,
                    Instant.EPOCH),
                inbound(null, null),
                new QueueId(QUEUE))
            .state();
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<ConversationView> get(Actor actor, long number) {
            return Uni.createFrom()
                .item(new ConversationView(number, conversation, null, null, List.of()));
          }
        };
  }

  @Test
  void refusals() {
    refuse(new ConversationError.UnsupportedChannel(Channel.TELEPHONY), 400)
        .body("message", equalTo("Unsupported ConversationChannel"));
    refuse(new ConversationError.ConversationNotFound(), 404);
    refuse(new ContactError.ContactNotFound(new ContactId(CONTACT)), 404);
    refuse(new ContactEndpointError.ContactEndpointNotFound("other@acme.example"), 404);
    refuse(new ConversationError.ConversationIsAnonymized(), 400);
    refuse(new ConversationError.DuplicateExternalId(), 400)
        .body("message", equalTo("Duplicate externalId"));
    refuse(new ConversationError.InvalidMessage("has no recipient"), 400)
        .body("message", startsWith("Invalid input for Message"));
    refused(json("{}").post("/v1/conversations/42/messages"), 400);
    refused(json(OUTBOUND).post("/v1/conversations/x/messages"), 400);
  }

  private ValidatableResponse refuse(DomainError error, int status) {
    useCases.refuse(AddMessage.Command.class, error);
    return refused(json(OUTBOUND).post("/v1/conversations/42/messages"), status);
  }

  @Test
  void aMailIsListedWithEverythingItCameWith() {
    list(inbound(new Content(Content.Format.HTML, "<p>Hi</p>"), envelope()))
        .body("data[0].id", equalTo(MESSAGE.toString()))
        .body("data[0].authorId", equalTo(CONTACT.toString()))
        .body("data[0].createdAt", equalTo("2021-06-09T08:18:37Z[GMT]"))
        .body("data[0]", not(hasKey("externalId")))
        .rootPath("data[0].attributes")
        .body("_type", equalTo("EmailAttributes"))
        .body("emailContent._type", equalTo("Regular"))
        .body("emailContent.content.value", equalTo("<p>Hi</p>"))
        .body("emailContent.content._type", equalTo("Html"))
        .body("from.email", equalTo("ada@home.example"))
        .body("from.name", equalTo("Ada"))
        .body("to[0].email", equalTo("support@acme.example"))
        .body("to[0]", not(hasKey("name")))
        .body("cc", empty())
        .body("bcc", empty())
        .body("isAutoReply", equalTo(true))
        .body("direction", equalTo("Inbound"))
        .body("inlineImages.size()", equalTo(1))
        .body("inlineImages[0].url", equalTo("https://parley.example/files/1.m/1"))
        .body("inlineImages[0].prettyName", equalTo("logo.png"))
        .body("attachments.size()", equalTo(1))
        .body("attachments[0].url", equalTo("https://parley.example/files/1.m/0"))
        .body("attachments[0].prettyName", equalTo("bill.pdf"))
        .body("originalContentUrl.url", equalTo("https://parley.example/files/1.raw/7"))
        .body("", not(hasKey("deliveryFailureReason")));
  }

  @Test
  void aMailThatIsTooLongIsGivenAsAFile() {
    list(inbound(
            new Content(Content.Format.TEXT, "x".repeat(EmailContent.INLINE_MAX + 1)), envelope()))
        .body("data[0].attributes.emailContent._type", equalTo("TooLarge"))
        .body(
            "data[0].attributes.emailContent.file.url",
            equalTo("https://parley.example/files/1.raw/7"));
  }

  @Test
  void aMailThatDidNotArriveSaysWhy() {
    list(outbound(new Delivery(Delivery.Status.FAILED, "550 no such user")))
        .body("data[0].attributes.deliveryFailureReason", equalTo("550 no such user"))
        .body("data[0].attributes.direction", equalTo("Outbound"))
        .body("data[0].attributes", not(hasKey("originalContentUrl")));
  }

  @Test
  void whatIsNoMailOrNoMoreIsGeneric() {
    list(inbound(null, null))
        .body("data[0].attributes._type", equalTo("GenericAttributes"))
        .body("data[0].attributes.direction", equalTo("Inbound"))
        .body("data[0].attributes", not(hasKey("content")))
        .body("data[0].attributes.attachments.size()", equalTo(2));
    list(inbound(new Content(Content.Format.TEXT, "Hi"), null))
        .body("data[0].attributes.content.value", equalTo("Hi"));
  }

  @Test
  void listingAnUnknownConversationIs404() {
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<Correspondence> messages(Actor actor, long number) {
            return Uni.createFrom()
                .failure(new DomainException(new ConversationError.ConversationNotFound()));
          }
        };
    refused(signed().get("/v1/conversations/42/messages"), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "widget, ChatAttributes",
    "in-app, ChatAttributes",
    "sms, SmsAttributes",
    "whatsapp, WhatsAppAttributes",
    "messenger, FacebookMessengerAttributes",
    "twitter, TwitterAttributes",
    "telephony, GenericAttributes",
    "api, GenericAttributes",
    "carrier-pigeon, GenericAttributes"
  })
  void whatIsNoMailHasTheAttributesOfItsChannel(String channel, String type) {
    list(new Channel(channel), inbound(new Content(Content.Format.TEXT, "Hi"), null))
        .rootPath("data[0].attributes")
        .body("_type", equalTo(type))
        .body("content.value", equalTo("Hi"))
        .body("direction", equalTo("Inbound"))
        .body("attachments.size()", equalTo(2))
        .body("isAutomated", equalTo("ChatAttributes".equals(type) ? false : null));
  }

  @Test
  void aChatMessageOfNobodyIsAutomated() {
    Message written = inbound(new Content(Content.Format.TEXT, "We are closed"), null);
    Message automatic =
        new Message(
            written.id(),
            written.conversation(),
            Direction.OUTBOUND,
            new Author.BySystem(),
            written.content(),
            List.of(),
            null,
            null,
            null,
            new Delivery(Delivery.Status.FAILED, "no connector for this channel"),
            written.createdAt());
    list(Channel.WIDGET, automatic)
        .body("data[0].attributes.isAutomated", equalTo(true))
        .body("data[0].attributes.deliveryFailureReason", equalTo("no connector for this channel"));
  }

  @Test
  void whatWasFilledIntoAFormSaysWhereAnAnswerGoes() {
    Envelope mailed = envelope();
    Envelope filledIn =
        new Envelope(
            mailed.from(),
            mailed.to(),
            List.of(),
            List.of(),
            mailed.subject(),
            false,
            Envelope.Sender.PARTICIPANT,
            null,
            null);
    Content text = new Content(Content.Format.TEXT, "Hi");
    list(Channel.CONTACT_FORM, inbound(text, filledIn))
        .rootPath("data[0].attributes")
        .body("_type", equalTo("ContactFormAttributes"))
        .body("emailContent.content.value", equalTo("Hi"))
        .body("from.email", equalTo("ada@home.example"))
        .body("replyDefaultToEmails[0].email", equalTo("ada@home.example"))
        .body("isAutoReply", equalTo(false));
    list(Channel.CONTACT_FORM, inbound(text, mailed))
        .body("data[0].attributes._type", equalTo("EmailAttributes"));
    list(Channel.CONTACT_FORM, outbound(Delivery.SENT))
        .body("data[0].attributes._type", equalTo("EmailAttributes"));
  }

  private ValidatableResponse list(Message message) {
    return list(Channel.EMAIL, message);
  }

  private ValidatableResponse list(Channel channel, Message message) {
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<Correspondence> messages(Actor actor, long number) {
            return Uni.createFrom().item(new Correspondence(channel, List.of(message)));
          }
        };
    return signed().get("/v1/conversations/42/messages").then().statusCode(200);
  }

  private static Envelope envelope() {
    return new Envelope(
        new Mailbox(new EmailAddress("ada@home.example"), "Ada"),
        List.of(new Mailbox(new EmailAddress("support@acme.example"), null)),
        List.of(),
        List.of(),
        "order #123",
        true,
        Envelope.Sender.PARTICIPANT,
        "raw/7",
        null);
  }

  private static Message inbound(@Nullable Content content, @Nullable Envelope envelope) {
    return new Message(
        new MessageId(MESSAGE),
        new ConversationId(UUID.randomUUID()),
        Direction.INBOUND,
        new Author.ByContact(new ContactId(CONTACT)),
        content,
        List.of(
            file("m/0", "bill.pdf", "application/pdf", false),
            file("m/1", "logo.png", "image/png", true)),
        null,
        null,
        envelope,
        Delivery.NOT_APPLICABLE,
        Instant.parse("2021-06-09T08:18:37Z"));
  }

  private static Attachment file(String blob, String name, String type, boolean inline) {
    return new Attachment(
        new AttachmentId(UUID.randomUUID()), blob, name, type, 1, "00", inline, null);
  }

  private static Message outbound(Delivery delivery) {
    return new Message(
        new MessageId(MESSAGE),
        new ConversationId(UUID.randomUUID()),
        Direction.OUTBOUND,
        new Author.ByAgent(new AgentId(AGENT)),
        new Content(Content.Format.HTML, "Done"),
        List.of(),
        "x-1",
        null,
        new Envelope(
            new Mailbox(new EmailAddress("support@acme.example"), null),
            List.of(new Mailbox(new EmailAddress("ada@home.example"), null)),
            List.of(),
            List.of(),
            null,
            false,
            Envelope.Sender.PARTICIPANT,
            null,
            null),
        delivery,
        Instant.parse("2021-06-09T08:18:37Z"));
  }
}
