package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation to start, by channel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CreateRequest.Email.class, name = "Email"),
  @JsonSubTypes.Type(
      value = CreateRequest.Unsupported.class,
      names = {"ContactForm", "Chat", "Sms", "Callback"})
})
@RegisterForReflection
@Schema(
    name = "CreateConversationInput",
    oneOf = {CreateRequest.Email.class},
    discriminatorProperty = "_type")
sealed interface CreateRequest {
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
      message = Required.field("message", message);
    }
  }

  /** A channel without a connector. */
  @RegisterForReflection
  @Schema(hidden = true)
  record Unsupported() implements CreateRequest {}
}
