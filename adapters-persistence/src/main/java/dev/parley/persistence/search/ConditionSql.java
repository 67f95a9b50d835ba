package dev.parley.persistence.search;

import dev.parley.application.search.Condition;
import dev.parley.application.search.Condition.Choice;
import dev.parley.application.search.ConversationFilter;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conditions on {@code conversation c}. */
final class ConditionSql {
  private static final String SETTLED = "c.state in ('resolved', 'closed')";

  private final Sql sql;
  private final Instant now;

  private ConditionSql(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /** Adds {@code and (…)}, or nothing when there are no conditions. */
  static void add(Sql sql, ConversationFilter filter, Instant now) {
    if (filter.conditions().isEmpty()) {
      return;
    }
    ConditionSql conditions = new ConditionSql(sql, now);
    String before = " and ((";
    for (Condition condition : filter.conditions()) {
      sql.add(before);
      conditions.add(condition);
      before = filter.all() ? ") and (" : ") or (";
    }
    sql.add("))");
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.OfAgent(var agent) ->
          choose(
              "case when c.assignment = 'assigned' then c.agent_id end",
              "uuid",
              agent,
              UUID[]::new,
              AgentId::value);
      case Condition.OfQueue(var queue) ->
          choose("c.queue_id", "uuid", queue, UUID[]::new, QueueId::value);
      case Condition.OfRequester(var requester) ->
          choose("c.requester_id", "uuid", requester, UUID[]::new, ContactId::value);
      case Condition.Numbered(var number) ->
          choose("c.number", "bigint", number, Long[]::new, Function.identity());
      case Condition.OverChannel(var channel) ->
          choose("c.channel", "text", channel, String[]::new, Channel::name);
      case Condition.Going(var direction) ->
          choose("c.direction", "text", direction, String[]::new, Code::of);
      case Condition.In(var status) ->
          choose(
              """
              case when c.state in ('resolved', 'closed') then 'settled'
                   when c.state = 'open' then 'open' else 'pending' end\
              """,
              "text",
              status,
              String[]::new,
              Code::of);
      case Condition.Tagged(var rule, var tags) ->
          tagged(rule, array(tags, UUID[]::new, TagId::value));
      case Condition.Holding(var attribute, var value) -> holding(attribute.value(), value);
      case Condition.Happened happened -> happened(happened);
      case Condition.Lasted lasted -> lasted(lasted);
    }
  }

  private <T, V> void choose(
      String column,
      String type,
      Choice<T> choice,
      java.util.function.IntFunction<V[]> array,
      Function<T, V> value) {
    switch (choice) {
      case Choice.OneOf<T>(var values) ->
          sql.add(
              "(" + column + ") = any(?::" + type + "[])", (Object) array(values, array, value));
      case Choice.NoneOf<T>(var values) ->
          sql.add(
              "coalesce((" + column + ") <> all(?::" + type + "[]), true)",
              (Object) array(values, array, value));
      case Choice.Absent<T> _ -> sql.add("(" + column + ") is null");
      case Choice.Present<T> _ -> sql.add("(" + column + ") is not null");
    }
  }

  private void tagged(Condition.TagRule rule, UUID[] tags) {
    switch (rule) {
      case HAS_ONE -> withTag("exists", tags);
      case LACKS_ALL -> withTag("not exists", tags);
      case HAS_ALL -> withAllTags("=", tags);
      case LACKS_ONE -> withAllTags("<", tags);
      case HAS_NO_TAG -> sql.add("not exists (" + TAGS + ")");
      case HAS_ANY_TAG -> sql.add("exists (" + TAGS + ")");
    }
  }

  private static final String TAGS =
      "select from conversation_tag t where t.org_id = $1 and t.conversation_id = c.id";

  private void withTag(String exists, UUID[] tags) {
    sql.add(exists + " (" + TAGS + " and t.tag_id = any(?::uuid[]))", (Object) tags);
  }

  private void withAllTags(String compared, UUID[] tags) {
    sql.add(
        "(select count(*) from conversation_tag t where t.org_id = $1 and t.conversation_id = c.id"
            + " and t.tag_id = any(?::uuid[])) "
            + compared
            + " ?::integer",
        tags,
        tags.length);
  }

  private void holding(UUID attribute, Choice<List<String>> value) {
    switch (value) {
      case Choice.OneOf<List<String>>(var paths) -> held("exists", attribute, paths);
      case Choice.NoneOf<List<String>>(var paths) -> held("not exists", attribute, paths);
      case Choice.Present<List<String>> _ -> held("exists", attribute, Set.of());
      case Choice.Absent<List<String>> _ -> held("not exists", attribute, Set.of());
    }
  }

  /**
   * @param paths of which one is its beginning; none for any value
   */
  private void held(String exists, UUID attribute, Set<List<String>> paths) {
    sql.add(
        exists
            + """
             (select from conversation_attribute v
                where v.org_id = $1 and v.conversation_id = c.id and v.attribute_id = ?::uuid\
            """,
        attribute);
    String before = " and (";
    for (List<String> path : paths) {
      sql.add(
          before + "v.value[1:?::integer] = ?::text[]", path.size(), path.toArray(String[]::new));
      before = " or ";
    }
    sql.add(paths.isEmpty() ? ")" : "))");
  }

  private void happened(Condition.Happened happened) {
    String column =
        switch (happened.moment()) {
          case CREATED -> "c.created_at";
          case SETTLED -> "case when " + SETTLED + " then c.state_updated_at end";
          case ASSIGNED -> "case when c.assignment = 'assigned' then c.assignment_at end";
          case LAST_MESSAGE -> "c.last_message_at";
          case LAST_ACTIVITY -> "c.last_activity_at";
        };
    sql.add("(" + column + ") is not null");
    if (happened.from() != null) {
      sql.add(" and (" + column + ") >= ?::timestamptz", Rows.timestamp(happened.from()));
    }
    if (happened.to() != null) {
      sql.add(" and (" + column + ") <= ?::timestamptz", Rows.timestamp(happened.to()));
    }
  }

  private void lasted(Condition.Lasted lasted) {
    sql.add(
        "(extract(epoch from (case when "
            + SETTLED
            + " then c.state_updated_at else ?::timestamptz end) - c.created_at) * 1000)"
            + " between ?::bigint and ?::bigint",
        Rows.timestamp(now),
        lasted.least().toMillis(),
        lasted.most() == null ? Long.MAX_VALUE : lasted.most().toMillis());
  }

  private static <T, V> V[] array(
      Collection<T> values, java.util.function.IntFunction<V[]> array, Function<T, V> value) {
    Stream<V> mapped = values.stream().map(value);
    return mapped.toArray(array);
  }
}
