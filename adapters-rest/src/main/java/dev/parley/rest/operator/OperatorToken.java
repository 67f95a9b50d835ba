package dev.parley.rest.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What the operator proves to be it with; when it is not configured, nobody is the operator. */
public final class OperatorToken {
  private final Optional<byte[]> expected;

  public OperatorToken(Optional<String> configured) {
    this.expected = configured.map(token -> token.getBytes(StandardCharsets.UTF_8));
  }

  boolean isConfigured() {
    return expected.isPresent();
  }

  /** In constant time for presented tokens of the same length. */
  boolean matches(String presented) {
    return expected
        .map(token -> MessageDigest.isEqual(token, presented.getBytes(StandardCharsets.UTF_8)))
        .orElse(false);
  }
}
