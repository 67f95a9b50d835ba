package dev.parley.rest.dixa.webhook;

import static dev.parley.application.conversation.Scene.NOON;
import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.application.webhook.WebhookDeliveries.Leased;
import dev.parley.application.webhook.WebhookDeliveries.NewDelivery;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.webhook.WebhookId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookResourceTest {
  private static final OrganizationId HERE = new OrganizationId(1);

  @Inject WebhookStores wiring;

  @Test
  void aSubscriptionIsMadeAndShownWithItsKeyAndWithoutItsAuthorization() {
    Map<String, Object> wanted = wanted();
    wanted.put(
        "authorization", Map.of("_type", "BasicAuth", "username", "u", "password", "sesame"));
    wanted.put("customHeaders", Map.of("X-Source", "parley"));
    wanted.put("filters", filters("All", "InitialChannel", "IsOneOf", "Email"));

    String id =
        create(wanted)
            .statusCode(201)
            .body("data.name", equalTo("CRM"))
            .body("data.url", equalTo("https://crm.example.com/hook"))
            .body(
                "data.subscribedEvents",
                contains("ConversationCreated", "ConversationMessageAdded"))
            .body("data.headers", equalTo(Map.of("X-Source", "parley")))
            .body("data.secretKey", matchesPattern("[0-9a-f]{64}"))
            .body("data.enabled", equalTo(true))
            .body("data.createdAt", notNullValue())
            .body("data.createdBy", notNullValue())
            .body("data.updatedAt", notNullValue())
            .body("data.updatedBy", notNullValue())
            .body("data.filters.Conversation.strategy", equalTo("All"))
            .body("data.filters.Conversation._type", equalTo("CombinedFilters"))
            .body("data.filters.Conversation.conditions[0]._type", equalTo("IsOneOf"))
            .body("data.filters.Conversation.conditions[0].values", contains("Email"))
            .body("data.authorization", nullValue())
            .extract()
            .path("data.id");

    signed()
        .get("/v1/webhooks/" + id)
        .then()
        .statusCode(200)
        .body("data.id", equalTo(id))
        .body(not(containsString("sesame")));
    signed().get("/v1/webhooks").then().statusCode(200).body("data.id", hasItem(id));
  }

  @Test
  void aSubscriptionMayHaveNoMoreThanItNeeds() {
    create(wanted())
        .statusCode(201)
        .body("data.headers", anEmptyMap())
        .body("data.filters", nullValue());
  }

  @Test
  void aSubscriptionIsChangedAndDeleted() {
    String id = create(wanted()).extract().path("data.id");

    signed()
        .body("{\"name\": \"Other\", \"enabled\": false, \"events\": [\"TypingStarted\"]}")
        .patch("/v1/webhooks/" + id)
        .then()
        .statusCode(200)
        .body("data.name", equalTo("Other"))
        .body("data.enabled", equalTo(false))
        .body("data.url", equalTo("https://crm.example.com/hook"))
        .body("data.subscribedEvents", contains("TypingStarted"));
    signed().delete("/v1/webhooks/" + id).then().statusCode(204).body(emptyString());
    signed().get("/v1/webhooks/" + id).then().statusCode(404).body("message", notNullValue());
  }

  @Test
  void theKeyIsRotated() {
    ValidatableResponse created = create(wanted());
    String id = created.extract().path("data.id");
    String key = created.extract().path("data.secretKey");

    signed()
        .post("/v1/webhooks/" + id + "/rotate-secret")
        .then()
        .statusCode(200)
        .body("data.secretKey", not(equalTo(key)));
  }

  @Test
  void howDeliveriesWentIsShown() {
    String id = create(wanted()).extract().path("data.id");
    UUID delivery = tried(id);

    signed()
        .get("/v1/webhooks/" + id + "/delivery-status")
        .then()
        .statusCode(200)
        .body("data", hasSize(2))
        .body("data[0].event", equalTo("ConversationCreated"))
        .body("data[0].deliveryStatus._type", equalTo("DeliveryDetail"))
        .body("data[0].deliveryStatus.deliveryTimestamp", equalTo("2026-11-20T12:00:00.456Z"))
        .body("data[0].deliveryStatus.success", equalTo(false))
        .body("data[0].deliveryStatus.responseCode", equalTo(500))
        .body("data[0].deliveryStatus.responseText", equalTo("oops"))
        .body("data[1].event", equalTo("ConversationMessageAdded"))
        .body("data[1].deliveryStatus._type", equalTo("NoRecentDelivery"));
    signed()
        .get("/v1/webhooks/" + id + "/delivery-status/logs/ConversationCreated")
        .then()
        .statusCode(200)
        .body("data", hasSize(1))
        .body("data[0].payload", equalTo("{\"a\":1}"))
        .body("data[0].deliveryId", equalTo(delivery.toString()))
        .body("data[0].deliveryDetail.responseCode", equalTo(500))
        .body("data[0].deliveryDetail._type", equalTo("DeliveryDetail"));
    signed()
        .get("/v1/webhooks/" + id + "/delivery-status/logs/ConversationClosed")
        .then()
        .statusCode(200)
        .body("data", hasSize(0));
    signed()
        .get("/v1/webhooks/" + id + "/delivery-status/logs/Nonsense")
        .then()
        .statusCode(400)
        .body("message", containsString("path parameter event"));
  }

  @Test
  void whatIsUnknownIsNotFound() {
    String id = create(wanted()).extract().path("data.id");

    for (String path : List.of("", "/delivery-status", "/delivery-status/logs/TypingStarted")) {
      signed().get("/v1/webhooks/" + nobody() + path).then().statusCode(404);
      signed().get("/v1/webhooks/17" + path).then().statusCode(400);
    }
    signed().body("{}").patch("/v1/webhooks/" + nobody()).then().statusCode(404);
    signed().delete("/v1/webhooks/" + nobody()).then().statusCode(404);
    signed().post("/v1/webhooks/" + nobody() + "/rotate-secret").then().statusCode(404);
    signed()
        .post("/v1/webhooks/" + id + "/deliveries/" + nobody() + "/replay")
        .then()
        .statusCode(404);
    signed().post("/v1/webhooks/" + id + "/deliveries/x/replay").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"name\": \"a\"}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"events\": []}",
        "{\"name\": \" \", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}}",
        "{\"name\": \"a\", \"url\": \"http://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"Digest\"}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"BasicAuth\"}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"TokenAuth\", \"value\": \"a\\n"
            + "b\"}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}, \"events\": [\"Nonsense\"]}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}, \"events\": [null]}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}, \"customHeaders\": {\"Host\": \"x\"}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}, \"customHeaders\": {\"X-A\": null}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}, \"filters\": {\"Agent\": {\"strategy\": \"All\", \"_type\":"
            + " \"CombinedFilters\"}}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}, \"filters\": {\"Conversation\": null}}",
        "{\"name\": \"a\", \"url\": \"https://a.example\", \"authorization\": {\"_type\":"
            + " \"NoAuth\"}, \"filters\": {\"Conversation\": {\"strategy\": \"Some\", \"_type\":"
            + " \"CombinedFilters\"}}}"
      })
  void wrongRequestsAreRefused(String body) {
    signed().body(body).post("/v1/webhooks").then().statusCode(400).body("message", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject IsOneOf Email",
        "InitialChannel Is Email",
        "InitialChannel IsOneOf Fax",
        "QueueId IsOneOf 17",
        "OperationOrigin IsNotOneOf Api-Import"
      })
  void wrongConditionsAreRefused(String condition) {
    String[] words = condition.split(" ", -1);
    Map<String, Object> wanted = wanted();
    wanted.put("filters", filters("Any", words[0], words[1], words[2]));

    create(wanted).statusCode(400).body("message", notNullValue());
  }

  private static Map<String, Object> wanted() {
    return new HashMap<>(
        Map.of(
            "name",
            "CRM",
            "url",
            "https://crm.example.com/hook",
            "events",
            List.of("ConversationMessageAdded", "ConversationCreated"),
            "authorization",
            Map.of("_type", "NoAuth")));
  }

  private static Map<String, Object> filters(
      String strategy, String field, String type, String value) {
    return Map.of(
        "Conversation",
        Map.of(
            "strategy",
            strategy,
            "conditions",
            List.of(Map.of("field", field, "values", List.of(value), "_type", type)),
            "_type",
            "CombinedFilters"));
  }

  private static ValidatableResponse create(Map<String, Object> wanted) {
    return signed().body(wanted).post("/v1/webhooks").then();
  }

  /** A delivery of ConversationCreated that was refused. */
  private UUID tried(String webhook) {
    WebhookId id = new WebhookId(UUID.fromString(webhook));
    NewDelivery delivery =
        new NewDelivery(
            UUID.randomUUID(),
            1,
            UUID.randomUUID(),
            EventType.CONVERSATION_CREATED,
            new ConversationId(UUID.randomUUID()));
    wiring
        .stores
        .unitOfWork
        .inTransaction(
            HERE,
            tx ->
                wiring
                    .stores
                    .webhooks
                    .enqueue(tx, id, List.of(delivery), 1, NOON)
                    .chain(
                        () ->
                            wiring.stores.webhooks.keep(
                                tx, delivery.id(), "{\"a\":1}".getBytes(UTF_8)))
                    .chain(
                        () ->
                            wiring.stores.webhooks.postpone(
                                tx,
                                new Leased(HERE, delivery.id(), id, 1),
                                new Answer(500, "oops", null),
                                NOON,
                                NOON)))
        .await()
        .indefinitely();
    return delivery.id();
  }
}
