package dev.parley.application.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credential of an API client: {@code prl_<key id>_<secret>}, both base62. The prefix lets
 * secret scanners recognise it, the key id finds it, the secret proves it.
 *
 * @param keyId 16 characters
 * @param secret 43 characters or more, so at least 256 bits when drawn at random
 */
public record ApiToken(String keyId, String secret) {
  private static final Pattern FORM =
      Pattern.compile("prl_([0-9A-Za-z]{16})_([0-9A-Za-z]{43,200})");

  /** Empty when the text is not a token; which of its parts is wrong is nobody's business. */
  public static Optional<ApiToken> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new ApiToken(form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** The key id in what a client calls a key: {@link #apiKey}, the whole token, or the id alone. */
  public static String keyIdOf(String text) {
    String unprefixed = text.startsWith("prl_") ? text.substring("prl_".length()) : text;
    int end = unprefixed.indexOf('_');
    return end < 0 ? unprefixed : unprefixed.substring(0, end);
  }

  /** What dialects that split a token call the key: {@code prl_<key id>}. */
  public String apiKey() {
    return "prl_" + keyId;
  }

  public String text() {
    return apiKey() + "_" + secret;
  }

  /** SHA-256: a secret drawn from 256 bits needs no slow hash. */
  public byte[] secretHash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return apiKey() + "_***";
  }
}
