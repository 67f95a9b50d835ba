package dev.parley.persistence.webhook;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.webhook.EventFilter;
import dev.parley.domain.webhook.EventFilter.Condition;
import dev.parley.domain.webhook.EventFilter.Field;
import dev.parley.domain.webhook.EventFilter.Strategy;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.Rows;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A subscription as its row. */
final class WebhookRow {
  /** Of {@code webhook w}. */
  static final String COLUMNS =
      """
      w.id, w.name, w.url, w.events, w.filter, w.sealed, w.enabled, w.created_at, w.created_by,
      w.updated_at, w.updated_by
      """;

  private WebhookRow() {}

  static Webhook toDomain(OrganizationId organization, Row row, WebhookBox box) {
    WebhookId id = new WebhookId(row.getUUID("id"));
    WebhookBox.Secrets secrets = box.open(organization, id, row.getBuffer("sealed").getBytes());
    return new Webhook(
        id,
        row.getString("name"),
        row.getString("url"),
        Arrays.stream(row.getArrayOfStrings("events"))
            .map(code -> Code.parse(EventType.class, code))
            .collect(Collectors.toSet()),
        filter(row.getJsonObject("filter")),
        secrets.credentials(),
        secrets.headers(),
        secrets.key(),
        row.getBoolean("enabled"),
        Rows.requiredInstant(row, "created_at"),
        new AgentId(row.getUUID("created_by")),
        Rows.requiredInstant(row, "updated_at"),
        new AgentId(row.getUUID("updated_by")));
  }

  static Object events(Webhook webhook) {
    return webhook.events().stream().map(Code::of).sorted().toArray(String[]::new);
  }

  static JsonObject filter(EventFilter filter) {
    JsonArray conditions = new JsonArray();
    for (Condition condition : filter.conditions()) {
      conditions.add(
          new JsonObject()
              .put("field", Code.of(condition.field()))
              .put("isOneOf", condition.isOneOf())
              .put("values", new JsonArray(condition.values())));
    }
    return new JsonObject()
        .put("strategy", Code.of(filter.strategy()))
        .put("conditions", conditions);
  }

  private static EventFilter filter(JsonObject json) {
    return new EventFilter(
        Code.parse(Strategy.class, json.getString("strategy")),
        json.getJsonArray("conditions").stream()
            .map(JsonObject.class::cast)
            .map(WebhookRow::condition)
            .toList());
  }

  private static Condition condition(JsonObject json) {
    return new Condition(
        Code.parse(Field.class, json.getString("field")),
        json.getBoolean("isOneOf"),
        json.getJsonArray("values").stream().map(String.class::cast).toList());
  }
}
