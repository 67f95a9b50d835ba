package dev.parley.domain.conversation;

import dev.parley.domain.queue.QueueId;
import java.time.Instant;

/** The queue a conversation is in or was in last, and since when. */
public record QueuePlace(QueueId queue, Instant queuedAt) {}
