package dev.parley.domain.conversation;

import java.util.UUID;

/** Identifies a message; time-ordered (UUIDv7). */
public record MessageId(UUID value) {}
