package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody works here, leaves, and asks to be forgotten. */
@Timeout(120)
class FormerAgentIT {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final long seed = ThreadLocalRandom.current().nextLong();
  private final Marks marks = new Marks(seed);
  private final String name = marks.word("name");

  @Test
  void who_leaves_is_an_end_user_with_the_same_id_and_can_be_forgotten(
      @TempDir Path directory, TestReporter reporter) {
    reporter.publishEntry("seed", Long.toString(seed));
    try (ParleyProcess parley =
            ParleyProcess.in(directory).with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR).start();
        Dixa api = Dixa.organization(parley, "acme")) {
      String conversation = somebody_writes(api);
      String id = joins(api);
      String token =
          api.post("/v1/agents/" + id + "/api-keys", Map.of()).expect(201).text("/token");
      works(api.as(token), id, conversation);

      api.delete("/v1/agents/" + id).expect(204);

      Awaitility.await()
          .atMost(A_SECOND)
          .pollInterval(BETWEEN_LOOKS)
          .until(() -> api.as(token).get("/v1/organization").status() == 401);
      nothing_is_in_hand_and_the_log_keeps_the_name(api, id, conversation);
      is_forgotten(api, id);
      assertThat(api.get(conversation + "/activitylog").expect(200).body()).doesNotContain(name);
      assertThat(marks.in(Remains.of(parley).text())).isEmpty();
      parley.stop();
      assertThat(marks.in(parley.log())).isEmpty();
    }
  }

  private static String somebody_writes(Dixa api) {
    String address = "support@acme.example";
    api.post("/v1/contact-endpoints", Map.of("_type", "EmailEndpoint", "address", address))
        .expect(201);
    String contact =
        api.post("/v1/endusers", Map.of("email", "ada@customers.example")).expect(201).text("/id");
    return "/v1/conversations/"
        + api.post(
                "/v1/conversations",
                Map.of(
                    "_type",
                    "Email",
                    "requesterId",
                    contact,
                    "emailIntegrationId",
                    address,
                    "subject",
                    "Where is my lamp?",
                    "message",
                    Map.of(
                        "_type", "Inbound", "content", Map.of("_type", "Text", "value", "Hello"))))
            .expect(201)
            .text("/id");
  }

  private String joins(Dixa api) {
    Map<String, Object> somebody =
        Map.of(
            "displayName",
            name,
            "firstName",
            marks.word("first name"),
            "email",
            marks.word("email") + "@agents.example",
            "additionalEmails",
            List.of(marks.word("second email") + "@agents.example"),
            "phoneNumber",
            "+4552000000",
            "avatarUrl",
            "https://example.com/" + marks.word("avatar"));
    return api.send("POST", "/v1/agents", somebody, "Idempotency-Key", "joins")
        .expect(201)
        .text("/id");
  }

  private static void works(Dixa self, String id, String conversation) {
    self.put(conversation + "/claim", Map.of("agentId", id)).expect(204);
    self.post(
            conversation + "/messages",
            Map.of(
                "_type",
                "Outbound",
                "agentId",
                id,
                "content",
                Map.of("_type", "Text", "value", "We look into it.")))
        .expect(200);
  }

  private void nothing_is_in_hand_and_the_log_keeps_the_name(
      Dixa api, String id, String conversation) {
    Answer open = api.get(conversation).expect(200);
    assertThat(open.data().has("assignment")).isFalse();
    assertThat(open.text("/queue/id")).isNotEmpty();
    assertThat(api.get(conversation + "/activitylog").expect(200).body()).contains(name);
    api.get("/v1/agents/" + id).expect(404);
    assertThat(api.get("/v1/endusers/" + id).expect(200).text("/displayName")).isEqualTo(name);
    api.put(conversation + "/claim", Map.of("agentId", id)).expect(400);
  }

  private void is_forgotten(Dixa api, String id) {
    String path = "/v1/endusers/" + id;
    api.patch(path, Map.of("email", marks.word("new email") + "@home.example")).expect(200);
    String request = api.patch(path + "/anonymize", Map.of()).expect(202).text("/id");
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(BETWEEN_LOOKS)
        .until(
            () ->
                api.get("/v1/anonymization/request/" + request)
                    .expect(200)
                    .data()
                    .has("processedAt"));
    assertThat(api.get(path).expect(200).data().has("displayName")).isFalse();
    api.patch(path, Map.of("displayName", name)).expect(400);
  }
}
