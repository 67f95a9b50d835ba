package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.blackbox.Dixa.Answer;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every operation answers: the documented status and shape, 401 without a token, and the
 * errors of its own that the reference lists. Unknown and malformed ids are {@link IdMatrixIT}'s,
 * bad bodies {@link HostileInputIT}'s.
 */
@Timeout(120)
class ContractIT {
  private static final String STRANGER = "prl_0123456789abcdef_" + "s".repeat(43);

  private static ParleyProcess parley;
  private static Dixa admin;
  private static World shop;
  private static ApiDocument document;

  @BeforeAll
  static void start(@TempDir Path directory) {
    parley = ParleyProcess.in(directory).with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR).start();
    admin = Dixa.organization(parley, "shop");
    shop = World.in(admin, "shop", 1);
    document = new ApiDocument(admin.get("/q/openapi/dixa?format=json").expect(200).json());
  }

  @AfterAll
  static void stop() {
    admin.close();
    parley.close();
  }

  @Test
  void the_document_is_valid_openapi_3_1() {
    SwaggerParseResult parsed =
        new OpenAPIV3Parser()
            .readContents(admin.get("/q/openapi/dixa?format=json").body(), null, null);
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1.");
    assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
  }

  @Test
  void the_documents_come_as_yaml_unless_json_is_asked_for() {
    for (String path : List.of("/q/openapi", "/q/openapi/dixa")) {
      assertThat(admin.get(path).expect(200).body()).startsWith("---").contains("\nopenapi: 3.1");
      assertThat(admin.get(path + ".yaml").expect(200).body()).startsWith("---");
      assertThat(admin.get(path + ".json").expect(200).body()).contains("\"openapi\" : \"3.1.");
      assertThat(admin.get(path + "?format=JSON").expect(200).body())
          .isEqualTo(admin.get(path + ".json").body());
    }
  }

  @Test
  void every_operation_answers_what_is_documented() {
    World fresh = World.in(Dixa.organization(parley, "fresh"), "fresh", 1);
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : IdMatrixIT.OPERATIONS) {
      Answer answer = call(fresh.api(), operation, fresh);
      softly
          .assertThat(successes(operation))
          .as("%s %s", operation, answer.body())
          .containsExactly(answer.status());
      if (answer.status() == 204) {
        softly.assertThat(answer.body()).as("%s", operation).isEmpty();
      } else {
        softly
            .assertThat(document.violations(operation.route(), answer.status(), answer.json()))
            .as("%s %s", operation, answer.body())
            .isEmpty();
      }
    }
    softly.assertAll();
  }

  @Test
  void every_operation_wants_a_token_that_is_known() {
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : IdMatrixIT.OPERATIONS) {
      for (String token : List.of("", "Bearer", STRANGER, "Bearer " + STRANGER)) {
        Answer answer = call(admin.as(token), operation, shop);
        softly
            .assertThat(answer.status() == 401 && answer.isError())
            .as("%s %s: %s %s", token, operation, answer.status(), answer.body())
            .isTrue();
      }
    }
    softly.assertAll();
  }

  @Test
  void conflicts_are_told_from_faults() {
    String open = "/v1/conversations/" + shop.id("conversation");
    String agent = shop.id("agent");
    Dixa.Agent other = admin.agent("another");
    admin.put(open + "/claim", Map.of("agentId", other.id())).expect(204);
    refused(409, admin.put(open + "/claim", Map.of("agentId", agent, "force", false)));
    refused(409, admin.patch(open + "/anonymize", ""));
    refused(409, admin.patch(open + "/messages/" + shop.id("message") + "/anonymize", ""));
    refused(409, admin.patch("/v1/endusers/" + shop.id("contact") + "/anonymize", ""));
    refused(400, admin.patch(open + "/anonymize?force=perhaps", ""));
    admin.put(open + "/close", "").expect(204);
    refused(409, admin.put(open + "/claim", Map.of("agentId", agent)));
    refused(400, admin.put(open + "/close", Map.of("userId", shop.id("contact"))));
    refused(400, admin.put(open + "/reopen", Map.of("userId", shop.id("contact"))));
    refused(400, admin.put(open + "/transfer/queue", Map.of("queueId", shop.id("tag"))));
    refused(400, admin.post(open + "/notes", Map.of("message", "x", "agentId", shop.id("tag"))));
    refused(400, admin.post(open + "/notes", Map.of("message", "x", "createdAt", "yesterday")));
    refused(400, admin.post(open + "/ratings/offer", Map.of("ratingType", "Stars")));
    refused(
        400,
        admin.post(
            open + "/ratings/" + shop.id("tag") + "/submit",
            Map.of("ratingResult", Map.of("value", 6, "_type", "Csat"))));
    refused(400, admin.get("/v1/conversations/flows?channel=Pigeon"));
    refused(400, admin.get("/v1/search/conversations?query="));
    refused(400, admin.get("/v1/search/conversations?query=x&pageLimit=51"));
    refused(
        400,
        admin.get(
            "/v1/conversations/activitylog?fromDatetime=2026-01-02T00:00:00Z"
                + "&toDatetime=2026-01-01T00:00:00Z"));
    refused(400, admin.get("/v1/endusers?email=a@b.example&phone=%2B4930111"));
  }

  @Test
  void faults_are_named_as_the_reference_names_them() {
    String path = "/v1/conversations/" + shop.id("parent");
    String nobody = shop.id("tag");
    Map<String, Object> text = Map.of("_type", "Text", "value", "x");
    Map<String, Object> inbound =
        Map.of("_type", "Inbound", "content", text, "externalId", "contract-1");
    admin.post(path + "/messages", inbound).expect(200);
    refused("Duplicate externalId", admin.post(path + "/messages", inbound));
    refused(
        "Failure to download attachment",
        admin.post(
            path + "/messages",
            Map.of(
                "_type",
                "Inbound",
                "content",
                text,
                "attachments",
                List.of(Map.of("url", "http://127.0.0.1:1/none")))));
    refused("Agent", admin.post(path + "/notes", Map.of("message", "x", "agentId", nobody)));
    refused("User not found", admin.put(path + "/close", Map.of("userId", nobody)));
    refused(
        "User is not agent/admin",
        admin.put(path + "/close", Map.of("userId", shop.id("contact"))));
    refused("Queue does not exist", admin.put(path + "/transfer/queue", Map.of("queueId", nobody)));
    refused(
        "Invalid input for patching",
        admin.patch(path + "/custom-attributes", Map.of(shop.id("attribute"), "of a contact")));
    refused("Requester does not exist", admin.post("/v1/conversations/import", imported(nobody)));
  }

  private static Map<String, Object> imported(String requester) {
    return Map.of(
        "_type",
        "GenericConversationImport",
        "genericChannelName",
        "shop",
        "requesterId",
        requester,
        "direction",
        "Inbound",
        "createdAt",
        "2026-01-05T09:00:00Z",
        "messages",
        List.of());
  }

  @Test
  void times_are_read_in_both_forms_and_told_in_that_of_their_resource() {
    String path = "/v1/conversations/" + shop.id("parent");
    for (String time : List.of("2021-12-01T12:46:36.581Z[GMT]", "2021-12-01T13:46:36.581+01:00")) {
      assertThat(
              admin
                  .post(path + "/notes", Map.of("message", "x", "createdAt", time))
                  .expect(200)
                  .text("/createdAt"))
          .isEqualTo("2021-12-01T12:46:36.581Z[GMT]");
    }
    assertThat(admin.get(path + "/notes").expect(200).text("/0/createdAt"))
        .isEqualTo("2021-12-01T12:46:36.581Z");
    assertThat(admin.get(path + "/messages").expect(200).text("/0/createdAt")).endsWith("Z[GMT]");
    assertThat(admin.get(path + "/activitylog").expect(200).text("/0/activityTimestamp"))
        .endsWith("Z[GMT]");
    assertThat(admin.get(path).expect(200).text("/createdAt")).matches(".*:\\d\\d(\\.\\d+)?Z");
  }

  private static void refused(String cause, Answer answer) {
    refused(400, answer);
    assertThat(answer.json().path("message").asText()).contains(cause);
  }

  private static void refused(int status, Answer answer) {
    assertThat(answer.status()).as("%s %s", answer.call(), answer.body()).isEqualTo(status);
    assertThat(answer.isError()).as(answer.body()).isTrue();
  }

  private static Set<Integer> successes(Operation operation) {
    return document.statuses(operation.route()).stream()
        .filter(status -> status < 300)
        .collect(Collectors.toSet());
  }

  private static Answer call(Dixa api, Operation operation, World world) {
    Operation own = operation.with(place -> world.id(place.kind()).replace("+", "%2B"));
    return api.send(own.method(), own.path(), own.body().replace("%2B", "+"));
  }
}
