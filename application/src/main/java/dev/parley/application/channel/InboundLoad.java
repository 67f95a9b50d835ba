package dev.parley.application.channel;

/** Whether work on what has arrived keeps pace. */
@FunctionalInterface
public interface InboundLoad {
  InboundLoad NEVER_TOO_HIGH = () -> false;

  /** When true, connectors stop fetching and webhooks ask their senders to come later. Cheap. */
  boolean isTooHigh();
}
