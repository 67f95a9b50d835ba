package dev.parley.domain.agent;

import java.util.UUID;

/** Identifies an agent within its organization. */
public record AgentId(UUID value) {}
