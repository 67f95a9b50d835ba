package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.blackbox.Dixa.Answer;
import dev.parley.bootstrap.blackbox.Operation.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every operation with every id that it takes, of one's own and of others. */
@Timeout(120)
class IdMatrixIT {
  /** In an order in which all can be carried out with one's own ids. */
  static final List<Operation> OPERATIONS =
      """
      GET /v1/organization
      GET /v1/agents?email={agentEmail:200 200 400}
      GET /v1/agents?phone={phone:200 400 400}
      POST /v1/agents {"displayName": "A", "email": "a@agents.example"}
      POST /v1/agents/bulk {"data": [{"displayName": "A", "email": "b@agents.example"}]}
      PUT /v1/agents [{"id": "{agent:200 200 400}", "displayName": "A"}]
      PATCH /v1/agents [{"id": "{agent:200 200 400}", "lastName": "A"}]
      GET /v1/agents/{agent}
      PUT /v1/agents/{agent} {"displayName": "A"}
      PATCH /v1/agents/{agent} {"lastName": "A"}
      POST /v1/agents/{agent}/api-keys
      GET /v1/agents/presence
      GET /v1/agents/{agent}/presence
      PUT /v1/agents/presence/working-channel {"channel": "Speak", "working": false}
      PUT /v1/agents/{agent}/presence/working-channel {"channel": "Speak", "working": false}
      GET /v1/teams
      POST /v1/teams {"name": "T"}
      GET /v1/teams/{team}
      PATCH /v1/teams/{team}/agents {"agentIds": ["{agent:404 404 400}"]}
      GET /v1/teams/{team}/agents
      GET /v1/teams/{team}/presence
      GET /v1/agents/{agent}/teams
      DELETE /v1/teams/{team}/agents {"agentIds": ["{agent:204 204 400}"]}
      GET /v1/endusers?email={email:200 200 400}
      GET /v1/endusers?phone={phone:200 400 400}
      GET /v1/endusers?externalId={externalId:200 200 200}
      POST /v1/endusers {"displayName": "E"}
      POST /v1/endusers/bulk {"data": [{"displayName": "E"}]}
      PUT /v1/endusers {"data": [{"id": "{guest:200 200 400}", "displayName": "E"}]}
      PATCH /v1/endusers {"data": [{"id": "{guest:200 200 400}", "lastName": "E"}]}
      GET /v1/endusers/{contact}
      PUT /v1/endusers/{guest} {"displayName": "E"}
      PATCH /v1/endusers/{guest} {"lastName": "E"}
      GET /v1/endusers/{contact}/conversations
      PATCH /v1/endusers/{contact}/custom-attributes {"{attribute:400 400 400}": "V"}
      GET /v1/queues
      GET /v1/business-hours/schedules
      POST /v1/business-hours/schedules {"name": "S", "timezone": "UTC"}
      GET /v1/business-hours/schedules/{schedule}/definition
      GET /v1/business-hours/schedules/{schedule}/upcoming
      GET /v1/business-hours/schedules/{schedule}/status
      PUT /v1/business-hours/schedules/{schedule} {"name": "S", "timezone": "UTC"}
      POST /v1/queues {"name": "Q", "businessHoursId": "{schedule:404 404 400}"}
      PATCH /v1/queues/{queue} {"businessHoursId": "{schedule:404 404 400}"}
      PATCH /v1/queues/{queue} {"agentCap": 5, "businessHoursId": null}
      GET /v1/queues/{queue}
      GET /v1/queues/{genericQueue:400 400 400}/availability
      GET /v1/queues/conversation-position/{waiting:404 400 400}
      PATCH /v1/queues/{queue}/members {"agentIds": ["{agent:200 200 400}"]}
      GET /v1/queues/{queue}/members
      DELETE /v1/queues/{queue}/members {"agentIds": ["{agent:204 204 400}"]}
      GET /v1/tags
      POST /v1/tags {"name": "T"}
      GET /v1/tags/{tag}
      PATCH /v1/tags/{tag}/deactivate
      PATCH /v1/tags/{tag}/activate
      GET /v1/custom-attributes
      POST /v1/custom-attributes {"entityType": "Contact", "identifier": "c", "label": "C", "inputDefinition": {"_type": "Text"}}
      GET /v1/custom-attributes/{attribute}
      GET /v1/contact-endpoints
      POST /v1/contact-endpoints {"_type": "EmailEndpoint", "address": "e@shops.example", "queueId": "{queue:404 404 400}"}
      GET /v1/contact-endpoints/{address}
      GET /v1/contact-endpoints/{endpoint}
      PATCH /v1/contact-endpoints/{address} {"queueId": "{queue:404 404 400}"}
      PATCH /v1/contact-endpoints/{endpoint} {"name": "N"}
      GET /v1/webhooks
      POST /v1/webhooks {"name": "W", "url": "https://169.254.169.254/w", "events": [], "authorization": {"_type": "NoAuth"}}
      GET /v1/webhooks/{webhook}
      PATCH /v1/webhooks/{webhook} {"name": "W"}
      GET /v1/webhooks/{subscription}/delivery-status
      GET /v1/webhooks/{subscription}/delivery-status/logs/{event}
      POST /v1/webhooks/{subscription}/deliveries/{delivery}/replay
      POST /v1/webhooks/{webhook}/rotate-secret
      DELETE /v1/webhooks/{webhook}
      GET /v1/anonymization/request/{request}
      POST /v1/conversations {"_type": "Email", "requesterId": "{contact:404 404 400}", "emailIntegrationId": "{address:404 404 404}", "subject": "S", "message": {"_type": "Inbound", "content": {"_type": "Text", "value": "V"}}}
      POST /v1/conversations {"_type": "Email", "requesterId": "{contact:404 404 400}", "emailIntegrationId": "{address:404 404 404}", "subject": "S", "message": {"_type": "Outbound", "agentId": "{agent:404 400 400}", "content": {"_type": "Text", "value": "V"}, "cc": ["{contact:404 404 400}"], "bcc": ["{contact:404 404 400}"]}}
      POST /v1/conversations {"_type": "ContactForm", "requesterId": "{contact:404 404 400}", "emailIntegrationId": "{address:404 404 404}", "subject": "S", "message": {"_type": "Inbound", "content": {"_type": "Text", "value": "V"}}}
      POST /v1/conversations {"_type": "Chat", "requesterId": "{contact:404 404 400}", "widgetId": "{widget:404 404 400}", "message": {"_type": "Inbound", "content": {"_type": "Text", "value": "V"}}}
      POST /v1/conversations {"_type": "Sms", "requesterId": "{contact:404 404 400}", "contactEndpointId": "{telephone:404 404 404}", "message": {"_type": "Outbound", "agentId": "{agent:404 400 400}", "content": {"_type": "Text", "value": "V"}}}
      POST /v1/conversations {"_type": "Callback", "requesterId": "{contact:404 404 400}", "contactEndpointId": "{telephone:404 404 404}", "queueId": "{queue:404 404 400}", "direction": "Inbound"}
      POST /v1/conversations/import {"_type": "GenericConversationImport", "genericChannelName": "email", "requesterId": "{contact:400 400 400}", "direction": "Inbound", "createdAt": "2026-01-01T00:00:00Z", "messages": [{"_type": "InboundImport", "content": {"_type": "Text", "value": "V"}, "createdAt": "2026-01-01T00:00:00Z", "attributes": {"requesterId": "{contact:400 400 400}", "emailIntegrationId": "{address:404 404 404}"}}, {"_type": "OutboundImport", "agentId": "{agent:400 400 400}", "content": {"_type": "Text", "value": "V"}, "createdAt": "2026-01-01T00:00:01Z"}], "closing": {"closedAt": "2026-01-01T00:00:02Z", "closedBy": "{agent:400 400 400}"}, "attributes": {"emailIntegrationId": "{address:404 404 404}", "subject": "S"}}
      GET /v1/conversations/flows
      GET /v1/conversations/activitylog
      GET /v1/search/conversations?query=V
      POST /v1/search/conversations {"filters": {"strategy": "All", "conditions": [{"field": {"_type": "CustomAttribute", "attributeId": "{field:200 200 400}", "operator": {"_type": "IsNotOneOf", "values": [["x"]]}}}]}}
      POST /v1/search/conversations {"filters": {"strategy": "All", "conditions": [{"field": {"_type": "AgentId", "operator": {"_type": "IsOneOf", "values": ["{agent:200 200 400}"]}}}]}}
      POST /v1/search/conversations {"filters": {"strategy": "All", "conditions": [{"field": {"_type": "QueueId", "operator": {"_type": "IsNotOneOf", "values": ["{queue:200 200 400}"]}}}]}}
      POST /v1/search/conversations {"filters": {"strategy": "All", "conditions": [{"field": {"_type": "ContactId", "operator": {"_type": "IsOneOf", "values": ["{contact:200 200 400}"]}}}]}}
      POST /v1/search/conversations {"filters": {"strategy": "All", "conditions": [{"field": {"_type": "TagId", "operator": {"_type": "ExcludesAll", "values": ["{tag:200 200 400}"]}}}]}}
      POST /v1/search/conversations {"filters": {"strategy": "All", "conditions": [{"field": {"_type": "ConversationId", "operator": {"_type": "IsOneOf", "values": [{conversation:200 400 400}]}}}]}}
      GET /v1/conversations/{conversation}
      GET /v1/conversations/{conversation:200 400 400}/activitylog
      GET /v1/conversations/{conversation}/messages
      POST /v1/conversations/{conversation}/messages {"_type": "Inbound", "content": {"_type": "Text", "value": "V"}, "integrationEmail": "{address:404 404 404}"}
      POST /v1/conversations/{conversation}/messages {"_type": "Outbound", "agentId": "{agent:404 400 400}", "content": {"_type": "Text", "value": "V"}, "integrationEmail": "{address:404 404 404}", "cc": ["{contact:404 404 400}"], "bcc": ["{contact:404 404 400}"]}
      GET /v1/conversations/{conversation}/notes
      POST /v1/conversations/{conversation}/notes {"message": "M", "agentId": "{agent:400 400 400}"}
      POST /v1/conversations/{conversation}/notes/bulk {"data": [{"message": "M", "agentId": "{agent:200 200 400}"}]}
      PUT /v1/conversations/{conversation}/claim {"agentId": "{agent:404 400 400}", "force": false}
      PUT /v1/conversations/{conversation}/tags/{tag}
      POST /v1/conversations/{conversation}/tags/bulk {"data": [{"name": "By name"}]}
      GET /v1/conversations/{conversation}/tags
      DELETE /v1/conversations/{conversation}/tags/{tag}
      PATCH /v1/conversations/{conversation}/custom-attributes {"{field:400 400 400}": "V"}
      PUT /v1/conversations/{conversation}/link {"parentId": {parent:404 400 400}, "linkType": "Related"}
      GET /v1/conversations/{parent:404 400 400}/linked
      POST /v1/conversations/{conversation}/ratings/offer {"ratingType": "Nps", "userId": "{contact:404 404 400}", "agentId": "{agent:404 400 400}"}
      POST /v1/conversations/{conversation}/ratings/{rating:400 400 400}/submit {"ratingResult": {"value": 5, "_type": "Csat"}, "comment": "V"}
      GET /v1/conversations/{conversation}/ratings
      GET /v1/conversations/{conversation}/rating
      PUT /v1/conversations/{conversation}/transfer/queue {"queueId": "{queue:400 400 400}", "userId": "{agent:400 400 400}"}
      PUT /v1/conversations/{conversation}/followup {"timestamp": "2099-01-01T00:00:00Z", "userId": "{agent:400 400 400}"}
      PUT /v1/conversations/{conversation}/close {"userId": "{agent:400 400 400}"}
      PUT /v1/conversations/{conversation}/reopen {"userId": "{agent:400 400 400}"}
      PUT /v1/conversations/{conversation}/close
      PATCH /v1/conversations/{conversation}/messages/{message}/anonymize
      PATCH /v1/conversations/{conversation}/anonymize
      PATCH /v1/endusers/{contact}/anonymize?force=true
      POST /v1/anonymization {"entityId": "{guest:404 404 400}", "_type": "User"}
      DELETE /v1/custom-attributes/{attribute}
      DELETE /v1/tags/{tag}
      DELETE /v1/teams/{team}
      DELETE /v1/business-hours/schedules/{spareSchedule}
      DELETE /v1/contact-endpoints/{address}
      DELETE /v1/contact-endpoints/{endpoint}
      DELETE /v1/agents/{agent}/api-keys/{apiKey:404 404 404}
      DELETE /v1/agents/{agent}
      """
          .lines()
          .map(Operation::parse)
          .toList();

