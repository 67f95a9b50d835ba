package dev.parley.channels.support;

import dev.parley.channels.support.WebhookReceiver.Judgement;
import dev.parley.domain.channel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signatures of Standard Webhooks 1.0.0: headers {@code webhook-id}, {@code webhook-timestamp} and
 * {@code webhook-signature}, of which {@code v1} is an HMAC-SHA-256 over {@code id.timestamp.body}.
 */
public final class StandardSignature {
  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  /** How far the sender's clock may be off, and how long a recorded post can be repeated. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Long enough for any provider, short enough for a key; visible ASCII without the separator. */
  private static final Pattern ID = Pattern.compile("[!-\\-/-~]{1,256}");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private StandardSignature() {}

  /**
   * @param secrets any of which may have signed, so that they can be changed without a gap
   * @return genuine with the webhook id as delivery key
   */
  public static Judgement judge(WebhookRequest request, List<Secret> secrets, Instant now) {
    Optional<String> id = request.header("webhook-id");
    Optional<String> timestamp = request.header("webhook-timestamp");
    Optional<String> signatures = request.header("webhook-signature");
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
      return new Judgement.Unsigned();
    }
    boolean genuine =
        ID.matcher(id.get()).matches()
            && isRecent(timestamp.get(), now)
            && isSigned(id.get(), timestamp.get(), request.body(), signatures.get(), secrets);
    return genuine ? new Judgement.Genuine("webhook:" + id.get()) : new Judgement.Forged();
  }

  private static boolean isRecent(String timestamp, Instant now) {
    return SECONDS.matcher(timestamp).matches()
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs()
                .compareTo(TOLERANCE)
            <= 0;
  }

  private static boolean isSigned(
      String id, String timestamp, byte[] body, String signatures, List<Secret> secrets) {
    byte[] head = Mac256.utf8(id + "." + timestamp + ".");
    boolean signed = false;
    for (Secret secret : secrets) {
      byte[] expected = new Mac256(key(secret)).of(head, body);
      for (String signature : signatures.split(" ", -1)) {
        signed |= signature.startsWith(VERSION) && Mac256.same(expected, decoded(signature));
      }
    }
    return signed;
  }

  /** For the other side: what {@code webhook-signature} has to be. */
  public static String sign(Secret secret, String id, Instant at, byte[] body) {
    byte[] head = Mac256.utf8(id + "." + at.getEpochSecond() + ".");
    return VERSION + Base64.getEncoder().encodeToString(new Mac256(key(secret)).of(head, body));
  }

  private static byte[] key(Secret secret) {
    String text = secret.value();
    if (text.startsWith(PREFIX)) {
      try {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
      } catch (IllegalArgumentException e) {
        return Mac256.utf8(text);
      }
    }
    return Mac256.utf8(text);
  }

  private static byte[] decoded(String signature) {
    try {
      return Base64.getDecoder().decode(signature.substring(VERSION.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
