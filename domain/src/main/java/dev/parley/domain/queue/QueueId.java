package dev.parley.domain.queue;

import java.util.UUID;

/** Identifies a queue within its organization. */
public record QueueId(UUID value) {}
