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
    EVENTS,
    /** The feed goes on. */
    FAN_OUT,
    /** There are deliveries to be posted, or room for some. */
    WEBHOOKS,
    /** As {@link #FAN_OUT}, for those who read it as a stream. */
    STREAMS
  }
}
