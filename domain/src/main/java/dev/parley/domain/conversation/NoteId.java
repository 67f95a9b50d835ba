package dev.parley.domain.conversation;

import java.util.UUID;

/** Identifies an internal note; time-ordered (UUIDv7). */
public record NoteId(UUID value) {}
