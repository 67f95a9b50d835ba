package dev.parley.domain.team;

import java.util.UUID;

/** Identifies a team within its organization. */
public record TeamId(UUID value) {}
