package dev.parley.bootstrap.blackbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * One of everything that has an id, in one organization.
 *
 * @param name stands in every name, address and text of the organization
 */
record World(Dixa api, String name, Map<String, String> ids) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SUBSCRIBERS = 1_000_000;

  World {
    ids = Map.copyOf(ids);
  }

  /**
   * @param before conversations before the one that is meant, so that numbers of worlds differ
   */
  static World in(Dixa api, String name, int before) {
    World world = new World(api, name, Map.of()).withPeople().withSetUp();
    for (int i = 0; i < before; i++) {
      world.converse();
    }
    return world.withAnonymized().withWebhooks().withConversation().withDelivery();
  }

  /** The id of the organization's {@code kind}. */
  String id(String kind) {
    String id = ids.get(kind);
    if (id == null) {
      throw new IllegalArgumentException("there is no " + kind);
    }
    return id;
  }

  private World withPeople() {
    Dixa.Agent agent = api.agent(name + "-agent");
    String email = name + "-contact@customers.example";
    String phone = number("+4930");
    String externalId = name + "-external";
    String contact =
        made(
            "endusers",
            Map.of(
                "displayName",
                name,
                "email",
                email,
                "phoneNumber",
                phone,
                "externalId",
                externalId));
    return with("agent", agent.id())
        .with("apiKey", agent.token().replaceAll("_[^_]*$", ""))
        .with("agentEmail", name + "-agent@agents.example")
        .with("contact", contact)
        .with("guest", made("endusers", Map.of("displayName", name)))
        .with("email", email)
        .with("phone", phone)
        .with("externalId", externalId);
  }

  private World withSetUp() {
    return with("queue", made("queues", Map.of("name", name)))
        .with("genericQueue", genericQueue())
        .with("schedule", schedule())
        .with("spareSchedule", schedule())
        .with("team", made("teams", Map.of("name", name)))
        .with("tag", api.post("/v1/tags", Map.of("name", name)).expect(200).text("/id"))
        .with("address", endpoint(name + "-support").text("/id"))
        .with("endpoint", endpoint(name + "-sales").text("/endpointId"))
        .with("widget", made("contact-endpoints", Map.of("_type", "ChatEndpoint")))
        .with(
            "telephone",
            made(
                "contact-endpoints",
                Map.of("_type", "TelephonyEndpoint", "number", number("+4540"))))
        .with("attribute", attribute("Contact"))
        .with("field", attribute("Conversation"));
  }

  private String attribute(String entity) {
    return made(
        "custom-attributes",
        Map.of(
            "entityType", entity,
            "identifier", name,
            "label", name,
            "inputDefinition", Map.of("_type", "Text")));
  }

  private String number(String prefix) {
    return prefix + (SUBSCRIBERS + Math.floorMod(name.hashCode(), SUBSCRIBERS));
  }

  private String schedule() {
    return api.post("/v1/business-hours/schedules", Map.of("name", name, "timezone", "UTC"))
        .expect(201)
        .text("/schedule/id");
  }

  private String genericQueue() {
    String queue = made("queues", Map.of("name", name + "-generic"));
    made("contact-endpoints", Map.of("_type", "ApiEndpoint", "queueId", queue));
    return queue;
  }

  private Dixa.Answer endpoint(String who) {
    return api.post(
            "/v1/contact-endpoints",
            Map.of("_type", "EmailEndpoint", "address", who + "@shops.example"))
        .expect(201);
  }

  private World withAnonymized() {
    return with(
        "request",
        api.patch("/v1/conversations/" + converse() + "/anonymize?force=true", Map.of())
            .expect(202)
            .text("/id"));
  }

  /** One that nobody uses, and one whose address is never reached. */
  private World withWebhooks() {
    return with("webhook", webhook(List.of()))
        .with("subscription", webhook(List.of("ConversationNoteAdded")))
        .with("event", "ConversationNoteAdded");
  }

  private String webhook(List<String> events) {
    return made(
        "webhooks",
        Map.of(
            "name",
            name,
            "url",
            "https://169.254.169.254/" + name,
            "events",
            events,
            "enabled",
            !events.isEmpty(),
            "authorization",
            Map.of("_type", "NoAuth")));
  }

  /** The last thing that happened was told of, in vain, and nothing more will be. */
  private World withDelivery() {
    String subscription = "/v1/webhooks/" + id("subscription");
    String delivery =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () ->
                    api.get(subscription + "/delivery-status/logs/" + id("event"))
                        .expect(200)
                        .text("/0/deliveryId"),
                id -> !id.isEmpty());
    api.patch(subscription, Map.of("enabled", false)).expect(200);
    return with("delivery", delivery);
  }

  private World withConversation() {
    String number = converse();
    String path = "/v1/conversations/" + number;
    return with("conversation", number)
        .with("waiting", number)
        .with("message", api.get(path + "/messages").expect(200).text("/0/id"))
        .with("parent", converse())
        .with(
            "rating",
            api.post(path + "/ratings/offer", Map.of("ratingType", "Csat")).expect(201).text("/id"))
        .with("note", api.post(path + "/notes", Map.of("message", name)).expect(200).text("/id"));
  }

  /** One more conversation; its number. */
  String converse() {
    return made(
        "conversations",
        Map.of(
            "_type", "Email",
            "requesterId", id("contact"),
            "emailIntegrationId", id("address"),
            "subject", name,
            "message",
                Map.of("_type", "Inbound", "content", Map.of("_type", "Text", "value", name))));
  }

  private String made(String what, Object body) {
    return api.post("/v1/" + what, body).expect(201).text("/id");
  }

  private World with(String kind, String id) {
    Map<String, String> more = new LinkedHashMap<>(ids);
    more.put(kind, id);
    return new World(api, name, more);
  }
}
