package dev.parley.domain.agent;

/** Whether assignment policies may give an agent new work. */
public enum Availability {
  WORKING,
  AWAY
}
