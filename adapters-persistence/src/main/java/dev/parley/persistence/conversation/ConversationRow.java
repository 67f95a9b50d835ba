package dev.parley.persistence.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.support.Rows;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A conversation as its row. */
final class ConversationRow {
  /** Of {@code conversation c}. */
  static final String COLUMNS =
      """
      c.id, c.number, c.requester_id, c.channel, c.direction, c.endpoint_id, c.contact_address,
      c.subject, c.language, c.browser_info, c.source_channel, c.external_id, c.state, c.snoozed_until, c.state_updated_at, c.assignment,
      c.agent_id, c.assignment_at, c.queue_id, c.queued_at, c.created_at, c.anonymized_at,
      c.parent_id, c.link_type, c.version,
      array(select t.tag_id from conversation_tag t
             where t.org_id = $1 and t.conversation_id = c.id) as tags
      """;

  private ConversationRow() {}

  static Conversation toDomain(Row row) {
    UUID endpoint = row.getUUID("endpoint_id");
    return new Conversation(
        new ConversationId(row.getUUID("id")),
        new ContactId(row.getUUID("requester_id")),
        new Channel(row.getString("channel")),
        Codes.parse(Direction.class, row.getString("direction")),
        endpoint == null ? null : new ContactEndpointId(endpoint),
        row.getString("contact_address"),
        row.getString("subject"),
        row.getString("language"),
        BrowserJson.toDomain(row.getJsonObject("browser_info")),
        source(row),
        state(row),
        Rows.requiredInstant(row, "state_updated_at"),
        assignment(row),
        place(row),
        tags(row),
        link(row),
        Rows.requiredInstant(row, "created_at"),
        Rows.instant(row, "anonymized_at"),
        row.getLong("version"));
  }

  static @Nullable Instant snoozedUntil(ConversationState state) {
    return state instanceof ConversationState.Snoozed(Instant until) ? until : null;
  }

  static @Nullable UUID agent(Assignment assignment) {
    return switch (assignment) {
      case Assignment.Offered offered -> offered.agent().value();
      case Assignment.Assigned assigned -> assigned.agent().value();
      case Assignment.Unassigned _, Assignment.Queued _ -> null;
    };
  }

  static @Nullable Instant at(Assignment assignment) {
    return switch (assignment) {
      case Assignment.Unassigned _ -> null;
      case Assignment.Queued queued -> queued.since();
      case Assignment.Offered offered -> offered.until();
      case Assignment.Assigned assigned -> assigned.since();
    };
  }

  static @Nullable String externalId(@Nullable Source source) {
    return source == null ? null : source.externalId();
  }

  private static @Nullable Source source(Row row) {
    String channel = row.getString("source_channel");
    return channel == null ? null : new Source(channel, row.getString("external_id"));
  }

  static ConversationState state(Row row) {
    return switch (row.getString("state")) {
      case "open" -> new ConversationState.Open();
      case "pending" -> new ConversationState.Pending();
      case "snoozed" -> new ConversationState.Snoozed(Rows.requiredInstant(row, "snoozed_until"));
      case "resolved" -> new ConversationState.Resolved();
      case "closed" -> new ConversationState.Closed();
      case String other -> throw new IllegalStateException("unknown state " + other);
    };
  }

  private static Assignment assignment(Row row) {
    return switch (row.getString("assignment")) {
      case "unassigned" -> new Assignment.Unassigned();
      case "queued" ->
          new Assignment.Queued(queue(row), Rows.requiredInstant(row, "assignment_at"));
      case "offered" ->
          new Assignment.Offered(
              queue(row), agent(row), Rows.requiredInstant(row, "assignment_at"));
      case "assigned" ->
          new Assignment.Assigned(agent(row), Rows.requiredInstant(row, "assignment_at"));
      case String other -> throw new IllegalStateException("unknown assignment " + other);
    };
  }

  private static AgentId agent(Row row) {
    return new AgentId(row.getUUID("agent_id"));
  }

  private static QueueId queue(Row row) {
    return new QueueId(row.getUUID("queue_id"));
  }

  private static @Nullable QueuePlace place(Row row) {
    return row.getUUID("queue_id") == null
        ? null
        : new QueuePlace(queue(row), Rows.requiredInstant(row, "queued_at"));
  }

  private static @Nullable ConversationLink link(Row row) {
    UUID parent = row.getUUID("parent_id");
    return parent == null
        ? null
        : new ConversationLink(
            new ConversationId(parent),
            Codes.parse(ConversationLink.Type.class, row.getString("link_type")));
  }

  private static Set<TagId> tags(Row row) {
    return Arrays.stream(row.getArrayOfUUIDs("tags")).map(TagId::new).collect(Collectors.toSet());
  }
}
