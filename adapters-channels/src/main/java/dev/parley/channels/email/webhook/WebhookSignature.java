package dev.parley.channels.email.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as in Standard Webhooks 1.0.0: HMAC-SHA-256 over {@code id.timestamp.body}. */
final class WebhookSignature {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String PREFIX = "whsec_";

  private WebhookSignature() {}

  /**
   * In constant time for signatures of the same length.
   *
   * @param secret {@code whsec_} and base64, or any other text taken as it is
   * @param timestamp seconds since 1970
   * @param signatures {@code v1,} and base64, several separated by spaces
   */
  static boolean isValid(
      String secret, String id, String timestamp, String signatures, byte[] body, Instant now) {
    if (id.isEmpty() || id.indexOf('.') >= 0 || !isRecent(timestamp, now)) {
      return false;
    }
    byte[] expected =
        Base64.getEncoder().encode(hmac(key(secret), id + "." + timestamp + ".", body));
    return Arrays.stream(signatures.split(" ", -1))
        .filter(signature -> signature.startsWith("v1,"))
        .map(signature -> signature.substring(3).getBytes(StandardCharsets.UTF_8))
        .anyMatch(given -> MessageDigest.isEqual(expected, given));
  }

  private static boolean isRecent(String timestamp, Instant now) {
    try {
      Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      return false;
    }
  }

  private static byte[] key(String secret) {
    if (secret.startsWith(PREFIX)) {
      try {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      } catch (IllegalArgumentException notBase64) {
        return secret.getBytes(StandardCharsets.UTF_8);
      }
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] key, String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
