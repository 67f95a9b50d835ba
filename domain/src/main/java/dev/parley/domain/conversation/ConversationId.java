package dev.parley.domain.conversation;

import java.util.UUID;

/** Identifies a conversation; time-ordered (UUIDv7). Clients mostly use its number instead. */
public record ConversationId(UUID value) {}
