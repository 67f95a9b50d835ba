package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.rest.dixa.DixaChannel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a message on its channel. Of what Dixa knows, calls, recordings,
 * transcripts and forms inside a chat are missing: nothing here makes such messages.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MessageAttributes.Email.class, name = "EmailAttributes"),
  @JsonSubTypes.Type(value = MessageAttributes.ContactForm.class, name = "ContactFormAttributes"),
  @JsonSubTypes.Type(value = MessageAttributes.Chat.class, name = "ChatAttributes"),
  @JsonSubTypes.Type(value = MessageAttributes.Sms.class, name = "SmsAttributes"),
  @JsonSubTypes.Type(value = MessageAttributes.WhatsApp.class, name = "WhatsAppAttributes"),
  @JsonSubTypes.Type(
      value = MessageAttributes.FacebookMessenger.class,
      name = "FacebookMessengerAttributes"),
  @JsonSubTypes.Type(value = MessageAttributes.Twitter.class, name = "TwitterAttributes"),
  @JsonSubTypes.Type(value = MessageAttributes.Generic.class, name = "GenericAttributes")
})
@RegisterForReflection
@Schema(
    name = "MessageAttributes",
    oneOf = {
      MessageAttributes.Email.class,
      MessageAttributes.ContactForm.class,
      MessageAttributes.Chat.class,
      MessageAttributes.Sms.class,
      MessageAttributes.WhatsApp.class,
      MessageAttributes.FacebookMessenger.class,
      MessageAttributes.Twitter.class,
      MessageAttributes.Generic.class
    },
    discriminatorProperty = "_type",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "EmailAttributes", schema = MessageAttributes.Email.class),
      @DiscriminatorMapping(
          value = "ContactFormAttributes",
          schema = MessageAttributes.ContactForm.class),
      @DiscriminatorMapping(value = "ChatAttributes", schema = MessageAttributes.Chat.class),
      @DiscriminatorMapping(value = "SmsAttributes", schema = MessageAttributes.Sms.class),
      @DiscriminatorMapping(
          value = "WhatsAppAttributes",
          schema = MessageAttributes.WhatsApp.class),
      @DiscriminatorMapping(
          value = "FacebookMessengerAttributes",
          schema = MessageAttributes.FacebookMessenger.class),
      @DiscriminatorMapping(value = "TwitterAttributes", schema = MessageAttributes.Twitter.class),
      @DiscriminatorMapping(value = "GenericAttributes", schema = MessageAttributes.Generic.class)
    })
sealed interface MessageAttributes {
  static MessageAttributes from(Channel channel, Message message, Files files) {
    Envelope envelope = message.envelope();
    if (envelope != null) {
      return mail(channel, message, envelope, files);
    }
    Said said = Said.from(message, files);
    return DixaChannel.of(channel)
        .map(known -> plain(known, message, said))
        .orElseGet(() -> new Generic(said));
  }

  private static MessageAttributes mail(
      Channel channel, Message message, Envelope envelope, Files files) {
    Mail mail = Mail.from(message, envelope, files);
    EmailContact from = EmailContact.from(envelope.from());
    return channel.equals(Channel.CONTACT_FORM) && isFilledIn(message, envelope)
        ? new ContactForm(mail, from, List.of(from))
        : new Email(mail, from);
  }

  /** What was typed into the form, and not one of the mails that followed. */
  private static boolean isFilledIn(Message message, Envelope envelope) {
    return message.direction() == Direction.INBOUND && envelope.original() == null;
  }

  private static MessageAttributes plain(DixaChannel channel, Message message, Said said) {
    return switch (channel) {
      case WIDGET_CHAT, MESSENGER -> new Chat(said, message.author() instanceof Author.BySystem);
      case SMS -> new Sms(said);
      case WHATS_APP -> new WhatsApp(said);
      case FACEBOOK_MESSENGER -> new FacebookMessenger(said);
      case TWITTER -> new Twitter(said);
      case EMAIL, CONTACT_FORM, PSTN_PHONE, CALLBACK, VOICEMAIL -> new Generic(said);
    };
  }

  @RegisterForReflection
  @Schema(
      name = "EmailAttributes",
      examples =
          """
          {"emailContent": {"content": {"value": "<p>Hi</p>", "_type": "Html"}, "_type": "Regular"},
           "from": {"email": "ada@example.org", "name": "Ada"},
           "to": [{"email": "support@example.com"}], "cc": [], "bcc": [], "isAutoReply": false,
           "inlineImages": [], "attachments": [], "direction": "Inbound",
           "_type": "EmailAttributes"}""")
  record Email(@JsonUnwrapped Mail mail, EmailContact from) implements MessageAttributes {}

  /**
   * @param replyDefaultToEmails where an answer goes
   */
  @RegisterForReflection
  @Schema(name = "ContactFormAttributes")
  record ContactForm(
      @JsonUnwrapped Mail mail,
      @Nullable EmailContact from,
      List<EmailContact> replyDefaultToEmails)
      implements MessageAttributes {}

  @RegisterForReflection
  @Schema(
      name = "ChatAttributes",
      examples =
          """
          {"content": {"value": "Hello?", "_type": "Text"}, "direction": "Inbound",
           "attachments": [], "isAutomated": false, "_type": "ChatAttributes"}""")
  record Chat(@JsonUnwrapped Said said, boolean isAutomated) implements MessageAttributes {}

  @RegisterForReflection
  @Schema(name = "SmsAttributes")
  record Sms(@JsonUnwrapped Said said) implements MessageAttributes {}

  @RegisterForReflection
  @Schema(name = "WhatsAppAttributes")
  record WhatsApp(@JsonUnwrapped Said said) implements MessageAttributes {}

  @RegisterForReflection
  @Schema(name = "FacebookMessengerAttributes")
  record FacebookMessenger(@JsonUnwrapped Said said) implements MessageAttributes {}

  @RegisterForReflection
  @Schema(name = "TwitterAttributes")
  record Twitter(@JsonUnwrapped Said said) implements MessageAttributes {}

  @RegisterForReflection
  @Schema(name = "GenericAttributes")
  record Generic(@JsonUnwrapped Said said) implements MessageAttributes {}
}