  /** Parameters that name nothing. */
  private static final Set<String> NO_IDS =
      Set.of(
          "_type",
          "channel",
          "exactMatch",
          "days",
          "event",
          "force",
          "fromDatetime",
          "includeDeactivated",
          "pageKey",
          "pageLimit",
          "query",
          "timestamp",
          "toDatetime");

  private static final Map<String, String> UNKNOWN =
      Map.of(
          "conversation", "2000000000",
          "parent", "2000000000",
          "waiting", "2000000000",
          "address", "nobody@shops.example",
          "email", "nobody@customers.example",
          "agentEmail", "nobody@agents.example",
          "phone", "+49309999999",
          "externalId", "no-such-id",
          "apiKey", "prl_0123456789ABCDEF");
  private static final String MALFORMED = "no%20id%21";
  private static final String NO_SUCH_UUID = "0193478e-0000-7000-8000-000000000001";

  private static ParleyProcess parley;
  private static World ours;
  private static World theirs;

  @BeforeAll
  static void twoOrganizations(@TempDir Path directory) {
    parley = ParleyProcess.in(directory).with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR).start();
    ours = World.in(Dixa.organization(parley, "ours"), "ours", 0);
    theirs = World.in(Dixa.organization(parley, "theirs"), "theirs", 2);
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void every_operation_and_every_id_of_the_document_is_in_the_table() {
    Map<String, Set<String>> documented =
        new ApiDocument(ours.api().get("/q/openapi/dixa?format=json").json()).idsByRoute();
    assertThat(OPERATIONS.stream().map(Operation::route).collect(Collectors.toSet()))
        .isEqualTo(documented.keySet());
    SoftAssertions softly = new SoftAssertions();
    documented.forEach(
        (route, ids) -> {
          Set<String> missing = new TreeSet<>(ids);
          missing.removeAll(NO_IDS);
          missing.removeIf(id -> asks(route, id));
          softly.assertThat(missing).as(route).isEmpty();
        });
    softly.assertAll();
  }

