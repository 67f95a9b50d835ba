package dev.parley.channels.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.application.webhook.WebhookSender.Post;
import dev.parley.channels.support.NameResolver;
import dev.parley.channels.support.OutboundHttp;
import dev.parley.channels.support.OutboundLimits;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.event.EventType;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.webhook.Credentials;
import dev.parley.domain.webhook.EventFilter;
import dev.parley.domain.webhook.SigningKey;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WebhookPosterTest {
  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final String FORMER = "fedcba9876543210".repeat(4);
  private static final UUID EVENT = UUID.fromString("019ac1a2-0000-7000-8000-000000000001");
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.456Z");
  private static final byte[] BODY = "{\"event_version\":\"1\",\"n\":\"ä\"}".getBytes(UTF_8);

  private final HttpServer server;
  private final List<Headers> received = new CopyOnWriteArrayList<>();
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  WebhookPosterTest() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    on("/ok", 204, "", Map.of());
    server.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void aReceiverOfTenLinesCanVerifyAPost() throws GeneralSecurityException {
    Answer answer = post(webhook("/ok", new Credentials.None(), SigningKey.of(new Secret(KEY))));

    assertThat(answer.isSuccess()).isTrue();
    Headers headers = received.getFirst();
    String signature = headers.getFirst("X-DIXA-SIGNATURE");
    String t = signature.substring("t=".length(), signature.indexOf(','));
    assertThat(t).isEqualTo(Long.toString(NOW.toEpochMilli()));
    assertThat(signature).endsWith(",v1=" + HexFormat.of().formatHex(hmac(KEY, t + ".")));
    assertThat(headers.getFirst("webhook-id")).isEqualTo(EVENT.toString());
    assertThat(headers.getFirst("webhook-timestamp"))
        .isEqualTo(Long.toString(NOW.getEpochSecond()));
    assertThat(headers.getFirst("webhook-signature"))
        .isEqualTo(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(hmac(KEY, EVENT + "." + NOW.getEpochSecond() + ".")));
    assertThat(headers.getFirst("Content-Type")).startsWith("application/json");
    assertThat(headers.getFirst("X-Source")).isEqualTo("parley");
    assertThat(headers.containsKey("Authorization")).isFalse();
    assertThat(bodies.getFirst()).isEqualTo(BODY);
  }

  @Test
  void forAWhileTheFormerKeySignsToo() throws GeneralSecurityException {
    SigningKey rotated = SigningKey.of(new Secret(FORMER)).rotated(new Secret(KEY), NOW);

    post(webhook("/ok", new Credentials.None(), rotated));

    String t = Long.toString(NOW.toEpochMilli());
    assertThat(received.getFirst().getFirst("X-DIXA-SIGNATURE"))
        .isEqualTo(
            "t=%s,v1=%s,v1=%s"
                .formatted(
                    t,
                    HexFormat.of().formatHex(hmac(KEY, t + ".")),
                    HexFormat.of().formatHex(hmac(FORMER, t + "."))));
    assertThat(received.getFirst().getFirst("webhook-signature").split(" ", -1)).hasSize(2);
  }

  @Test
  void weIdentifyOurselvesAsAsked() {
    SigningKey key = SigningKey.of(new Secret(KEY));
    post(webhook("/ok", new Credentials.Basic("parley", new Secret("open sesame")), key));
    post(webhook("/ok", new Credentials.Bearer(new Secret("token-1")), key));

    assertThat(received)
        .extracting(headers -> headers.getFirst("Authorization"))
        .containsExactly(
            "Basic " + Base64.getEncoder().encodeToString("parley:open sesame".getBytes(UTF_8)),
            "Bearer token-1");
  }

  @Test
  void theBeginningOfAnAnswerIsKept() {
    on("/broken", 500, "oops\u0000" + "x".repeat(100_000), Map.of());

    Answer answer = post("/broken");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.isSuccess()).isFalse();
    assertThat(answer.text()).startsWith("oops").hasSize(1000).doesNotContain("\u0000");
    assertThat(answer.retryAfter()).isNull();
  }

  @Test
  void redirectsAreNotFollowed() {
    on("/moved", 302, "", Map.of("Location", "/ok"));

    assertThat(post("/moved").status()).isEqualTo(302);
    assertThat(received).hasSize(1);
  }

  @Test
  void theWishToWaitIsUnderstood() {
    on("/seconds", 429, "", Map.of("Retry-After", "120"));
    on("/date", 503, "", Map.of("Retry-After", "Sat, 28 Nov 2026 12:01:00 GMT"));
    on("/odd", 503, "", Map.of("Retry-After", "soon"));

    assertThat(post("/seconds").retryAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(post("/date").retryAfter()).isEqualTo(Duration.ofMillis(59_544));
    assertThat(post("/odd").retryAfter()).isNull();
  }

  @Test
  void whoIsGoneIsTold() {
    on("/gone", 410, "", Map.of());

    assertThat(post("/gone").isGone()).isTrue();
  }

  @Test
  void aSlowReceiverIsNotWaitedForLong() {
    server.createContext("/slow", _ -> awaitEnd());
    OutboundLimits hasty =
        new OutboundLimits(
            Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(500), 0);

    Answer answer =
        new WebhookPoster(new OutboundHttp(true, hasty, NameResolver.SYSTEM), true, Runnable::run)
            .post(to(url("/slow")))
            .await()
            .indefinitely();

    assertThat(answer).isEqualTo(new Answer(0, "no answer in time", null));
  }

  @Test
  void whoDoesNotListenIsNotReached() {
    server.stop(0);

    assertThat(post("/ok")).isEqualTo(new Answer(0, "not reachable", null));
  }

  @Test
  void ourOwnNetworkIsNotReachedUnlessAllowed() {
    assertThat(strict().post(to(url("/ok"))).await().indefinitely())
        .isEqualTo(new Answer(0, "not reachable", null));
    assertThat(strict().post(to("https://127.0.0.1:8443/")).await().indefinitely())
        .isEqualTo(new Answer(0, "not reachable", null));
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/hook",
        "https://localhost/",
        "https://user:password@example.com/",
        "https://example.com/#fragment",
        "https://example.com:22/",
        "https://2130706433/",
        "ftp://example.com/",
        "example.com",
        "https://"
      })
  void someUrlsAreRefusedAtOnce(String url) {
    assertThatThrownBy(() -> strict().check(url)).isInstanceOf(DomainException.class);
  }

  @Test
  void usualUrlsAreFine() {
    strict().check("https://example.com/hook?a=b");
    lenient().check("http://127.0.0.1:9000/hook");
  }

  private static WebhookPoster strict() {
    return new WebhookPoster(
        new OutboundHttp(false, WebhookPoster.LIMITS, NameResolver.SYSTEM), false, Runnable::run);
  }

  private static WebhookPoster lenient() {
    return new WebhookPoster(
        new OutboundHttp(true, WebhookPoster.LIMITS, NameResolver.SYSTEM), true, Runnable::run);
  }

  private Answer post(String path) {
    return post(webhook(path, new Credentials.None(), SigningKey.of(new Secret(KEY))));
  }

  private static Answer post(Webhook webhook) {
    return lenient().post(new Post(webhook, EVENT, NOW, BODY)).await().indefinitely();
  }

  private static Post to(String url) {
    return new Post(
        at(url, new Credentials.None(), SigningKey.of(new Secret(KEY))), EVENT, NOW, BODY);
  }

  private Webhook webhook(String path, Credentials credentials, SigningKey key) {
    return at(url(path), credentials, key);
  }

  private static Webhook at(String url, Credentials credentials, SigningKey key) {
    AgentId agent = new AgentId(new UUID(1, 1));
    return new Webhook(
        new WebhookId(new UUID(1, 2)),
        "CRM",
        url,
        Set.of(EventType.CONVERSATION_CREATED),
        EventFilter.NONE,
        credentials,
        new dev.parley.domain.webhook.Headers(Map.of("X-Source", "parley")),
        key,
        true,
        NOW,
        agent,
        NOW,
        agent);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void on(String path, int status, String answer, Map<String, String> headers) {
    server.createContext(path, exchange -> answer(exchange, status, answer, headers));
  }

  private void answer(HttpExchange exchange, int status, String answer, Map<String, String> headers)
      throws IOException {
    received.add(exchange.getRequestHeaders());
    bodies.add(exchange.getRequestBody().readAllBytes());
    headers.forEach(exchange.getResponseHeaders()::add);
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As any receiver would. */
  private static byte[] hmac(String hexKey, String head) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(hexKey), "HmacSHA256"));
    mac.update(head.getBytes(UTF_8));
    return mac.doFinal(BODY);
  }
}
