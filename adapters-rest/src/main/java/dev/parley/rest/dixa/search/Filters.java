package dev.parley.rest.dixa.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.application.search.Condition;
import dev.parley.application.search.Condition.Choice;
import dev.parley.application.search.Condition.Moment;
import dev.parley.application.search.Condition.TagRule;
import dev.parley.application.search.ConversationFilter;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.tag.TagId;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.dixa.search.SearchInput.Combined;
import dev.parley.rest.dixa.search.SearchInput.FilterCondition;
import dev.parley.rest.dixa.search.SearchInput.Operator;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dixa's filters as conditions; everything that a field does not know is refused. */
final class Filters {
  private static final int VALUES_MAX = 100;

  private Filters() {}

  static ConversationFilter toDomain(@Nullable Combined filters) {
    return filters == null
        ? ConversationFilter.NONE
        : new ConversationFilter(
            switch (filters.strategy()) {
              case "All" -> true;
              case "Any" -> false;
              default -> throw bad("filters.strategy", "must be All or Any");
            },
            filters.conditions().stream().map(Filters::condition).toList());
  }

  private static Condition condition(FilterCondition condition) {
    Operator operator = condition.operator();
    return switch (condition.field().type()) {
      case "AgentId" -> new Condition.OfAgent(orNone(operator, id(AgentId::new)));
      case "QueueId" -> new Condition.OfQueue(orNone(operator, id(QueueId::new)));
      case "ContactId" -> new Condition.OfRequester(choice(operator, id(ContactId::new)));
      case "ConversationId" -> new Condition.Numbered(choice(operator, Filters::number));
      case "TagId" -> tags(operator);
      case "Channel" -> new Condition.OverChannel(words(operator, SearchWords::channels));
      case "Status" -> new Condition.In(words(operator, SearchWords::status));
      case "Direction" -> new Condition.Going(words(operator, SearchWords::direction));
      case "CreationDate" -> happened(Moment.CREATED, operator);
      case "ClosedDate" -> happened(Moment.SETTLED, operator);
      case "AssignedDate" -> happened(Moment.ASSIGNED, operator);
      case "LastMessage" -> happened(Moment.LAST_MESSAGE, operator);
      case "LastActivity" -> happened(Moment.LAST_ACTIVITY, operator);
      case "Duration" -> lasted(operator);
      case "CustomAttribute" ->
          new Condition.Holding(
              new CustomAttributeId(
                  Required.field("field.attributeId", condition.field().attributeId())),
              orNone(operator, Filters::path));
      default -> throw bad("field._type", "is unknown");
    };
  }

  private static <T> Choice<T> orNone(Operator operator, Function<JsonNode, T> value) {
    return switch (operator.type()) {
      case "IsEmpty" -> new Choice.Absent<>();
      case "IsNotEmpty" -> new Choice.Present<>();
      default -> choice(operator, value);
    };
  }

  private static <T> Choice<T> choice(Operator operator, Function<JsonNode, T> value) {
    return words(operator, node -> Set.of(value.apply(node)));
  }

  /** One word of theirs may stand for several things of ours, or for none. */
  private static <T> Choice<T> words(Operator operator, Function<JsonNode, Set<T>> meaning) {
    return switch (operator.type()) {
      case "IsOneOf" -> new Choice.OneOf<>(values(operator, meaning));
      case "IsNotOneOf" -> new Choice.NoneOf<>(values(operator, meaning));
      default -> throw unfit();
    };
  }

  private static <T> Set<T> values(Operator operator, Function<JsonNode, Set<T>> meaning) {
    List<JsonNode> values = Required.field("operator.values", operator.values());
    if (values.isEmpty() || values.size() > VALUES_MAX) {
      throw bad("operator.values", "must have 1 to " + VALUES_MAX + " elements");
    }
    return values.stream()
        .flatMap(value -> meaning.apply(value).stream())
        .collect(Collectors.toSet());
  }

  private static <T> Function<JsonNode, T> id(Function<UUID, T> type) {
    return value ->
        DixaIds.uuid(text(value))
            .map(type)
            .orElseThrow(() -> bad("operator.values", "must be UUIDs"));
  }

  private static long number(JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw bad("operator.values", "must be 64-bit integers");
    }
    return value.longValue();
  }

  static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw bad("operator.values", "must be strings");
    }
    return value.textValue();
  }

  /** A text is a path of one. */
  private static List<String> path(JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      throw bad("operator.values", "must be arrays of strings");
    }
    List<String> path = new ArrayList<>(value.size());
    value.forEach(element -> path.add(text(element)));
    return path;
  }

  private static Condition tags(Operator operator) {
    TagRule rule =
        switch (operator.type()) {
          case "IncludesOne" -> TagRule.HAS_ONE;
          case "IncludesAll" -> TagRule.HAS_ALL;
          case "ExcludesOne" -> TagRule.LACKS_ONE;
          case "ExcludesAll" -> TagRule.LACKS_ALL;
          case "IsEmpty" -> TagRule.HAS_NO_TAG;
          case "IsNotEmpty" -> TagRule.HAS_ANY_TAG;
          default -> throw unfit();
        };
    return switch (rule) {
      case HAS_NO_TAG, HAS_ANY_TAG -> new Condition.Tagged(rule, Set.of());
      case HAS_ONE, HAS_ALL, LACKS_ONE, LACKS_ALL ->
          new Condition.Tagged(
              rule, values(operator, value -> Set.of(id(TagId::new).apply(value))));
    };
  }

  private static Condition happened(Moment moment, Operator operator) {
    return switch (operator.type()) {
      case "Between" -> {
        Instant from = time("timestampFrom", operator.timestampFrom());
        Instant to = time("timestampTo", operator.timestampTo());
        if (from.isAfter(to)) {
          throw bad("timestampTo", "must not be before timestampFrom");
        }
        yield new Condition.Happened(moment, from, to);
      }
      case "Since" -> new Condition.Happened(moment, time("timestamp", operator.timestamp()), null);
      case "Until" -> new Condition.Happened(moment, null, time("timestamp", operator.timestamp()));
      default -> throw unfit();
    };
  }

  private static Instant time(String name, @Nullable String text) {
    return Required.field(name, DixaTimes.inBody(name, text));
  }

  private static Condition lasted(Operator operator) {
    return switch (operator.type()) {
      case "Between" -> {
        Duration min = millis("min", operator.min());
        Duration max = millis("max", operator.max());
        if (min.compareTo(max) > 0) {
          throw bad("max", "must not be less than min");
        }
        yield new Condition.Lasted(min, max);
      }
      case "LongerThanOrEqualTo" ->
          new Condition.Lasted(millis("duration", operator.duration()), null);
      case "ShorterThanOrEqualTo" ->
          new Condition.Lasted(Duration.ZERO, millis("duration", operator.duration()));
      default -> throw unfit();
    };
  }

  private static Duration millis(String name, @Nullable Long value) {
    long millis = Required.field(name, value);
    if (millis < 0) {
      throw bad(name, "must not be negative");
    }
    return Duration.ofMillis(millis);
  }

  private static RequestRefused unfit() {
    return bad("operator._type", "does not fit the field");
  }

  private static RequestRefused bad(String path, String rule) {
    return RequestRefused.badBody(path, rule);
  }
}
