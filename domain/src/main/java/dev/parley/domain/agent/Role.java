package dev.parley.domain.agent;

/** What an agent is trusted with. */
public enum Role {
  AGENT,
  TEAM_LEAD,
  ADMIN
}
