package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What public clients of Dixa's API send, request by request: their headers, parameters, ways to
 * page and to read times, as their sources show.
 */
@Timeout(120)
class ClientsIT {
  private static final int PEOPLE = 7;

  private static ParleyProcess parley;
  private static World shop;
  private static Dixa bare;
  private static Dixa bearer;

  @BeforeAll
  static void start(@TempDir Path directory) {
    String token = "prl_0123456789abcdef_" + "s".repeat(43);
    parley =
        ParleyProcess.in(directory)
            .with("PARLEY_ADMIN_TOKEN", token)
            .with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR)
            .start();
    bare = new Dixa(parley, token);
    bearer = bare.as("Bearer " + token);
    shop = World.in(bare, "shop", 1);
    for (int i = 0; i < PEOPLE; i++) {
      bare.post("/v1/endusers", Map.of("displayName", "Person " + i)).expect(201);
    }
  }

  @AfterAll
  static void stop() {
    bare.close();
    parley.close();
  }

  /** tap-dixa of Singer: bare token, whole seconds, all parameters again with the next key. */
  @Test
  void a_singer_tap_reads_the_activity_log_of_the_organization() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("fromDatetime", Instant.EPOCH.truncatedTo(ChronoUnit.SECONDS).toString());
    query.put(
        "toDatetime", Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString());
    query.put("pageLimit", "2");
    List<JsonNode> entries = new ArrayList<>();
    do {
      JsonNode page =
          bare.get("/v1/conversations/activitylog?" + encoded(query)).expect(200).json();
      page.path("data").forEach(entries::add);
      query.remove("pageKey");
      pageKey(page.at("/meta/next").asText()).ifPresent(key -> query.put("pageKey", key));
    } while (query.containsKey("pageKey"));
    assertThat(entries).hasSizeGreaterThan(4);
    assertThat(ids(entries)).doesNotHaveDuplicates();
    assertThat(entries.stream().map(entry -> withoutZone(entry.path("activityTimestamp").asText())))
        .isSorted();
    query.put("pageLimit", "10000");
    bare.get("/v1/conversations/activitylog?" + encoded(query)).expect(200);
  }

  /**
   * PostHog's source: bearer token, {@code meta.next} resolved against the host and followed as it
   * is, an empty page ends it; then one call per conversation.
   */
  @Test
  void a_warehouse_source_walks_every_list() {
    assertThat(bearer.get("/v1/agents").status()).isEqualTo(200);
    for (String list : List.of("/v1/agents", "/v1/endusers", "/v1/conversations/activitylog")) {
      List<JsonNode> rows = new ArrayList<>();
      URI url = bearer.url(list + "?pageLimit=3");
      while (url != null) {
        JsonNode page = bearer.get(url.getRawPath() + "?" + url.getRawQuery()).expect(200).json();
        JsonNode next = page.at("/meta/next");
        assertThat(page.path("data").isEmpty() && next.isTextual()).isFalse();
        page.path("data").forEach(rows::add);
        url = next.isTextual() ? url.resolve(next.asText()) : null;
      }
      assertThat(ids(rows)).as(list).isNotEmpty().doesNotHaveDuplicates();
    }
    String since = "2021-12-01T12:46:36.581Z";
    for (String form : List.of(since, since + "[GMT]")) {
      String query = encoded(Map.of("fromDatetime", form));
      bearer.get("/v1/conversations/activitylog?" + query).expect(200);
    }
    String conversation = "/v1/conversations/" + shop.id("conversation");
    for (JsonNode message : bearer.get(conversation + "/messages").expect(200).data()) {
      withoutZone(message.path("createdAt").asText());
    }
    bearer.get(conversation + "/ratings").expect(200);
    for (String list :
        List.of("queues", "teams", "tags", "custom-attributes", "contact-endpoints")) {
      assertThat(bearer.get("/v1/" + list).expect(200).data().isArray()).as(list).isTrue();
    }
  }

  @Test
  void whoever_checks_a_token_sees_whether_it_is_good() {
    assertThat(
            Stream.of("", "nonsense", "Bearer nonsense", "Bearer")
                .map(token -> bare.as(token).get("/v1/agents"))
                .map(Answer::status))
        .containsOnly(401);
  }

  /** Dixa's own tools: bare token, lower-case flags, bodies with all that they know. */
  @Test
  void dixas_own_tools_handle_a_conversation() {
    String agent = shop.id("agent");
    String conversation =
        bare.post(
                "/v1/conversations",
                Map.of(
                    "requesterId", shop.id("contact"),
                    "_type", "Email",
                    "emailIntegrationId", shop.id("address"),
                    "subject", "From a tool",
                    "message",
                        Map.of(
                            "_type", "Inbound",
                            "content", Map.of("_type", "Text", "value", "Hello"),
                            "attachments", List.of())))
            .expect(201)
            .text("/id");
    String path = "/v1/conversations/" + conversation;
    bare.put(path + "/claim", Map.of("agentId", agent, "force", false)).expect(204);
    bare.post(
            path + "/notes",
            Map.of(
                "message", "Seen", "agentId", agent, "createdAt", "2021-12-01T12:46:36.581Z[GMT]"))
        .expect(200);
    bare.post(
            path + "/notes/bulk",
            Map.of("data", List.of(Map.of("message", "One"), Map.of("message", "Two"))))
        .expect(200);
    bare.post(path + "/tags/bulk", Map.of("data", List.of(Map.of("name", "tool")))).expect(202);
    assertThat(bare.put(path + "/followup", Map.of("followUp", true)).status()).isEqualTo(400);
    assertThat(bare.put(path + "/link", Map.of("parentConversationId", 1)).status()).isEqualTo(400);
    bare.post(
            "/v1/search/conversations/?pageLimit=50",
            Map.of(
                "filters",
                Map.of(
                    "strategy",
                    "All",
                    "conditions",
                    List.of(
                        Map.of(
                            "field",
                            Map.of(
                                "operator",
                                Map.of("values", List.of(agent), "_type", "IsOneOf"),
                                "_type",
                                "AgentId"))))))
        .expect(200);
    assertThat(bare.patch(path + "/anonymize?force=false", "").status()).isEqualTo(409);
    bare.put(path + "/close", Map.of()).expect(204);
    bare.patch(path + "/anonymize?force=true", "").expect(202);
  }

  /** Pipedream's components: bearer token; one of them closed with a field that is not there. */
  @Test
  void workflow_components_pick_a_conversation_and_answer() {
    String contact = shop.id("contact");
    JsonNode mine = bearer.get("/v1/endusers/" + contact + "/conversations").expect(200).data();
    assertThat(mine.isEmpty()).isFalse();
    String path = "/v1/conversations/" + shop.id("parent");
    bearer
        .post(
            path + "/messages",
            Map.of(
                "content",
                Map.of("value", "Hello", "_type", "Text"),
                "agentId",
                shop.id("agent"),
                "externalId",
                "component-1",
                "_type",
                "Outbound"))
        .expect(200);
    bearer.get(path + "/messages").expect(200);
    bearer.get(path + "/notes").expect(200);
    bearer.put(path + "/tags/" + shop.id("tag"), "").expect(204);
    bearer
        .patch(
            "/v1/endusers/" + contact + "/custom-attributes", Map.of(shop.id("attribute"), "Gold"))
        .expect(200);
    bearer.put(path + "/close", Map.of("agentId", shop.id("agent"))).expect(204);
  }

  private static List<String> ids(List<JsonNode> rows) {
    return rows.stream().map(row -> row.path("id").asText()).toList();
  }

  /** Fails unless what is left without the zone's name is an instant. */
  private static Instant withoutZone(String time) {
    assertThat(time).endsWith("Z[GMT]");
    return Instant.parse(time.replaceAll("\\[[^]]*]$", ""));
  }

  private static Optional<String> pageKey(String next) {
    return Stream.of(next.replaceAll("^[^?]*\\??", "").split("&", -1))
        .filter(pair -> pair.startsWith("pageKey="))
        .map(pair -> URLDecoder.decode(pair.substring("pageKey=".length()), StandardCharsets.UTF_8))
        .findFirst();
  }

  private static String encoded(Map<String, String> query) {
    Set<String> pairs = new HashSet<>();
    query.forEach(
        (name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return String.join("&", pairs);
  }
}
