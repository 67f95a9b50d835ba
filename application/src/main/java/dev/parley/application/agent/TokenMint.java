package dev.parley.application.agent;

import dev.parley.domain.channel.Secret;
import java.util.random.RandomGenerator;

/** Where new tokens and secrets come from. */
public final class TokenMint {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int KEY_ID_LENGTH = 16;

  /** The fewest base62 characters that hold 256 bits. */
  private static final int SECRET_LENGTH = 43;

  private final RandomGenerator random;

  /**
   * @param random a cryptographically strong generator, safe for use by many threads
   */
  public TokenMint(RandomGenerator random) {
    this.random = random;
  }

  public ApiToken token() {
    return new ApiToken(base62(KEY_ID_LENGTH), base62(SECRET_LENGTH));
  }

  public Secret secret() {
    return new Secret(base62(SECRET_LENGTH));
  }

  private String base62(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(BASE62.charAt(random.nextInt(BASE62.length())));
    }
    return text.toString();
  }
}
