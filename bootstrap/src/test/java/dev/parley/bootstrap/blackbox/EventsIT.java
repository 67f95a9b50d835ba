package dev.parley.bootstrap.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.blackbox.Dixa.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients are told, by webhook and by stream, while the service is killed and stopped. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int BEFORE = 15;
  private static final int AFTER = 5;

  /** All that happens here has to be told of, so that a gap shows. */
  private static final List<String> EVERYTHING =
      Stream.of(
              "Created Open Pending PendingExpired Closed Abandoned Enqueued Assigned Unassigned",
              "Transferred MessageAdded NoteAdded TagAdded TagRemoved Rated",
              "CustomAttributeUpdated MessageDeliverySent MessageDeliveryDelivered",
              "MessageDeliverySeen MessageDeliveryFailed MessageDeliveryInfo")
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .map(word -> "Conversation" + word)
          .toList();

  private static ParleyProcess parley;

  @BeforeAll
  static void start(@TempDir Path directory) {
    parley =
        ParleyProcess.in(directory)
            .with("PARLEY_OPERATOR_TOKEN", Dixa.OPERATOR)
            .with("PARLEY_OUTBOUND_ALLOW_PRIVATE", "true")
            .start();
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  @Order(1)
  void nothing_is_lost_or_renamed_when_the_service_is_killed() {
    try (Dixa admin = Dixa.organization(parley, "killed");
        Subscriber subscriber = new Subscriber();
        Follower follower =
            new Follower(parley.url("/v1/events"), admin.token(), true).awaitBeginning()) {
      // Every third is refused, so that something waits when the process is killed.
      subscriber.answering(post -> post % 3 == 0 ? 500 : 204);
      subscribe(admin, subscriber);
      World world = World.in(admin, "killed", 0);
      Set<Long> acknowledged = new HashSet<>();
      for (int i = 0; i < BEFORE; i++) {
        acknowledged.add(converse(world));
      }
      parley.kill();
      subscriber.answering(_ -> 204);
      parley.restart();
      for (int i = 0; i < AFTER; i++) {
        acknowledged.add(converse(world));
      }

      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> created(subscriber).keySet().containsAll(acknowledged));
      Awaitility.await().atMost(PATIENCE).until(() -> isWithoutGap(subscriber));
      assertThat(subscriber.forged()).isEmpty();
      assertThat(created(subscriber).values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
      long last = last(subscriber);
      Awaitility.await().atMost(PATIENCE).until(() -> follower.ids().contains(last));
      assertThat(follower.ids())
          .startsWith(LongStream.rangeClosed(1, last).boxed().toArray(Long[]::new))
          .doesNotHaveDuplicates();
    }
  }

  /** The ids of the creation of each conversation. */
  private static Map<Long, Set<String>> created(Subscriber subscriber) {
    return subscriber.events().stream()
        .filter(event -> event.path("event_fqn").asText().equals("CONVERSATION_CREATED"))
        .collect(
            Collectors.groupingBy(
                event -> event.at("/data/conversation/csid").asLong(),
                Collectors.mapping(event -> event.path("event_id").asText(), Collectors.toSet())));
  }

  private static boolean isWithoutGap(Subscriber subscriber) {
    Set<Long> places =
        subscriber.events().stream()
            .map(event -> event.path("event_sequence").asLong())
            .collect(Collectors.toSet());
    return places.size() == last(subscriber);
  }

  private static long last(Subscriber subscriber) {
    return subscriber.events().stream()
        .mapToLong(event -> event.path("event_sequence").asLong())
        .max()
        .orElse(0);
  }

  @Test
  @Order(2)
  void a_rotated_key_and_its_former_one_sign_and_a_delivery_can_be_replayed() {
    try (Dixa admin = Dixa.organization(parley, "rotated");
        Subscriber subscriber = new Subscriber()) {
      String id = subscribe(admin, subscriber);
      String webhook = "/v1/webhooks/" + id;
      World world = World.in(admin, "rotated", 0);
      Answer rotated = admin.post(webhook + "/rotate-secret", Map.of()).expect(200);
      long one = converse(world);
      Awaitility.await().atMost(PATIENCE).until(() -> created(subscriber).containsKey(one));
      subscriber.expectKey(rotated.text("/secretKey"));
      long another = converse(world);
      Awaitility.await().atMost(PATIENCE).until(() -> created(subscriber).containsKey(another));
      assertThat(subscriber.forged()).isEmpty();

      Answer log =
          Awaitility.await()
              .atMost(PATIENCE)
              .until(
                  () ->
                      admin.get(webhook + "/delivery-status/logs/ConversationCreated").expect(200),
                  answer -> answer.data().size() == created(subscriber).size());
      assertThat(log.text("/0/deliveryDetail/responseCode")).isEqualTo("204");
      JsonNode first = subscriber.events().getFirst();
      String delivery =
          log.data()
              .valueStream()
              .filter(entry -> entry.path("eventId").equals(first.path("event_id")))
              .findFirst()
              .orElseThrow()
              .path("deliveryId")
              .asText();
      admin.post(webhook + "/deliveries/" + delivery + "/replay", Map.of()).expect(202);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () ->
                  subscriber.events().stream()
                          .filter(e -> e.path("event_id").equals(first.path("event_id")))
                          .count()
                      == 2);
      subscriber.answering(_ -> 410);
      converse(world);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> !admin.get(webhook).expect(200).data().path("enabled").asBoolean());
    }
  }

  @Test
  @Order(3)
  void a_stream_ends_with_its_token() {
    try (Dixa admin = Dixa.organization(parley, "revoked")) {
      Dixa.Agent agent = admin.agent("leaver");
      try (Follower follower =
          new Follower(parley.url("/v1/events"), agent.token(), false).awaitBeginning()) {
        admin
            .send(
                "DELETE",
                "/v1/agents/" + agent.id() + "/api-keys/" + agent.token().substring(0, 20),
                null)
            .expect(204);

        Awaitility.await().atMost(Duration.ofSeconds(3)).until(follower::isOver);
      }
    }
  }

  @Test
  @Order(4)
  void streams_do_not_keep_the_service_from_stopping() {
    try (Dixa admin = Dixa.organization(parley, "stopped");
        Follower follower =
            new Follower(parley.url("/v1/events"), admin.token(), false).awaitBeginning()) {
      long began = System.nanoTime();
      assertThat(parley.stop()).isEqualTo(143);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
      Awaitility.await().atMost(Duration.ofSeconds(1)).until(follower::isOver);
    }
  }

  private static String subscribe(Dixa admin, Subscriber subscriber) {
    Answer made =
        admin
            .post(
                "/v1/webhooks",
                Map.of(
                    "name",
                    "test",
                    "url",
                    subscriber.url(),
                    "events",
                    EVERYTHING,
                    "authorization",
                    Map.of("_type", "NoAuth"),
                    "customHeaders",
                    Map.of()))
            .expect(201);
    subscriber.expectKey(made.text("/secretKey"));
    return made.text("/id");
  }

  private static long converse(World world) {
    return Long.parseLong(world.converse());
  }
}
