package dev.parley.domain.shared;

/** Which way a message went, or who began a conversation. */
public enum Direction {
  INBOUND,
  OUTBOUND
}
