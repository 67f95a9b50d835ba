package dev.parley.channels.email.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;

import dev.parley.channels.support.StandardSignature;
import dev.parley.domain.channel.Secret;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails posted over HTTP, as a mail server sees it. */
@QuarkusTest
class EmailWebhookHttpTest {
  private static final byte[] MAIL =
      "From: ada@customer.example\r\n\r\nGr\u00fc\u00dfe\r\n".getBytes(StandardCharsets.UTF_8);

  @Inject WebhookWiring wiring;

  private String id = "";

  @BeforeEach
  void anotherDelivery() {
    id = "delivery-" + UUID.randomUUID();
    wiring.reset();
  }

  @Test
  void aSignedMailIsStoredExactlyAsItCame() {
    signed().body(MAIL).post(path()).then().statusCode(202).body(emptyOrNullString());

    assertThat(wiring.stored()).singleElement().isEqualTo(MAIL);
  }

  @Test
  void whatWasAcceptedBeforeIsAcknowledgedAgainAndStoredOnce() {
    post(signed(), MAIL).statusCode(202);
    post(signed(), MAIL).statusCode(200);

    assertThat(wiring.stored()).hasSize(1);
  }

  @Test
  void namesOfHeadersAreReadInAnyCase() {
    post(
            given()
                .header("WEBHOOK-ID", id)
                .header("Webhook-Timestamp", WebhookWiring.NOW.getEpochSecond())
                .header("webhook-Signature", signature(WebhookWiring.SECRET, WebhookWiring.NOW))
                .header("CONTENT-TYPE", "Message/RFC822; charset=utf-8"),
            MAIL)
        .statusCode(202);
  }

  @Test
  void eitherOfTwoSecretsMaySignWhileTheyAreChanged() {
    post(signedWith(WebhookWiring.PREVIOUS, WebhookWiring.NOW), MAIL).statusCode(202);
  }

  @Test
  void anUnsignedMailIsRefused() {
    post(given().contentType("message/rfc822"), MAIL).statusCode(401);

    assertThat(wiring.stored()).isEmpty();
  }

  @Test
  void aForgedMailIsRefused() {
    post(signedWith("another secret", WebhookWiring.NOW), MAIL).statusCode(401);
    byte[] changed = MAIL.clone();
    changed[0] = 'f';
    post(signed(), changed).statusCode(401);

    assertThat(wiring.stored()).isEmpty();
  }

  @Test
  void aRecordedPostIsRefusedAfterFiveMinutes() {
    Instant old = WebhookWiring.NOW.minus(Duration.ofMinutes(5)).minusSeconds(1);
    Instant early = WebhookWiring.NOW.plus(Duration.ofMinutes(5)).plusSeconds(1);

    post(signedWith(WebhookWiring.SECRET, old), MAIL).statusCode(401);
    post(signedWith(WebhookWiring.SECRET, early), MAIL).statusCode(401);

    assertThat(wiring.stored()).isEmpty();
  }

  @Test
  void anUnknownEndpointIsNotFound() {
    signed().body(MAIL).post("/channels/email/" + UUID.randomUUID()).then().statusCode(404);
    signed().body(MAIL).post("/channels/email/not-an-id").then().statusCode(404);
    signed().body(MAIL).post("/channels/pigeon/" + WebhookWiring.ENDPOINT).then().statusCode(404);
  }

  @Test
  void aMailThatIsTooLargeIsRefused() {
    post(signed(), new byte[WebhookWiring.LARGEST + 1]).statusCode(413);

    assertThat(wiring.stored()).isEmpty();
  }

  /** Not sent at all here: the server may hang up on who still sends, and then nothing is heard. */
  @Test
  void aMailThatIsAnnouncedAsFarTooLargeIsRefusedUnread() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      String head =
          """
          POST %s HTTP/1.1\r
          Host: localhost\r
          Content-Type: message/rfc822\r
          Content-Length: 100000\r
          \r
          """
              .formatted(path());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }

    assertThat(wiring.stored()).isEmpty();
  }

  @Test
  void anythingButAMailIsRefused() {
    post(signed().contentType("application/json"), MAIL).statusCode(415);
    post(signed().contentType("message/rfc822x"), MAIL).statusCode(415);

    assertThat(wiring.stored()).isEmpty();
  }

  @Test
  void underTooMuchLoadTheServerIsAskedToComeLater() {
    wiring.overload();

    post(signed(), MAIL).statusCode(503).header("Retry-After", "30");

    assertThat(wiring.stored()).isEmpty();
  }

  @Test
  void whenNothingCanBeStoredTheServerIsAskedToComeLater() {
    wiring.breakStore();

    post(signed(), MAIL).statusCode(503).header("Retry-After", "30");

    assertThat(wiring.stored()).isEmpty();
  }

  @Test
  void anEmptyPostIsJudgedLikeAnyOther() {
    given().contentType("message/rfc822").post(path()).then().statusCode(401);
  }

  private static ValidatableResponse post(RequestSpecification request, byte[] body) {
    return request.body(body).post(path()).then();
  }

  private static String path() {
    return "/channels/email/" + WebhookWiring.ENDPOINT;
  }

  private RequestSpecification signed() {
    return signedWith(WebhookWiring.SECRET, WebhookWiring.NOW);
  }

  private RequestSpecification signedWith(String secret, Instant at) {
    return given()
        .contentType("message/rfc822")
        .header("webhook-id", id)
        .header("webhook-timestamp", at.getEpochSecond())
        .header("webhook-signature", signature(secret, at));
  }

  private String signature(String secret, Instant at) {
    return StandardSignature.sign(new Secret(secret), id, at, MAIL);
  }
}
