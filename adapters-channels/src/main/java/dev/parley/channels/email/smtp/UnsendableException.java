package dev.parley.channels.email.smtp;

import org.jspecify.annotations.Nullable;

/** No server needs to be asked to know that this mail cannot go out. */
final class UnsendableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String reason;

  UnsendableException(String code, String reason, @Nullable Throwable cause) {
    super(code, cause);
    this.code = code;
    this.reason = reason;
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
