package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.conversation.ConversationView;
import dev.parley.rest.dixa.DixaChannel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conversation in the variant of its channel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EmailConversation.class, name = "EmailConversation"),
  @JsonSubTypes.Type(value = ContactFormConversation.class, name = "ContactFormConversation"),
  @JsonSubTypes.Type(value = ChatConversation.class, name = "ChatConversation"),
  @JsonSubTypes.Type(value = MessengerConversation.class, name = "MessengerConversation"),
  @JsonSubTypes.Type(value = SmsConversation.class, name = "SmsConversation"),
  @JsonSubTypes.Type(value = PstnPhoneConversation.class, name = "PstnPhoneConversation"),
  @JsonSubTypes.Type(value = WhatsAppConversation.class, name = "WhatsAppConversation"),
  @JsonSubTypes.Type(
      value = FacebookMessengerConversation.class,
      name = "FacebookMessengerConversation"),
  @JsonSubTypes.Type(value = TwitterConversation.class, name = "TwitterConversation"),
  @JsonSubTypes.Type(value = GenericConversation.class, name = "GenericConversation"),
  @JsonSubTypes.Type(value = AnonymizedConversation.class, name = "AnonymizedConversation")
})
@RegisterForReflection
@Schema(
    name = "Conversation",
    oneOf = {
      EmailConversation.class,
      ContactFormConversation.class,
      ChatConversation.class,
      MessengerConversation.class,
      SmsConversation.class,
      PstnPhoneConversation.class,
      WhatsAppConversation.class,
      FacebookMessengerConversation.class,
      TwitterConversation.class,
      GenericConversation.class,
      AnonymizedConversation.class
    },
    discriminatorProperty = "_type",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "EmailConversation", schema = EmailConversation.class),
      @DiscriminatorMapping(
          value = "ContactFormConversation",
          schema = ContactFormConversation.class),
      @DiscriminatorMapping(value = "ChatConversation", schema = ChatConversation.class),
      @DiscriminatorMapping(value = "MessengerConversation", schema = MessengerConversation.class),
      @DiscriminatorMapping(value = "SmsConversation", schema = SmsConversation.class),
      @DiscriminatorMapping(value = "PstnPhoneConversation", schema = PstnPhoneConversation.class),
      @DiscriminatorMapping(value = "WhatsAppConversation", schema = WhatsAppConversation.class),
      @DiscriminatorMapping(
          value = "FacebookMessengerConversation",
          schema = FacebookMessengerConversation.class),
      @DiscriminatorMapping(value = "TwitterConversation", schema = TwitterConversation.class),
      @DiscriminatorMapping(value = "GenericConversation", schema = GenericConversation.class),
      @DiscriminatorMapping(value = "AnonymizedConversation", schema = AnonymizedConversation.class)
    })
sealed interface ConversationPayload
    permits EmailConversation,
        ContactFormConversation,
        ChatConversation,
        MessengerConversation,
        SmsConversation,
        PstnPhoneConversation,
        WhatsAppConversation,
        FacebookMessengerConversation,
        TwitterConversation,
        GenericConversation,
        AnonymizedConversation {
  static ConversationPayload from(ConversationView view) {
    Instant anonymizedAt = view.conversation().anonymizedAt();
    if (anonymizedAt != null) {
      return AnonymizedConversation.from(view, anonymizedAt);
    }
    return DixaChannel.of(view.conversation().channel())
        .map(channel -> from(view, channel))
        .orElseGet(() -> GenericConversation.from(view));
  }

  private static ConversationPayload from(ConversationView view, DixaChannel channel) {
    return switch (channel) {
      case EMAIL -> EmailConversation.from(view);
      case CONTACT_FORM -> ContactFormConversation.from(view);
      case WIDGET_CHAT -> ChatConversation.from(view);
      case MESSENGER -> MessengerConversation.from(view);
      case SMS -> SmsConversation.from(view);
      case PSTN_PHONE, CALLBACK, VOICEMAIL -> PstnPhoneConversation.from(view);
      case WHATS_APP -> WhatsAppConversation.from(view);
      case FACEBOOK_MESSENGER -> FacebookMessengerConversation.from(view);
      case TWITTER -> TwitterConversation.from(view);
    };
  }
}
