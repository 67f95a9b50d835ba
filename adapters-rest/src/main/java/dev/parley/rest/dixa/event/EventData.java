package dev.parley.rest.dixa.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.application.event.Event;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.event.EventType;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.dixa.attribute.AttributeValuePayload;
import dev.parley.rest.dixa.event.EventPayload.ConversationPayload;
import dev.parley.rest.dixa.event.EventPayload.QueuePayload;
import dev.parley.rest.dixa.event.EventPayload.UserPayload;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an event is about. The fields of other types of events are absent. */
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(name = "EventData")
record EventData(
    ConversationPayload conversation,
    @Nullable UUID messageId,
    @Nullable UUID noteId,
    @Nullable String text,
    @Nullable ContentPayload content,
    @Nullable String channel,
    @Nullable String direction,
    @Nullable String externalId,
    @Nullable String createdAt,
    @Nullable UserPayload author,
    @Nullable String reason,
    @Nullable TagPayload tag,
    @Nullable QueuePayload queue,
    @JsonProperty("pendingByUser") @Nullable UserPayload pendingByUser,
    @Nullable List<AttributePayload> customAttributes,
    @Nullable Integer score,
    @Nullable String comment) {

  static EventData from(Event event) {
    return switch (event.detail()) {
      case Event.Detail.None _ ->
          event.type() == EventType.CONVERSATION_ABANDONED
              ? bare(event, null, QueuePayload.from(event.conversation().queue()), null)
              : bare(event, null, null, null);
      case Event.Detail.PendingBy(Event.Person user) ->
          bare(event, null, null, UserPayload.from(user));
      case Event.Detail.OfRating(int score, String comment) -> rated(event, score, comment);
      case Event.Detail.OfAttributes(List<AttributeChange> changes) -> updated(event, changes);
      case Event.Detail.OfTag(UUID id, String name) ->
          bare(event, new TagPayload(id, name), null, null);
      case Event.Detail.OfNote note ->
          new EventData(
              ConversationPayload.from(event.conversation()),
              null,
              note.id().value(),
              note.text(),
              null,
              null,
              null,
              null,
              DixaTimes.isoOrNull(note.createdAt()),
              UserPayload.from(event.by()),
              null,
              null,
              null,
              null,
              null,
              null,
              null);
      case Event.Detail.OfMessage(Message message, Event.Person author) ->
          event.type() == EventType.CONVERSATION_MESSAGE_ADDED
              ? added(event, message, author)
              : delivered(event, message);
    };
  }

  private static EventData bare(
      Event event,
      @Nullable TagPayload tag,
      @Nullable QueuePayload queue,
      @Nullable UserPayload pendingBy) {
    return new EventData(
        ConversationPayload.from(event.conversation()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        tag,
        queue,
        pendingBy,
        null,
        null,
        null);
  }

  private static EventData rated(Event event, int score, @Nullable String comment) {
    return new EventData(
        ConversationPayload.from(event.conversation()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        score,
        comment);
  }

  private static EventData updated(Event event, List<AttributeChange> changes) {
    return new EventData(
        ConversationPayload.from(event.conversation()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        changes.stream().map(AttributePayload::from).toList(),
        null,
        null);
  }

  private static EventData added(Event event, Message message, Event.Person author) {
    Content content = message.content();
    return new EventData(
        ConversationPayload.from(event.conversation()),
        message.id().value(),
        null,
        content == null ? null : content.value(),
        ContentPayload.from(content),
        ConversationPayload.channel(event.conversation().channel()),
        message.direction().name().toLowerCase(Locale.ROOT),
        message.externalId(),
        DixaTimes.iso(message.createdAt()),
        UserPayload.from(author),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static EventData delivered(Event event, Message message) {
    return new EventData(
        ConversationPayload.from(event.conversation()),
        message.id().value(),
        null,
        null,
        null,
        ConversationPayload.channel(event.conversation().channel()),
        message.direction().name().toLowerCase(Locale.ROOT),
        message.externalId(),
        null,
        null,
        message.delivery().reason(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @RegisterForReflection
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @Schema(name = "EventContent")
  record ContentPayload(String text, String contentType) {
    static @Nullable ContentPayload from(@Nullable Content content) {
      return content == null ? null : new ContentPayload(content.value(), content.format().name());
    }
  }

  @RegisterForReflection
  @Schema(name = "EventTag")
  record TagPayload(UUID id, String name) {}

  /**
   * @param value a string or a list of strings; absent when it was taken away
   */
  @RegisterForReflection
  @Schema(name = "EventCustomAttribute")
  record AttributePayload(UUID id, @Nullable Object value) {
    static AttributePayload from(AttributeChange change) {
      AttributeValue value = change.value();
      return new AttributePayload(
          change.attribute().value(), value == null ? null : AttributeValuePayload.json(value));
    }
  }
}
