package dev.parley.persistence.embedded;

import java.security.SecureRandom;

/** Passwords nobody chose. */
final class Passwords {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** 43 base62 characters hold just over 256 bits. */
  private static final int LENGTH = 43;

  private Passwords() {}

  /** Needs no escaping in a URL, a shell or SQL. */
  static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
