package dev.parley.channels.email.smtp;

import dev.parley.application.channel.SendResult;

/** Logging in did not work. */
final class SmtpLoginException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SendResult result;

  SmtpLoginException(SendResult result, Exception cause) {
    super(cause);
    this.result = result;
  }

  SendResult result() {
    return result;
  }
}
