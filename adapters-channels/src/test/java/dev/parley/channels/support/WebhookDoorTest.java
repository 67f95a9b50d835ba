package dev.parley.channels.support;

import static dev.parley.channels.email.Fixtures.ENDPOINT;
import static dev.parley.channels.email.Fixtures.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.channel.InMemoryInbox;
import dev.parley.application.channel.InboundLoad;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.channels.email.Fixtures;
import dev.parley.channels.email.webhook.EmailWebhook;
import dev.parley.channels.support.WebhookDoor.Answer;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookDoorTest {
  private static final OrganizationId ORGANIZATION = new OrganizationId(3);
  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final byte[] MAIL = "From: a@b.example\r\n\r\nhello".getBytes(UTF_8);
  private static final int LARGEST = 1000;
  private static final Executor BLOCKING = task -> Thread.ofPlatform().daemon().start(task);

  private final InMemoryInbox inbox = new InMemoryInbox();
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryContactEndpoints endpoints =
      new InMemoryContactEndpoints(
          numbers,
          new InMemoryQueues(numbers, new InMemoryAgents(numbers, new InMemoryContacts(numbers))));
  private InboundLoad load = InboundLoad.NEVER_TOO_HIGH;

  @BeforeEach
  void addEndpoint() {
    ContactEndpoint endpoint = Fixtures.endpoint(Map.of(), Map.of("secret", SECRET.value()));
    assertThat(endpoints.add(ORGANIZATION, endpoint, NOW).await().indefinitely()).isNotNull();
  }

  @Test
  void aSignedMailIsStoredAsItCame() {
    assertThat(post("1", MAIL)).isEqualTo(Answer.STORED);
    RawInbound stored = inbox.all().getFirst();
    assertThat(stored.bytes()).isEqualTo(MAIL);
    assertThat(stored.organization()).isEqualTo(ORGANIZATION);
    assertThat(stored.endpoint()).isEqualTo(ENDPOINT);
    assertThat(stored.channel()).isEqualTo(Channel.EMAIL);
    assertThat(stored.deliveryKey()).isEqualTo("webhook:1");
  }

  @Test
  void aRepeatedPostIsAcknowledgedAndNotStoredAgain() {
    post("1", MAIL);
    assertThat(post("1", MAIL)).isEqualTo(Answer.STORED_BEFORE);
    assertThat(inbox.all()).hasSize(1);
  }

  @Test
  void whatIsNotSignedOrWronglySignedIsRefused() {
    assertThat(
            send(
                "email",
                ENDPOINT.value().toString(),
                request(Map.of("content-type", "message/rfc822"))))
        .isEqualTo(Answer.UNSIGNED);
    Map<String, String> forged = headers("1", MAIL);
    forged.put("webhook-signature", "v1,AAAA");
    assertThat(send("email", ENDPOINT.value().toString(), request(forged)))
        .isEqualTo(Answer.FORGED);
    assertThat(inbox.all()).isEmpty();
  }

  @Test
  void anEndpointThatIsNoneOfThisChannelIsUnknown() {
    WebhookRequest request = request(headers("1", MAIL));
    assertThat(send("email", UUID.randomUUID().toString(), request)).isEqualTo(Answer.UNKNOWN);
    assertThat(send("email", "../etc", request)).isEqualTo(Answer.UNKNOWN);
    assertThat(send("messenger", ENDPOINT.value().toString(), request)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void whatIsNoMailIsRefused() {
    Map<String, String> headers = headers("1", MAIL);
    headers.put("content-type", "application/json");
    assertThat(send("email", ENDPOINT.value().toString(), request(headers)))
        .isEqualTo(Answer.WRONG_TYPE);
  }

  @Test
  void aBodyAboveTheLimitIsRefused() {
    assertThat(post("1", new byte[LARGEST])).isEqualTo(Answer.STORED);
    assertThat(post("2", new byte[LARGEST + 1])).isEqualTo(Answer.TOO_LARGE);
  }

  @Test
  void aProviderIsAskedToComeLaterWhileWorkDoesNotKeepPace() {
    load = () -> true;
    assertThat(post("1", MAIL)).isEqualTo(Answer.LATER);
    assertThat(inbox.all()).isEmpty();
  }

  @Test
  void aProviderIsAskedToComeLaterWhenTheStoreFails() {
    Inbox down =
        _ ->
            Uni.createFrom().failure(new DomainException(new SharedError.TemporarilyUnavailable()));
    assertThat(send(down, "email", ENDPOINT.value().toString(), request(headers("1", MAIL))))
        .isEqualTo(Answer.LATER);
  }

  @Test
  void aChannelWithoutHandshakeRefusesOne() {
    assertThat(
            door(inbox)
                .handshake("email", ENDPOINT.value().toString(), Map.of("hub.challenge", "1"))
                .await()
                .indefinitely())
        .isEmpty();
  }

  private Answer post(String id, byte[] body) {
    return send("email", ENDPOINT.value().toString(), new WebhookRequest(headers(id, body), body));
  }

  private Answer send(String channel, String endpoint, WebhookRequest request) {
    return send(inbox, channel, endpoint, request);
  }

  private Answer send(Inbox into, String channel, String endpoint, WebhookRequest request) {
    return door(into).post(channel, endpoint, request).await().atMost(Duration.ofSeconds(10));
  }

  private WebhookDoor door(Inbox into) {
    AtomicInteger ids = new AtomicInteger();
    return new WebhookDoor(
        List.of(new EmailWebhook(LARGEST, () -> NOW)),
        endpoints,
        into,
        load,
        () -> new UUID(1, ids.incrementAndGet()),
        () -> NOW,
        BLOCKING);
  }

  private static WebhookRequest request(Map<String, String> headers) {
    return new WebhookRequest(headers, MAIL);
  }

  private static Map<String, String> headers(String id, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "message/rfc822");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(NOW.getEpochSecond()));
    headers.put("webhook-signature", StandardSignature.sign(SECRET, id, NOW, body));
    return headers;
  }
}
