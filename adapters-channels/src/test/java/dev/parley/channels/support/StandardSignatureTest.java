package dev.parley.channels.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channels.support.WebhookReceiver.Judgement;
import dev.parley.domain.channel.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardSignatureTest {
  // The reference vector of Standard Webhooks 1.0.0.
  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final Judgement GENUINE = new Judgement.Genuine("webhook:" + ID);

  @Test
  void theReferenceVectorIsGenuine() {
    assertThat(judge(Map.of())).isEqualTo(GENUINE);
    assertThat(StandardSignature.sign(SECRET, ID, AT, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void oneOfSeveralSignaturesAndSecretsSuffices() {
    assertThat(judge(Map.of("webhook-signature", "v1a,xyz v1,AAAA " + SIGNATURE)))
        .isEqualTo(GENUINE);
    assertThat(
            StandardSignature.judge(
                request(Map.of(), BODY), List.of(new Secret("other"), SECRET), AT))
        .isEqualTo(GENUINE);
  }

  @Test
  void aSecretMayBePlainText() {
    Secret plain = new Secret("just some words");
    String signature = StandardSignature.sign(plain, ID, AT, BODY);
    assertThat(
            StandardSignature.judge(
                request(Map.of("webhook-signature", signature), BODY), List.of(plain), AT))
        .isEqualTo(GENUINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void aMissingHeaderMeansUnsigned(String header) {
    Map<String, String> headers = new HashMap<>(request(Map.of(), BODY).headers());
    headers.remove(header);
    assertThat(StandardSignature.judge(new WebhookRequest(headers, BODY), List.of(SECRET), AT))
        .isEqualTo(new Judgement.Unsigned());
  }

  @Test
  void oneChangedBitAnywhereMeansForged() {
    for (int i = 0; i < BODY.length * 8; i++) {
      byte[] changed = BODY.clone();
      changed[i / 8] ^= (byte) (1 << (i % 8));
      assertThat(StandardSignature.judge(request(Map.of(), changed), List.of(SECRET), AT))
          .isEqualTo(new Judgement.Forged());
    }
    assertThat(judge(Map.of("webhook-id", ID + "x"))).isEqualTo(new Judgement.Forged());
    assertThat(judge(Map.of("webhook-timestamp", "1614265331"))).isEqualTo(new Judgement.Forged());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,",
        "v1,!!!",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1O",
        "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
      })
  void whatIsNoSignatureOfTheKnownVersionMeansForged(String signature) {
    assertThat(judge(Map.of("webhook-signature", signature))).isEqualTo(new Judgement.Forged());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1e9", "16142653300000000000", " 1614265330", "now"})
  void whatIsNoTimeMeansForged(String timestamp) {
    assertThat(judge(Map.of("webhook-timestamp", timestamp))).isEqualTo(new Judgement.Forged());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a b", "ä"})
  void anIdThatIsNoneMeansForged(String id) {
    String signature = StandardSignature.sign(SECRET, id, AT, BODY);
    assertThat(judge(Map.of("webhook-id", id, "webhook-signature", signature)))
        .isEqualTo(new Judgement.Forged());
  }

  @Test
  void fiveMinutesAreTolerated() {
    WebhookRequest request = request(Map.of(), BODY);
    List<Secret> secrets = List.of(SECRET);
    assertThat(StandardSignature.judge(request, secrets, AT.plusSeconds(300))).isEqualTo(GENUINE);
    assertThat(StandardSignature.judge(request, secrets, AT.minusSeconds(300))).isEqualTo(GENUINE);
    assertThat(StandardSignature.judge(request, secrets, AT.plusSeconds(301)))
        .isEqualTo(new Judgement.Forged());
    assertThat(StandardSignature.judge(request, secrets, AT.minusSeconds(301)))
        .isEqualTo(new Judgement.Forged());
  }

  @Test
  void withoutASecretNothingIsGenuine() {
    assertThat(StandardSignature.judge(request(Map.of(), BODY), List.of(), AT))
        .isEqualTo(new Judgement.Forged());
  }

  private static Judgement judge(Map<String, String> changed) {
    return StandardSignature.judge(request(changed, BODY), List.of(SECRET), AT);
  }

  private static WebhookRequest request(Map<String, String> changed, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("webhook-id", ID);
    headers.put("webhook-timestamp", Long.toString(AT.getEpochSecond()));
    headers.put("webhook-signature", SIGNATURE);
    headers.putAll(changed);
    return new WebhookRequest(headers, body);
  }
}
