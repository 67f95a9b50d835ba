package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand requests of all kinds for one conversation, at once. */
@Timeout(180)
class ThrongIT {
  private static final int REQUESTS = 1_000;
  private static final int TAKEN = 409;

  /**
   * What each caller asks in turn; {@code #} is the caller's number.
   *
   * <p>Only a claim may be refused: without force, or because the conversation is closed.
   */
  private static final List<String> KINDS =
      """
      PUT /v1/conversations/{conversation}/claim {"agentId": "{agent}", "force": true}
      PUT /v1/conversations/{conversation}/claim {"agentId": "{other}", "force": false}
      POST /v1/conversations/{conversation}/messages {"_type": "Inbound", "content": {"_type": "Text", "value": "in #."}}
      PUT /v1/conversations/{conversation}/close {"userId": "{agent}"}
      POST /v1/conversations/{conversation}/notes {"message": "note #."}
      PUT /v1/conversations/{conversation}/reopen {}
      PUT /v1/conversations/{conversation}/tags/{tag} {}
      PUT /v1/conversations/{conversation}/transfer/queue {"queueId": "{queue}"}
      POST /v1/conversations/{conversation}/messages {"_type": "Outbound", "agentId": "{other}", "content": {"_type": "Text", "value": "out #."}}
      DELETE /v1/conversations/{conversation}/tags/{tag} {}
      PUT /v1/conversations/{conversation}/followup {"timestamp": "2099-01-01T00:00:00Z"}
      POST /v1/conversations/{conversation}/tags/bulk {"data": [{"name": "one"}, {"name": "two"}]}
      PATCH /v1/conversations/{conversation}/custom-attributes {"{field}": "value #."}
      POST /v1/conversations/{conversation}/notes/bulk {"data": [{"message": "note #.a"}, {"message": "note #.b"}]}
      """
          .lines()
          .toList();

  @Test
  void leave_a_consistent_conversation_and_a_log_without_gaps(@TempDir Path directory)
      throws Exception {
    try (ParleyProcess parley =
            ParleyProcess.in(directory).with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR).start();
        Dixa admin = Dixa.organization(parley, "shop")) {
      World world = World.in(admin, "shop", 0);
      String other = admin.agent("other").id();
      ApiDocument document =
          new ApiDocument(admin.get("/q/openapi/dixa?format=json").expect(200).json());
      List<Operation> requests =
          IntStream.range(0, REQUESTS).mapToObj(caller -> request(caller, world, other)).toList();

      List<Answer> answers = AtOnce.call(requests, request -> insist(admin, request));

      assertThat(parley.log().lines().filter(line -> line.contains("ERROR"))).isEmpty();
      for (int i = 0; i < REQUESTS; i++) {
        Answer answer = answers.get(i);
        String call = requests.get(i) + " -> " + answer.status() + " " + answer.body();
        assertThat(document.statuses(route(requests.get(i)))).as(call).contains(answer.status());
        assertThat(answer.status() < 300 || isRefusedClaim(requests.get(i), answer))
            .as(call)
            .isTrue();
      }
      everyTextIsThereOnce(admin, world.id("conversation"));
      theLogTellsHowItIs(parley, world.id("conversation"));
    }
  }

  private static Operation request(int caller, World world, String other) {
    String kind = KINDS.get(caller % KINDS.size()).replace("#", Integer.toString(caller));
    return Operation.parse(kind)
        .with(place -> place.kind().equals("other") ? other : world.id(place.kind()));
  }

  /** The service asks those who meet too many others to come again. */
  private static Answer insist(Dixa admin, Operation request) {
    return new Insistent()
        .until(
            () -> admin.send(request.method(), request.path(), request.body()),
            answer -> answer.status() != 503);
  }

  private static String route(Operation request) {
    return request.method()
        + " "
        + request.path().replaceAll("/(\\d+|[0-9a-f]{8}-[0-9a-f-]{27})(?=/|$)", "/{}");
  }

  private static boolean isRefusedClaim(Operation request, Answer answer) {
    return request.path().endsWith("/claim") && answer.status() == TAKEN && answer.isError();
  }

  private static void everyTextIsThereOnce(Dixa admin, String conversation) {
    String path = "/v1/conversations/" + conversation;
    List<String> messages = new ArrayList<>();
    admin
        .get(path + "/messages")
        .expect(200)
        .data()
        .forEach(
            message -> messages.add(message.at("/attributes/emailContent/content/value").asText()));
    List<String> notes = new ArrayList<>();
    admin
        .get(path + "/notes")
        .expect(200)
        .data()
        .forEach(note -> notes.add(note.path("message").asText()));
    assertThat(messages.subList(1, messages.size()))
        .containsExactlyInAnyOrderElementsOf(texts("\"value\": \"((?:in|out) #\\.)\""));
    assertThat(notes.subList(1, notes.size()))
        .containsExactlyInAnyOrderElementsOf(texts("\"message\": \"(note #\\.[ab]?)\""));
  }

  /** The texts of all callers that a pattern finds in their requests. */
  private static List<String> texts(String pattern) {
    return IntStream.range(0, REQUESTS)
        .boxed()
        .flatMap(
            caller ->
                Pattern.compile(pattern)
                    .matcher(KINDS.get(caller % KINDS.size()))
                    .results()
                    .map(found -> found.group(1).replace("#", caller.toString())))
        .toList();
  }

  private static void theLogTellsHowItIs(ParleyProcess parley, String number) {
    String conversation =
        "FROM %s a JOIN parley.conversation c ON c.org_id = a.org_id AND c.id = a.%s WHERE c.number"
            + " = "
            + number;
    List<Map<String, String>> log =
        Remains.query(
            parley,
            "SELECT a.sequence, a.kind, a.about_id, a.details->>'state' AS state "
                + conversation.formatted("parley.activity", "conversation_id")
                + " AND c.org_id = 2 ORDER BY a.sequence");
    assertThat(log.stream().map(entry -> Long.valueOf(entry.get("sequence"))))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, log.size()).boxed().toList());
    Map<String, String> row =
        Remains.query(
                parley,
                "SELECT a.state, a.assignment, a.agent_id, a.queue_id "
                    + conversation.formatted("parley.conversation", "id")
                    + " AND c.org_id = 2")
            .getFirst();
    Set<String> tags = new HashSet<>();
    Map<String, String> told = new HashMap<>();
    log.forEach(entry -> tell(entry, told, tags));
    assertThat(told).isEqualTo(row);
    assertThat(
            Remains.query(
                    parley,
                    "SELECT a.tag_id "
                        + conversation.formatted("parley.conversation_tag", "conversation_id")
                        + " AND c.org_id = 2")
                .stream()
                .map(tag -> tag.get("tag_id")))
        .containsExactlyInAnyOrderElementsOf(tags);
  }

  private static void tell(Map<String, String> entry, Map<String, String> told, Set<String> tags) {
    String about = entry.getOrDefault("about_id", "");
    switch (entry.getOrDefault("kind", "")) {
      case "started", "resumed", "reopened" -> told.put("state", "open");
      case "set_aside" -> told.put("state", entry.get("state"));
      case "closed" -> told.put("state", "closed");
      case "queued" -> {
        told.put("assignment", "queued");
        told.put("queue_id", about);
        told.remove("agent_id");
      }
      case "assigned" -> {
        told.put("assignment", "assigned");
        told.put("agent_id", about);
      }
      case "unassigned" -> {
        told.put("assignment", "unassigned");
        told.remove("agent_id");
      }
      case "tag_added" -> tags.add(about);
      case "tag_removed" -> tags.remove(about);
      default -> {}
    }
  }
}
