package dev.parley.rest.dixa.anonymization;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.Scope;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An accepted order.
 *
 * @param entityType Dixa's older discriminator, still sent
 * @param processedAt absent until it is carried out
 */
@RegisterForReflection
@Schema(
    name = "AnonymizationRequest",
    examples =
        """
        {"id": "87bac308-e49f-4134-84cc-96b868f1e1e4",
         "entityType": "ConversationAnonymizationType", "_type": "Conversation",
         "initiatedAt": "2021-12-01T12:46:36.581Z[GMT]", "targetEntityId": "10749",
         "requestedBy": "b165fdaa-51d6-44b0-bfcd-5f431d623fa7"}""")
record RequestPayload(
    UUID id,
    @Schema(
            enumeration = {
              "ConversationAnonymizationType",
              "MessageAnonymizationType",
              "UserAnonymizationType"
            })
        String entityType,
    @JsonProperty("_type") @Schema(enumeration = {"Conversation", "Message", "User"}) String type,
    String initiatedAt,
    @Nullable String processedAt,
    String targetEntityId,
    UUID requestedBy) {
  static RequestPayload from(AnonymizationRequest request) {
    String type = type(request.scope());
    return new RequestPayload(
        request.id().value(),
        type + "AnonymizationType",
        type,
        DixaTimes.zoned(request.initiatedAt()),
        DixaTimes.zonedOrNull(request.processedAt()),
        target(request.scope()),
        request.requestedBy().value());
  }

  private static String type(Scope scope) {
    return switch (scope) {
      case Scope.OfContact _ -> "User";
      case Scope.OfConversation _ -> "Conversation";
      case Scope.OfMessage _ -> "Message";
    };
  }

  private static String target(Scope scope) {
    return switch (scope) {
      case Scope.OfContact(var contact) -> contact.value().toString();
      case Scope.OfConversation(_, long number) -> Long.toString(number);
      case Scope.OfMessage(_, long number, var message) -> number + "_" + message.value();
    };
  }
}
