package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.rest.dixa.attribute.AttributePatches;
import dev.parley.rest.dixa.attribute.AttributeValuePayload;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an entry of the activity log says besides who, when and what. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(
      value = ActivityAttributes.Created.class,
      name = "ConversationCreatedAttribute"),
  @JsonSubTypes.Type(value = ActivityAttributes.MessageAdded.class, name = "MessageAddedAttribute"),
  @JsonSubTypes.Type(value = ActivityAttributes.NoteAdded.class, name = "NoteAddedAttribute"),
  @JsonSubTypes.Type(value = ActivityAttributes.TagAdded.class, name = "TagAddedAttribute"),
  @JsonSubTypes.Type(value = ActivityAttributes.TagRemoved.class, name = "TagRemovedAttribute"),
  @JsonSubTypes.Type(
      value = ActivityAttributes.Offered.class,
      name = "ConversationOfferedAttribute"),
  @JsonSubTypes.Type(
      value = ActivityAttributes.Claimed.class,
      name = "ConversationClaimedAttribute"),
  @JsonSubTypes.Type(
      value = ActivityAttributes.Assigned.class,
      name = "ConversationAssignedAttribute"),
  @JsonSubTypes.Type(
      value = ActivityAttributes.Unassigned.class,
      name = "ConversationUnassignedAttribute"),
  @JsonSubTypes.Type(
      value = ActivityAttributes.Transferred.class,
      name = "ConversationTransferredAttribute"),
  @JsonSubTypes.Type(
      value = ActivityAttributes.RatingOffered.class,
      name = "ConversationRatingOfferedAttribute"),
  @JsonSubTypes.Type(value = ActivityAttributes.Rated.class, name = "ConversationRatedAttribute"),
  @JsonSubTypes.Type(
      value = ActivityAttributes.CustomAttributesUpdated.class,
      name = "ConversationCustomAttributesUpdatedAttribute"),
  @JsonSubTypes.Type(value = ActivityAttributes.Linked.class, name = "ConversationLinkedAttribute"),
  @JsonSubTypes.Type(
      value = ActivityAttributes.DeliveryFailed.class,
      name = "MessageDeliveryFailedAttribute"),
  @JsonSubTypes.Type(value = ActivityAttributes.Redacted.class, name = "MessageRedactedAttribute")
})
@RegisterForReflection
@Schema(
    name = "ActivityAttributes",
    oneOf = {
      ActivityAttributes.Created.class,
      ActivityAttributes.MessageAdded.class,
      ActivityAttributes.NoteAdded.class,
      ActivityAttributes.TagAdded.class,
      ActivityAttributes.TagRemoved.class,
      ActivityAttributes.Offered.class,
      ActivityAttributes.Claimed.class,
      ActivityAttributes.Assigned.class,
      ActivityAttributes.Unassigned.class,
      ActivityAttributes.Transferred.class,
      ActivityAttributes.RatingOffered.class,
      ActivityAttributes.Rated.class,
      ActivityAttributes.CustomAttributesUpdated.class,
      ActivityAttributes.Linked.class,
      ActivityAttributes.DeliveryFailed.class,
      ActivityAttributes.Redacted.class
    },
    discriminatorProperty = "_type")
sealed interface ActivityAttributes {
  @RegisterForReflection
  @Schema(name = "ConversationCreatedAttribute")
  record Created(@Nullable String subject) implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "MessageAddedAttribute")
  record MessageAdded(UUID messageId, @Nullable String fromEndpoint)
      implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "NoteAddedAttribute")
  record NoteAdded(String message) implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "TagAddedAttribute")
  record TagAdded(String tag) implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "TagRemovedAttribute")
  record TagRemoved(String tag) implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "ConversationOfferedAttribute")
  record Offered(List<String> agentNames, String queueLabel) implements ActivityAttributes {}

  /**
   * @param claimedFromLabel the agent's or the queue's name
   * @param claimedFromType {@code Agent} or {@code Queue}
   */
  @RegisterForReflection
  @Schema(name = "ConversationClaimedAttribute")
  record Claimed(@Nullable String claimedFromLabel, @Nullable String claimedFromType)
      implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "ConversationAssignedAttribute")
  record Assigned(UUID agentId, @Nullable String agentName) implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "ConversationUnassignedAttribute")
  record Unassigned(ActivityPayload.@Nullable User agent) implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "ConversationTransferredAttribute")
  record Transferred(
      String transferType,
      String destinationType,
      UUID destinationId,
      @Nullable String destinationLabel)
      implements ActivityAttributes {
    static Transferred toQueue(UUID queue, @Nullable String name) {
      return new Transferred("Queue", "Queue", queue, name);
    }
  }

  @RegisterForReflection
  @Schema(name = "ConversationRatingOfferedAttribute")
  record RatingOffered(ActivityPayload.@Nullable User agent, ActivityPayload.@Nullable User user)
      implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "ConversationRatedAttribute")
  record Rated(ActivityPayload.@Nullable User agent, int score, @Nullable String message)
      implements ActivityAttributes {}

  /**
   * @param updatedAttributeValues by id, a string or a list of strings; those taken away are absent
   */
  @RegisterForReflection
  @Schema(name = "ConversationCustomAttributesUpdatedAttribute")
  record CustomAttributesUpdated(
      List<UUID> updatedAttributeIds,
      @Schema(type = SchemaType.OBJECT, additionalProperties = AttributePatches.Value.class)
          Map<UUID, Object> updatedAttributeValues)
      implements ActivityAttributes {
    static CustomAttributesUpdated of(List<AttributeChange> changes) {
      Map<UUID, Object> values = new LinkedHashMap<>();
      for (AttributeChange change : changes) {
        if (change.value() != null) {
          values.put(change.attribute().value(), AttributeValuePayload.json(change.value()));
        }
      }
      return new CustomAttributesUpdated(
          changes.stream().map(change -> change.attribute().value()).toList(), values);
    }
  }

  @RegisterForReflection
  @Schema(name = "ConversationLinkedAttribute")
  record Linked(long child, long parent, String linkType) implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "MessageDeliveryFailedAttribute")
  record DeliveryFailed(UUID messageId, String reason) implements ActivityAttributes {}

  @RegisterForReflection
  @Schema(name = "MessageRedactedAttribute")
  record Redacted(UUID messageId, boolean wasTextRedacted, int numberOfDeletedFiles)
      implements ActivityAttributes {}
}
