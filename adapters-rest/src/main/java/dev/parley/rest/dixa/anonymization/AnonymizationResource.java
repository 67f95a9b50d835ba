package dev.parley.rest.dixa.anonymization;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.anonymization.RequestAnonymization.Target;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The older way to order anything anonymized. */
@Path("/v1/anonymization")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Anonymization")
class AnonymizationResource {
  private static final String SUFFIX = "AnonymizationType";

  private final Orders orders;

  AnonymizationResource(Orders orders) {
    this.orders = orders;
  }

  @POST
  @Operation(
      operationId = "requestAnonymization",
      summary = "Anonymize a conversation, message or user",
      deprecated = true)
  public Uni<Data<RequestPayload>> request(AnonymizationOrder order) {
    return orders.give(order.target(), Boolean.TRUE.equals(order.forceAnonymization()));
  }

  /**
   * @param entityId a conversation's id, {@code <conversationId>_<messageId>}, or an end user's id
   * @param entityType what {@code _type} is called in Dixa's older descriptions; either will do
   */
  @RegisterForReflection
  @Schema(
      name = "AnonymizationInput",
      examples =
          """
          {"entityId": "10749", "_type": "Conversation", "forceAnonymization": false}""")
  record AnonymizationOrder(
      String entityId,
      @JsonProperty("_type") @Schema(enumeration = {"Conversation", "Message", "User"})
          @Nullable String type,
      @Nullable String entityType,
      @Nullable Boolean forceAnonymization) {
    AnonymizationOrder {
      entityId = Required.field("entityId", entityId);
    }

    Target target() {
      String kind = Required.field("_type", type == null ? entityType : type);
      return switch (kind.endsWith(SUFFIX)
          ? kind.substring(0, kind.length() - SUFFIX.length())
          : kind) {
        case "Conversation" -> new Target.Conversation(conversation(entityId));
        case "Message" -> message();
        case "User" -> new Target.Contact(new ContactId(uuid(entityId)));
        default -> throw RequestRefused.badBody("_type", "must be Conversation, Message or User");
      };
    }

    private Target message() {
      int separator = entityId.indexOf('_');
      if (separator < 0) {
        throw malformed();
      }
      return new Target.Message(
          conversation(entityId.substring(0, separator)),
          new MessageId(uuid(entityId.substring(separator + 1))));
    }

    private static long conversation(String text) {
      return DixaIds.number(text).orElseThrow(AnonymizationOrder::malformed);
    }

    private static UUID uuid(String text) {
      return DixaIds.uuid(text).orElseThrow(AnonymizationOrder::malformed);
    }

    private static RequestRefused malformed() {
      return RequestRefused.badBody("entityId", "is not of its form");
    }
  }
}
