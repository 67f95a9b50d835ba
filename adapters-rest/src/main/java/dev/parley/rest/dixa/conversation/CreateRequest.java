package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.conversation.CreateConversation;
import dev.parley.application.conversation.CreateConversation.Opening;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation to start, by channel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CreateRequest.Email.class, name = "Email"),
  @JsonSubTypes.Type(value = CreateRequest.ContactForm.class, name = "ContactForm"),
  @JsonSubTypes.Type(value = CreateRequest.Chat.class, name = "Chat"),
  @JsonSubTypes.Type(value = CreateRequest.Sms.class, name = "Sms"),
  @JsonSubTypes.Type(value = CreateRequest.Callback.class, name = "Callback")
})
@RegisterForReflection
@Schema(
    name = "CreateConversationInput",
    oneOf = {
      CreateRequest.Email.class,
      CreateRequest.ContactForm.class,
      CreateRequest.Chat.class,
      CreateRequest.Sms.class,
      CreateRequest.Callback.class
    },
    discriminatorProperty = "_type",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "Email", schema = CreateRequest.Email.class),
      @DiscriminatorMapping(value = "ContactForm", schema = CreateRequest.ContactForm.class),
      @DiscriminatorMapping(value = "Chat", schema = CreateRequest.Chat.class),
      @DiscriminatorMapping(value = "Sms", schema = CreateRequest.Sms.class),
      @DiscriminatorMapping(value = "Callback", schema = CreateRequest.Callback.class)
    })
sealed interface CreateRequest {
  UUID requesterId();

  /** What is to be fetched before it can begin. */
  List<FilePayload> attachments();

  Opening toOpening(List<IncomingFile> files);

  /**
   * @param emailIntegrationId our address
   */
  @RegisterForReflection
  @Schema(
      name = "CreateEmailConversation",
      examples =
          """
          {"requesterId": "9c2a2cce-699f-4a72-89d9-fda5bc8dec8b",
           "emailIntegrationId": "support@example.com", "subject": "order #123",
           "message": {"content": {"value": "My order hasn't shipped", "_type": "Text"},
                       "attachments": [], "_type": "Inbound"},
           "language": "en", "_type": "Email"}""")
  record Email(
      UUID requesterId,
      String emailIntegrationId,
      String subject,
      MessageRequest message,
      @Nullable String language)
      implements CreateRequest {
    public Email {
      requesterId = Required.field("requesterId", requesterId);
      emailIntegrationId = Required.text("emailIntegrationId", emailIntegrationId);
      subject = Required.field("subject", subject);
      message = whole(message);
      requireSentFrom(message, emailIntegrationId);
    }

    @Override
    public List<FilePayload> attachments() {
      return message.attachments();
    }

    @Override
    public Opening toOpening(List<IncomingFile> files) {
      return new CreateConversation.ByMail(
          Channel.EMAIL, emailIntegrationId, subject, language, message.toDraft(files));
    }
  }

  /**
   * What somebody filled into a form. It is answered by mail.
   *
   * @param emailIntegrationId our address
   */
  @RegisterForReflection
  @Schema(
      name = "CreateContactFormConversation",
      examples =
          """
          {"requesterId": "9c2a2cce-699f-4a72-89d9-fda5bc8dec8b",
           "emailIntegrationId": "support@example.com", "subject": "order #123",
           "message": {"content": {"value": "My order hasn't shipped", "_type": "Text"},
                       "_type": "Inbound"},
           "language": "en", "_type": "ContactForm"}""")
  record ContactForm(
      UUID requesterId,
      String emailIntegrationId,
      String subject,
      MessageRequest message,
      @Nullable String language)
      implements CreateRequest {
    public ContactForm {
      requesterId = Required.field("requesterId", requesterId);
      emailIntegrationId = Required.text("emailIntegrationId", emailIntegrationId);
      subject = Required.field("subject", subject);
      message = whole(message);
      requireSentFrom(message, emailIntegrationId);
    }

    @Override
    public List<FilePayload> attachments() {
      return message.attachments();
    }

    @Override
    public Opening toOpening(List<IncomingFile> files) {
      return new CreateConversation.ByMail(
          Channel.CONTACT_FORM, emailIntegrationId, subject, language, message.toDraft(files));
    }
  }

