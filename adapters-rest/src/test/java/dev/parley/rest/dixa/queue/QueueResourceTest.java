package dev.parley.rest.dixa.queue;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueueResourceTest {
  @Inject InMemoryConversationData conversations;

  @Test
  void aQueueInAnEnvelopeKeepsWhatMeansNothingHere() {
    String name = unique("Support");
    String id =
        signed()
            .body(
                Map.of(
                    "request",
                    Map.of(
                        "name",
                        name,
                        "isDefault",
                        false,
                        "callFunctionality",
                        true,
                        "isDoNotOfferEnabled",
                        true,
                        "offeringAlgorithm",
                        "LongestIdle",
                        "queueThresholds",
                        Map.of("SlaTimeLimit", 30),
                        "assignmentPolicy",
                        "RoundRobin",
                        "agentCap",
                        5,
                        "offerTimeout",
                        45)))
            .post("/v1/queues")
            .then()
            .statusCode(201)
            .body("data.name", equalTo(name))
            .body("data.number", greaterThan(0))
            .extract()
            .path("data.id");

    String organization = signed().get("/v1/organization").then().extract().path("data.id");
    signed()
        .get("/v1/queues/" + id)
        .then()
        .statusCode(200)
        .body("data.isDefault", equalTo(false))
        .body("data.organizationId", equalTo(organization))
        .body("data.isDoNotOfferEnabled", equalTo(true))
        .body("data.offeringAlgorithm", equalTo("LongestIdle"))
        .body("data.queueThresholds.SlaTimeLimit", equalTo(30))
        .body("data.slaCalculationMethod", equalTo("AbandonedIgnored"))
        .body("data.assignmentPolicy", equalTo("RoundRobin"))
        .body("data.agentCap", equalTo(5))
        .body("data.offerTimeout", equalTo(45));
    signed().get("/v1/queues").then().statusCode(200).body("data.id", hasItem(id));
  }

  @Test
  void aBareQueueHasDefaults() {
    signed()
        .body(Map.of("name", unique("Bare")))
        .post("/v1/queues")
        .then()
        .statusCode(201)
        .body("data.isDefault", equalTo(false))
        .body("data.assignmentPolicy", equalTo("Manual"))
        .body("data.agentCap", equalTo(0))
        .body("data.queueThresholds", anEmptyMap())
        .body("data.doNotOfferTimeouts", anEmptyMap());
  }

  @Test
  void everyFieldOfDixasIsShownAsItWasSaid() {
    Map<String, Object> wanted =
        Map.ofEntries(
            Map.entry("name", unique("All")),
            Map.entry("isDefault", false),
            Map.entry("queueThresholds", Map.of("SlaTimeLimit", 30, "SlaPercentage", 80)),
            Map.entry("slaCalculationMethod", "AbandonedIgnored"),
            Map.entry("offerTimeout", 45),
            Map.entry("offeringAlgorithm", "AgentPriorityLongestIdle"),
            Map.entry("memberListType", "SkillBased"),
            Map.entry("wrapupTimeout", 15),
            Map.entry("priority", 3),
            Map.entry("offerAbandonedConversations", true),
            Map.entry("doNotOfferTimeouts", Map.of("Email", 60)),
            Map.entry("isDoNotOfferEnabled", true),
            Map.entry("isPreferredAgentEnabled", true),
            Map.entry("preferredAgentTimeouts", Map.of("Email", 90)),
            Map.entry("preferredAgentOfflineTimeout", 120),
            Map.entry("personalAgentOfflineTimeout", 150),
            Map.entry("isRestricted", false));

    Map<String, Object> shown =
        signed()
            .body(Map.of("request", wanted))
            .post("/v1/queues")
            .then()
            .statusCode(201)
            .extract()
            .path("data");

    assertThat(shown).containsAllEntriesOf(wanted).containsKeys("id", "organizationId", "usages");
  }

  @Test
  void whatLeadsIntoAQueueIsShownByChannel() {
    String queue = queue();
    String address = unique("sales") + "@example.org";
    endpoint(Map.of("_type", "EmailEndpoint", "address", address, "queueId", queue));
    String chat = endpoint(Map.of("_type", "ChatEndpoint", "queueId", queue));
    endpoint(Map.of("_type", "ApiEndpoint", "queueId", queue));

    signed()
        .get("/v1/queues/" + queue)
        .then()
        .statusCode(200)
        .body("data.usages.queueId", equalTo(queue))
        .body("data.usages.usages.size()", equalTo(2))
        .body("data.usages.usages.Email", contains(address))
        .body("data.usages.usages.WidgetChat", contains(chat));
  }

  @Test
  void aQueueIsAvailableForItsGenericChannelsWhenSomebodyWorks() {
    String queue = queue();
    String path = "/v1/queues/" + queue + "/availability";
    signed().get(path).then().statusCode(409).body("message", notNullValue());

    endpoint(Map.of("_type", "ApiEndpoint", "queueId", queue));
    signed()
        .get(path)
        .then()
        .statusCode(200)
        .body("data", hasSize(1))
        .body("data[0]._type", equalTo("Success"))
        .body("data[0].channelAvailability._type", equalTo("GenericChannel"))
        .body("data[0].channelAvailability.genericChannelName", equalTo("genericapimessaging"))
        .body("data[0].channelAvailability.availability", equalTo("NotAvailable"))
        .body("data[0].channelAvailability.queueSize", equalTo(0));
    signed().body(Map.of("agentIds", List.of(agent()))).patch("/v1/queues/" + queue + "/members");
    waiting(9001, queue);
    signed()
        .get(path)
        .then()
        .body("data[0].channelAvailability.availability", equalTo("Available"))
        .body("data[0].channelAvailability.queueSize", equalTo(1));

    signed()
        .get("/v1/queues/" + nobody() + "/availability")
        .then()
        .statusCode(400)
        .body("message", equalTo("Queue does not exist"));
    signed().get("/v1/queues/17/availability").then().statusCode(400);
  }

  @Test
  void aWaitingConversationHasAPosition() {
    String queue = queue();
    waiting(9002, queue);
    waiting(9003, queue);

    signed()
        .get("/v1/queues/conversation-position/9003")
        .then()
        .statusCode(200)
        .body("data.position", equalTo(2))
        .body("data.queuedAt", equalTo("2026-03-01T12:00:00.500Z"));
    signed().get("/v1/queues/conversation-position/2000000000").then().statusCode(404);
    for (String malformed : List.of("x", "1.5", "9223372036854775808", nobody())) {
      signed()
          .get("/v1/queues/conversation-position/" + malformed)
          .then()
          .statusCode(400)
          .body("message", equalTo("Invalid value for: path parameter csid"));
    }
  }

  private void waiting(long number, String queue) {
    ConversationId id = new ConversationId(new UUID(0, number));
    ContactId carol = new ContactId(new UUID(0, 1));
    Conversation conversation =
        Conversation.startInbound(
                new Conversation.Beginning(
                    id,
                    carol,
                    Channel.API,
                    Direction.INBOUND,
                    null,
                    null,
                    null,
                    null,
                    TestWiring.NOW),
                new Message(
                    new MessageId(new UUID(1, number)),
                    id,
                    Direction.INBOUND,
                    new Author.ByContact(carol),
                    new Content(Content.Format.TEXT, "Hello"),
                    List.of(),
                    null,
                    null,
                    null,
                    Delivery.NOT_APPLICABLE,
                    TestWiring.NOW),
                new QueueId(UUID.fromString(queue)))
            .state();
    conversations
        .conversations()
        .put(
            TestWiring.ACTOR.organization(),
            id,
            new InMemoryConversationData.Stored(number, conversation));
  }

  private static String endpoint(Map<String, String> body) {
    return signed()
        .body(body)
        .post("/v1/contact-endpoints")
        .then()
        .statusCode(201)
        .extract()
        .path("data.id");
  }

  @Test
  void membersComeInOrderOfTheRequestAndLeave() {
    String queue = queue();
    String bo = agent();
    String stranger = nobody();

    signed()
        .body(Map.of("agentIds", List.of(stranger, bo)))
        .patch("/v1/queues/" + queue + "/members")
        .then()
        .statusCode(200)
        .body("data._type", contains("BulkActionFailure", "BulkActionSuccess"))
        .body("data[0].error._type", equalTo("NotFound"))
        .body("data[0].error.id", equalTo(stranger))
        .body("data[1].data", equalTo(bo));
    signed()
        .get("/v1/queues/" + queue + "/members")
        .then()
        .statusCode(200)
        .body("data.agentId", contains(bo));
    signed()
        .body(Map.of("agentIds", List.of(bo, stranger)))
        .delete("/v1/queues/" + queue + "/members")
        .then()
        .statusCode(204)
        .body(emptyString());
    signed().get("/v1/queues/" + queue + "/members").then().body("data", empty());
  }

  @Test
  void wrongRequestsAreRefused() {
    String queue = queue();
    signed().body("{}").post("/v1/queues").then().statusCode(400);
    signed().body("{\"request\": {}}").post("/v1/queues").then().statusCode(400);
    signed().body("[]").post("/v1/queues").then().statusCode(400);
    for (String field :
        List.of(
            "\"assignmentPolicy\": \"Luck\"",
            "\"agentCap\": -1",
            "\"agentCap\": \"5\"",
            "\"offerTimeout\": 0",
            "\"offeringAlgorithm\": \"Luck\"",
            "\"isDefault\": 1")) {
      signed()
          .body("{\"name\": \"" + unique("bad") + "\", " + field + "}")
          .post("/v1/queues")
          .then()
          .statusCode(400);
    }
    signed().get("/v1/queues/" + nobody()).then().statusCode(404);
    signed().get("/v1/queues/17").then().statusCode(400);
    signed().get("/v1/queues/" + nobody() + "/members").then().statusCode(404);
    members("{}", queue, 400);
    members("{\"agentIds\": [\"17\"]}", queue, 400);
    members("{\"agentIds\": [null]}", queue, 400);
    members("{\"agentIds\": " + Collections.nCopies(11, "\"" + nobody() + "\"") + "}", queue, 400);
    members("{\"agentIds\": [\"" + nobody() + "\"]}", nobody(), 404);
  }

  private static void members(String body, String queue, int status) {
    signed().body(body).patch("/v1/queues/" + queue + "/members").then().statusCode(status);
  }

  private static String queue() {
    return signed()
        .body(Map.of("name", unique("Queue")))
        .post("/v1/queues")
        .then()
        .statusCode(201)
        .extract()
        .path("data.id");
  }

  private static String agent() {
    return signed()
        .body(Map.of("displayName", "Bo", "email", unique("bo") + "@example.org"))
        .post("/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("data.id");
  }
}
