package dev.parley.rest.dixa.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.webhook.EventFilter;
import dev.parley.domain.webhook.EventFilter.Condition;
import dev.parley.domain.webhook.EventFilter.Field;
import dev.parley.domain.webhook.EventFilter.Strategy;
import dev.parley.rest.dixa.DixaChannel;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Conditions on conversations, the only entity that filters know. */
@Schema(
    name = "WebhookFilters",
    examples =
        """
        {"strategy": "All", "conditions": [
          {"field": "InitialChannel", "values": ["Email"], "_type": "IsOneOf"}],
         "_type": "CombinedFilters"}""")
record FilterPayload(
    @Schema(enumeration = {"All", "Any"}) String strategy,
    List<ConditionPayload> conditions,
    @JsonProperty("_type") @Schema(enumeration = {"CombinedFilters"}) String type) {
  static final String ENTITY = "Conversation";

  private static final String TYPE = "CombinedFilters";
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,40}");

  FilterPayload {
    strategy = Required.text("filters.strategy", strategy);
    conditions = Required.elements("filters.conditions", conditions);
    if (!TYPE.equals(type)) {
      throw RequestRefused.badBody("filters._type", "must be " + TYPE);
    }
  }

  /** One condition. */
  record ConditionPayload(
      @Schema(enumeration = {"InitialChannel", "QueueId", "OperationOrigin"}) String field,
      List<String> values,
      @JsonProperty("_type") @Schema(enumeration = {"IsOneOf", "IsNotOneOf"}) String type) {
    ConditionPayload {
      field = Required.text("filters.conditions.field", field);
      values = Required.elements("filters.conditions.values", values);
      type = Required.text("filters.conditions._type", type);
    }

    private Condition toCondition() {
      Field known =
          switch (field) {
            case "InitialChannel" -> Field.INITIAL_CHANNEL;
            case "QueueId" -> Field.QUEUE_ID;
            case "OperationOrigin" -> Field.OPERATION_ORIGIN;
            default ->
                throw RequestRefused.badBody(
                    "filters.conditions.field",
                    "must be InitialChannel, QueueId or OperationOrigin");
          };
      boolean isOneOf =
          switch (type) {
            case "IsOneOf" -> true;
            case "IsNotOneOf" -> false;
            default ->
                throw RequestRefused.badBody(
                    "filters.conditions._type", "must be IsOneOf or IsNotOneOf");
          };
      return new Condition(
          known, isOneOf, values.stream().map(value -> value(known, value)).toList());
    }

    private static String value(Field field, String value) {
      boolean sound =
          switch (field) {
            case INITIAL_CHANNEL -> DixaChannel.ofWord(value).isPresent();
            case QUEUE_ID -> DixaIds.uuid(value).isPresent();
            case OPERATION_ORIGIN -> WORD.matcher(value).matches();
          };
      if (!sound) {
        throw RequestRefused.badBody("filters.conditions.values", "has an unknown value");
      }
      return field == Field.QUEUE_ID ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static ConditionPayload from(Condition condition) {
      return new ConditionPayload(
          switch (condition.field()) {
            case INITIAL_CHANNEL -> "InitialChannel";
            case QUEUE_ID -> "QueueId";
            case OPERATION_ORIGIN -> "OperationOrigin";
          },
          condition.values(),
          condition.isOneOf() ? "IsOneOf" : "IsNotOneOf");
    }
  }

  static EventFilter toFilter(@Nullable Map<String, FilterPayload> filters) {
    if (filters == null || filters.isEmpty()) {
      return EventFilter.NONE;
    }
    FilterPayload filter = filters.get(ENTITY);
    if (filter == null || filters.size() > 1) {
      throw RequestRefused.badBody("filters", "must be about " + ENTITY);
    }
    Strategy strategy =
        switch (filter.strategy()) {
          case "All" -> Strategy.ALL;
          case "Any" -> Strategy.ANY;
          default -> throw RequestRefused.badBody("filters.strategy", "must be All or Any");
        };
    return new EventFilter(
        strategy, filter.conditions().stream().map(ConditionPayload::toCondition).toList());
  }

  static @Nullable Map<String, FilterPayload> from(EventFilter filter) {
    return filter.equals(EventFilter.NONE)
        ? null
        : Map.of(
            ENTITY,
            new FilterPayload(
                filter.strategy() == Strategy.ALL ? "All" : "Any",
                filter.conditions().stream().map(ConditionPayload::from).toList(),
                TYPE));
  }
}