  /**
   * @param widgetId of a {@code ChatEndpoint}
   */
  @RegisterForReflection
  @Schema(
      name = "CreateChatConversation",
      examples =
          """
          {"requesterId": "9c2a2cce-699f-4a72-89d9-fda5bc8dec8b",
           "widgetId": "5f2e7a0c-8a0e-4f3c-9c59-0f8d2f4a1b77",
           "message": {"content": {"value": "Hello?", "_type": "Text"}, "_type": "Inbound"},
           "browserInfo": {"name": "Chrome", "version": "91.0.4472.114",
                           "ipAddress": "127.0.0.1", "originatingUrl": "http://localhost:3000/"},
           "language": "en", "_type": "Chat"}""")
  record Chat(
      UUID requesterId,
      UUID widgetId,
      MessageRequest message,
      @Nullable BrowserPayload browserInfo,
      @Nullable String language)
      implements CreateRequest {
    public Chat {
      requesterId = Required.field("requesterId", requesterId);
      widgetId = Required.field("widgetId", widgetId);
      message = whole(message);
      requireNoMailbox(message);
    }

    @Override
    public List<FilePayload> attachments() {
      return message.attachments();
    }

    @Override
    public Opening toOpening(List<IncomingFile> files) {
      return new CreateConversation.ByChat(
          new ContactEndpointId(widgetId),
          browserInfo == null ? null : browserInfo.toDomain(),
          language,
          message.toDraft(files));
    }
  }

  /**
   * @param contactEndpointId our number
   */
  @RegisterForReflection
  @Schema(
      name = "CreateSmsConversation",
      examples =
          """
          {"requesterId": "9c2a2cce-699f-4a72-89d9-fda5bc8dec8b",
           "contactEndpointId": "+4540404040",
           "message": {"content": {"value": "It is on its way.", "_type": "Text"},
                       "agentId": "bac5a02c-15b3-44da-ae1e-ab7b9db4aa89", "_type": "Outbound"},
           "_type": "Sms"}""")
  record Sms(UUID requesterId, String contactEndpointId, MessageRequest message)
      implements CreateRequest {
    public Sms {
      requesterId = Required.field("requesterId", requesterId);
      contactEndpointId = Required.text("contactEndpointId", contactEndpointId);
      message = whole(message);
      requireNoMailbox(message);
    }

    @Override
    public List<FilePayload> attachments() {
      return message.attachments();
    }

    @Override
    public Opening toOpening(List<IncomingFile> files) {
      return new CreateConversation.BySms(contactEndpointId, message.toDraft(files));
    }
  }

  /**
   * A call to be made.
   *
   * @param contactEndpointId our number
   * @param queueId where it waits
   */
  @RegisterForReflection
  @Schema(
      name = "CreateCallbackConversation",
      examples =
          """
          {"requesterId": "9c2a2cce-699f-4a72-89d9-fda5bc8dec8b",
           "contactEndpointId": "+4540404040",
           "queueId": "cd87b232-64c8-4ad5-b81a-6f9233352d97", "direction": "Inbound",
           "_type": "Callback"}""")
  record Callback(
      UUID requesterId,
      String contactEndpointId,
      UUID queueId,
      @Schema(enumeration = {"Inbound", "Outbound"}) String direction)
      implements CreateRequest {
    public Callback {
      requesterId = Required.field("requesterId", requesterId);
      contactEndpointId = Required.text("contactEndpointId", contactEndpointId);
      queueId = Required.field("queueId", queueId);
      DixaWords.directionInBody(direction);
    }

    @Override
    public List<FilePayload> attachments() {
      return List.of();
    }

    @Override
    public Opening toOpening(List<IncomingFile> files) {
      return new CreateConversation.ByCallback(
          contactEndpointId, new QueueId(queueId), DixaWords.directionInBody(direction));
    }
  }

  private static MessageRequest whole(@Nullable MessageRequest message) {
    MessageRequest present = Required.field("message", message);
    if (!present.hasContent()) {
      throw RequestRefused.badBody("message.content", "is required");
    }
    return present;
  }

  /** There is one mailbox that a new conversation is held from. */
  private static void requireSentFrom(MessageRequest message, String address) {
    if (message.integrationEmail() != null
        && !message.integrationEmail().equalsIgnoreCase(address)) {
      throw invalid("names another mailbox than the conversation");
    }
  }

  private static void requireNoMailbox(MessageRequest message) {
    if (message.integrationEmail() != null) {
      throw invalid("names a mailbox of ours, as only mails have");
    }
  }

  private static DomainException invalid(String rule) {
    return new DomainException(new ConversationError.InvalidMessage(rule));
  }
}
