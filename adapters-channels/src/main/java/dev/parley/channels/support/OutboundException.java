package dev.parley.channels.support;

import java.io.IOException;

/**
 * A request to a stranger's server that led to nothing. The reason is for the operator: told to
 * whoever named the URL, it would let them map our network.
 */
public final class OutboundException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Free of personal data, so that it may be logged. */
  public enum Reason {
    /** The URL is malformed or of a form we do not follow. */
    URL,
    /** The server lies where we may not reach. */
    ADDRESS,
    /** No such name, no connection, or not the promised answer. */
    UNREACHABLE,
    /** Not done in time. */
    SLOW,
    /** Anything but 200. */
    STATUS,
    /** Too many redirects, or one that leaves TLS. */
    REDIRECT,
    /** More bytes than asked for. */
    LARGE,
    /** Compressed although we asked for plain bytes. */
    ENCODED
  }

  private final Reason reason;

  OutboundException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  OutboundException(Reason reason, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
