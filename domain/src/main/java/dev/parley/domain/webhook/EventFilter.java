package dev.parley.domain.webhook;

import dev.parley.domain.shared.SharedError;
import java.util.List;
import java.util.Map;

/** Which conversations a subscription is about. */
public record EventFilter(Strategy strategy, List<Condition> conditions) {
  public static final int MOST_CONDITIONS = 20;
  public static final int MOST_VALUES = 100;

  /** Of all conversations. */
  public static final EventFilter NONE = new EventFilter(Strategy.ALL, List.of());

  /** How conditions go together. */
  public enum Strategy {
    ALL,
    ANY
  }

  /** What a condition looks at. */
  public enum Field {
    INITIAL_CHANNEL,
    QUEUE_ID,
    OPERATION_ORIGIN
  }

  /**
   * @param isOneOf false: is none of
   */
  public record Condition(Field field, boolean isOneOf, List<String> values) {
    public Condition {
      values = List.copyOf(values);
      if (values.size() > MOST_VALUES) {
        throw SharedError.invalid("filters", "has a condition with too many values");
      }
    }

    boolean holds(Map<Field, String> facts) {
      String fact = facts.get(field);
      return (fact != null && values.contains(fact)) == isOneOf;
    }
  }

  public EventFilter {
    conditions = List.copyOf(conditions);
    if (conditions.size() > MOST_CONDITIONS) {
      throw SharedError.invalid("filters", "has too many conditions");
    }
  }

  /**
   * @param facts what is known of an event; a field that is unknown is none of any values
   */
  public boolean admits(Map<Field, String> facts) {
    return switch (strategy) {
      case ALL -> conditions.stream().allMatch(condition -> condition.holds(facts));
      case ANY ->
          conditions.isEmpty() || conditions.stream().anyMatch(condition -> condition.holds(facts));
    };
  }
}
