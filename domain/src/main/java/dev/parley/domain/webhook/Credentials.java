package dev.parley.domain.webhook;

import dev.parley.domain.channel.Secret;
import dev.parley.domain.shared.SharedError;

/** What the receiver of a webhook asks us to identify ourselves with, beside the signature. */
public sealed interface Credentials {
  record None() implements Credentials {}

  /** HTTP Basic. */
  record Basic(String username, Secret password) implements Credentials {
    public static final int USERNAME_MAX = 255;

    public Basic {
      if (username.length() > USERNAME_MAX || username.indexOf(':') >= 0) {
        throw SharedError.invalid("authorization.username", "is too long or has a colon");
      }
    }
  }

  record Bearer(Secret token) implements Credentials {
    public Bearer {
      if (!Headers.isValue(token.value())) {
        throw SharedError.invalid("authorization.value", "must be visible ASCII");
      }
    }
  }
}
