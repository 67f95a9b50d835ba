package dev.parley.application.shared;

import java.time.Instant;
import java.util.UUID;

/** A position in a list ordered by time and id: after this item. */
public record Cursor(Instant at, UUID id) {}
