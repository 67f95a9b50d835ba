package dev.parley.channels.email.imap;

/** Our own side cannot take mails at the moment; the mailbox is not to blame. */
final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(Throwable cause) {
    super(cause);
  }
}
