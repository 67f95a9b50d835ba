package dev.parley.application.shared;

/** Tells background work that there is something to do; a hint that may get lost. */
public interface Wakeups {
  void wake(Topic topic);

  /** What there is to do. */
  enum Topic {
    INBOUND,
    OUTBOUND,
    ASSIGNMENT,
    ANONYMIZATION,
    /** Events were committed. */
    EVENTS
  }
}
