package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.conversation.ImportConversation;
import dev.parley.application.conversation.ImportConversation.PastClosing;
import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ImportedHistory.Holder;
import dev.parley.domain.conversation.Source;
import dev.parley.rest.dixa.DixaChannel;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conversation that took place elsewhere. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes(
    @JsonSubTypes.Type(value = ImportRequest.Generic.class, name = "GenericConversationImport"))
@RegisterForReflection
@Schema(
    name = "ImportConversationInput",
    oneOf = ImportRequest.Generic.class,
    discriminatorProperty = "_type",
    discriminatorMapping =
        @DiscriminatorMapping(
            value = "GenericConversationImport",
            schema = ImportRequest.Generic.class))
sealed interface ImportRequest {
  ImportConversation.Command toCommand(Actor actor, int attachments);

  /**
   * @param genericChannelName what the medium is called there; {@code email} and the names of
   *     Dixa's other channels make a conversation of that channel
   * @param requesterConnectionStatus accepted, without effect
   */
  @RegisterForReflection
  @Schema(
      name = "GenericConversationImport",
      examples =
          """
          {"genericChannelName": "MyCustomChat",
           "requesterId": "9c2a2cce-699f-4a72-89d9-fda5bc8dec8b",
           "requesterConnectionStatus": "Connected", "direction": "Inbound",
           "messages": [
             {"content": {"value": "My order hasn't shipped", "_type": "Text"},
              "attachments": [], "createdAt": "2021-12-01T13:00:00.003Z", "externalId": "42",
              "_type": "InboundImport"}],
           "createdAt": "2021-12-01T11:00:00.001Z",
           "assignment": {"agentId": "cd4ceb58-bb3a-443c-9cd8-4f088feafe5b",
                          "assignedAt": "2021-12-01T12:00:00.002Z"},
           "externalId": "conversation-7", "_type": "GenericConversationImport"}""")
  record Generic(
      String genericChannelName,
      UUID requesterId,
      @Schema(enumeration = {"Inbound", "Outbound"}) String direction,
      String createdAt,
      List<ImportMessageRequest> messages,
      @Nullable @Schema(enumeration = {"Connected", "Disconnected"})
          String requesterConnectionStatus,
      @Nullable Assigned assignment,
      @Nullable String externalId,
      @Nullable Closing closing,
      @Nullable Attributes attributes)
      implements ImportRequest {
    private static final Set<String> CONNECTION = Set.of("Connected", "Disconnected");

    public Generic {
      genericChannelName = Required.text("genericChannelName", genericChannelName);
      requesterId = Required.field("requesterId", requesterId);
      DixaWords.directionInBody(direction);
      time("createdAt", createdAt);
      messages = Required.elements("messages", messages);
      if (requesterConnectionStatus != null && !CONNECTION.contains(requesterConnectionStatus)) {
        throw RequestRefused.badBody("requesterConnectionStatus", "is unknown");
      }
    }

    @Override
    public ImportConversation.Command toCommand(Actor actor, int most) {
      return new ImportConversation.Command(
          actor,
          new ContactId(requesterId),
          DixaChannel.named(genericChannelName),
          new Source(genericChannelName, externalId),
          DixaWords.directionInBody(direction),
          time("createdAt", createdAt),
          attributes == null ? null : attributes.emailIntegrationId(),
          attributes == null ? null : attributes.subject(),
          messages.stream().map(message -> message.toPast(most)).toList(),
          assignment == null ? null : assignment.toHolder(),
          closing == null ? null : closing.toPast());
    }
  }

  /** Who has it, since when. */
  @RegisterForReflection
  @Schema(name = "ImportAssignment")
  record Assigned(UUID agentId, String assignedAt) {
    public Assigned {
      agentId = Required.field("assignment.agentId", agentId);
      time("assignment.assignedAt", assignedAt);
    }

    Holder toHolder() {
      return new Holder(new AgentId(agentId), time("assignment.assignedAt", assignedAt));
    }
  }

  /** Who closed it, when. */
  @RegisterForReflection
  @Schema(name = "ImportClosing")
  record Closing(String closedAt, UUID closedBy) {
    public Closing {
      closedBy = Required.field("closing.closedBy", closedBy);
      time("closing.closedAt", closedAt);
    }

    PastClosing toPast() {
      return new PastClosing(new AgentId(closedBy), time("closing.closedAt", closedAt));
    }
  }

  /**
   * What a thread of mails has.
   *
   * @param emailIntegrationId our address
   */
  @RegisterForReflection
  @Schema(name = "ImportAttributes")
  record Attributes(@Nullable String emailIntegrationId, @Nullable String subject) {}

  /**
   * @throws RequestRefused when absent or none
   */
  static Instant time(String name, @Nullable String text) {
    return Required.field(name, DixaTimes.inBody(name, text));
  }
}
