package dev.parley.rest.dixa.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to search for: words, filters, both, or neither for all conversations.
 *
 * <p>Fields and operators are one record each, since the operator may stand inside the field, as in
 * Dixa, or beside it, and which operators and values fit depends on the field; see {@link Filters}.
 */
@RegisterForReflection
@Schema(
    name = "SearchConversationsInput",
    examples =
        """
        {"query": {"value": "cancel my order", "exactMatch": false},
         "filters": {"strategy": "All", "conditions": [
           {"field": {"operator": {"values": ["open", "pending"], "_type": "IsOneOf"},
                      "_type": "Status"}},
           {"field": {"operator": {"timestamp": "2026-01-01T00:00:00Z", "_type": "Since"},
                      "_type": "CreationDate"}}]}}""")
record SearchInput(@Nullable Text query, @Nullable Combined filters) {
  static final int CONDITIONS_MAX = 50;

  /**
   * Words.
   *
   * @param exactMatch absent: false
   */
  @RegisterForReflection
  @Schema(name = "SearchQuery")
  record Text(String value, @Nullable Boolean exactMatch) {
    Text {
      value = Required.text("query.value", value);
    }
  }

  /** Conditions that must hold all, or any. */
  @RegisterForReflection
  @Schema(name = "SearchFilters")
  record Combined(
      @Schema(enumeration = {"All", "Any"}) String strategy, List<FilterCondition> conditions) {
    Combined {
      strategy = Required.field("filters.strategy", strategy);
      conditions = Required.elements("filters.conditions", conditions);
      if (conditions.size() > CONDITIONS_MAX) {
        throw RequestRefused.badBody(
            "filters.conditions", "must have at most " + CONDITIONS_MAX + " elements");
      }
    }
  }

  /** A field of a conversation and what is asked of it. */
  @RegisterForReflection
  @Schema(name = "SearchCondition")
  record FilterCondition(Field field, Operator operator) {
    FilterCondition {
      Operator inside = Required.field("field", field).operator();
      operator = Required.field("field.operator", inside == null ? operator : inside);
      field = new Field(field.type(), field.attributeId(), null);
    }
  }

  /**
   * What is known about a conversation.
   *
   * @param attributeId of a custom attribute, and then required
   */
  @RegisterForReflection
  @Schema(name = "SearchField")
  record Field(
      @JsonProperty("_type")
          @Schema(
              enumeration = {
                "AgentId",
                "QueueId",
                "ContactId",
                "ConversationId",
                "TagId",
                "Channel",
                "Status",
                "Direction",
                "CreationDate",
                "ClosedDate",
                "AssignedDate",
                "LastMessage",
                "LastActivity",
                "Duration",
                "CustomAttribute"
              })
          String type,
      @Nullable UUID attributeId,
      @Nullable Operator operator) {
    Field {
      type = Required.field("field._type", type);
    }
  }

  /**
   * @param values ids, words of an enumeration, or paths of options
   * @param min milliseconds, as {@code max} and {@code duration}
   */
  @RegisterForReflection
  @Schema(name = "SearchOperator")
  record Operator(
      @JsonProperty("_type")
          @Schema(
              enumeration = {
                "IsOneOf",
                "IsNotOneOf",
                "IsEmpty",
                "IsNotEmpty",
                "IncludesOne",
                "IncludesAll",
                "ExcludesOne",
                "ExcludesAll",
                "Between",
                "Since",
                "Until",
                "LongerThanOrEqualTo",
                "ShorterThanOrEqualTo"
              })
          String type,
      @Schema(type = SchemaType.ARRAY, implementation = String.class)
          @Nullable List<JsonNode> values,
      @Nullable String timestampFrom,
      @Nullable String timestampTo,
      @Nullable String timestamp,
      @Nullable Long min,
      @Nullable Long max,
      @Nullable Long duration) {
    Operator {
      type = Required.field("operator._type", type);
    }
  }
}