  @Test
  void ids_of_others_are_answered_like_ids_that_never_existed_and_change_nothing() {
    List<Remains> before = remains();
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : OPERATIONS) {
      for (Place place : operation.places()) {
        if (!NO_IDS.contains(place.kind())) {
          check(softly, operation, place);
        }
      }
    }
    softly.assertThat(remains()).isEqualTo(before);
    softly.assertAll();
  }

  @Test
  void every_operation_works_with_ones_own_ids_and_shows_nothing_of_others() {
    World fresh = World.in(Dixa.organization(parley, "fresh"), "fresh", 1);
    Remains before = remainsOf(theirs);
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : OPERATIONS) {
      Answer answer = call(fresh, operation.with(place -> fresh.id(place.kind())));
      softly.assertThat(answer.status()).as("%s %s", operation, answer.body()).isBetween(200, 204);
      softly
          .assertThat(answer.body())
          .as("%s", operation)
          .doesNotContainPattern("\\b(ours|theirs)\\b");
    }
    softly.assertThat(remainsOf(theirs)).isEqualTo(before);
    softly.assertAll();
  }

  @Test
  void what_was_deleted_is_answered_like_what_never_existed() {
    Map<String, String> gone = deleted();
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : OPERATIONS) {
      for (Place place : operation.places()) {
        if (gone.containsKey(place.kind())) {
          Answer answer = call(operation, place, gone.get(place.kind()));
          softly
              .assertThat(answer.status())
              .as("%s %s %s", operation, place, answer.body())
              .isEqualTo(place.unknown());
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void what_was_anonymized_is_shown_and_takes_nothing_more() {
    World emptied = World.in(Dixa.organization(parley, "emptied"), "emptied", 1);
    String person = emptied.id("contact");
    String request =
        emptied
            .api()
            .patch("/v1/endusers/" + person + "/anonymize?force=true", "")
            .expect(202)
            .text("/id");
    await()
        .until(
            () ->
                emptied
                    .api()
                    .get("/v1/anonymization/request/" + request)
                    .expect(200)
                    .data()
                    .has("processedAt"));
    Remains before = Remains.of(parley, number(emptied));
    List<Operation> onThem =
        OPERATIONS.stream()
            .filter(
                o -> o.path().matches("/v1/(conversations/\\{conversation|endusers/\\{contact).*"))
            .toList();
    assertThat(onThem).hasSizeGreaterThan(20);
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : onThem) {
      Answer answer = call(emptied, operation.with(place -> emptied.id(place.kind())));
      softly
          .assertThat(answer.status())
          .as("%s %s", operation, answer.body())
          .isIn(operation.method().equals("GET") ? List.of(200) : List.of(400, 404, 409));
    }
    softly.assertThat(Remains.of(parley, number(emptied))).isEqualTo(before);
    softly.assertAll();
  }

  @Test
  void an_archived_attribute_is_shown_but_takes_no_values() {
    String contact = "/v1/endusers/" + ours.id("contact") + "/custom-attributes";
    String archived = attribute();
    ours.api().patch(contact, Map.of(archived, "V")).expect(200);
    ours.api().send("DELETE", "/v1/custom-attributes/" + archived, null).expect(204);
    assertThat(ours.api().get("/v1/custom-attributes/" + archived).expect(200).text("/isArchived"))
        .isEqualTo("true");
    assertThat(ours.api().patch(contact, Map.of(archived, "W")).status()).isEqualTo(400);
  }

  private static String attribute() {
    return ours.api()
        .post(
            "/v1/custom-attributes",
            Map.of(
                "entityType", "Contact",
                "identifier", "archived",
                "label", "Archived",
                "inputDefinition", Map.of("_type", "Text")))
        .expect(201)
        .text("/id");
  }

  /** Ids of ours that named something until now, by kind. */
  private static Map<String, String> deleted() {
    Dixa api = ours.api();
    String tag = api.post("/v1/tags", Map.of("name", "deleted")).expect(200).text("/id");
    Map<String, String> email =
        Map.of("_type", "EmailEndpoint", "address", "deleted@shops.example");
    Answer endpoint = api.post("/v1/contact-endpoints", email).expect(201);
    String keys = "/v1/agents/" + ours.id("agent") + "/api-keys";
    String apiKey = api.post(keys, Map.of()).expect(201).text("/apiKey");
    String team = api.post("/v1/teams", Map.of("name", "deleted")).expect(201).text("/id");
    for (String path :
        List.of(
            "/v1/tags/" + tag,
            "/v1/contact-endpoints/" + endpoint.text("/endpointId"),
            keys + "/" + apiKey,
            "/v1/teams/" + team)) {
      api.send("DELETE", path, null).expect(204);
    }
    return Map.of(
        "tag", tag,
        "address", endpoint.text("/id"),
        "endpoint", endpoint.text("/endpointId"),
        "apiKey", apiKey,
        "team", team);
  }

  @Test
  void page_keys_of_others_lead_only_to_ones_own() {
    theirs.api().post("/v1/endusers", Map.of("displayName", "theirs")).expect(201);
    for (String list : List.of("agents", "endusers", "conversations/activitylog")) {
      String path = "/v1/" + list + "?pageLimit=1";
      String next = theirs.api().get(path).expect(200).json().at("/meta/next").asText();
      assertThat(next).startsWith("/v1/" + list + "?pageKey=");
      Answer answer = ours.api().get(next + "&pageLimit=100");
      assertThat(answer.expect(200).body()).doesNotContain("theirs");
    }
  }

  @Test
  void page_keys_of_others_searches_find_only_ones_own() {
    String next =
        theirs
            .api()
            .get("/v1/search/conversations?query=theirs&pageLimit=1")
            .expect(200)
            .json()
            .at("/meta/next")
            .asText();
    assertThat(next).startsWith("/v1/search/conversations/?pageKey=");
    assertThat(theirs.api().get(next).expect(200).body()).contains("theirs");
    assertThat(ours.api().get(next).expect(200).body()).isEqualTo("{\"data\":[]}");
  }

  private static void check(SoftAssertions softly, Operation operation, Place place) {
    String never = UNKNOWN.getOrDefault(place.kind(), NO_SUCH_UUID);
    Answer foreign = call(operation, place, theirs.id(place.kind()));
    Answer unknown = call(operation, place, never);
    Answer other = call(operation, place, somethingElse(place.kind()));
    Answer malformed = call(operation, place, MALFORMED);
    String call =
        operation.method() + " " + operation.path() + " " + operation.body() + " " + place;
    softly
        .assertThat(List.of(unknown.status(), other.status(), malformed.status()))
        .as("%s\n%s\n%s\n%s", call, unknown.body(), other.body(), malformed.body())
        .isEqualTo(List.of(place.unknown(), place.other(), place.malformed()));
    softly.assertThat(foreign.status()).as(call).isEqualTo(unknown.status());
    softly
        .assertThat(foreign.body().replace(theirs.id(place.kind()), never))
        .as(call)
        .isEqualTo(unknown.body());
    softly
        .assertThat(List.of(foreign, unknown, other, malformed))
        .as(call)
        .allMatch(answer -> answer.status() < 300 || answer.isError());
  }

  private static Answer call(Operation operation, Place asked, String id) {
    return call(ours, operation.with(place -> place.equals(asked) ? id : ours.id(place.kind())));
  }

  private static Answer call(World world, Operation operation) {
    return world
        .api()
        .send(operation.method(), operation.path().replace("+", "%2B"), operation.body());
  }

  /** An id of ours that names something of another kind. */
  private static String somethingElse(String kind) {
    return switch (kind) {
      case "agent" -> ours.id("contact");
      case "contact", "guest" -> ours.id("agent");
      case "address", "agentEmail" -> ours.id("email");
      case "email" -> ours.id("agentEmail");
      case "message" -> ours.id("note");
      case "queue", "genericQueue" -> ours.id("tag");
      default -> ours.id("queue");
    };
  }

  private static List<Remains> remains() {
    return List.of(remainsOf(ours), remainsOf(theirs));
  }

  /** When agents were last seen is not the doing of a refused request. */
  private static Remains remainsOf(World world) {
    return Remains.of(parley, number(world)).without("parley.agent_presence");
  }

  private static long number(World world) {
    return world.api().get("/v1/organization").expect(200).data().path("number").asLong();
  }

  /** Whether the table puts ids into a query parameter or a field of the body. */
  private static boolean asks(String route, String name) {
    return OPERATIONS.stream()
        .filter(operation -> operation.route().equals(route))
        .map(operation -> operation.path() + operation.body())
        .anyMatch(call -> call.matches(".*\\b" + name + "(=|\": \\[?\")\\{.*"));
  }
}
