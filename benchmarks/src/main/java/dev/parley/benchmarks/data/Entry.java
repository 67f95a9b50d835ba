package dev.parley.benchmarks.data;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a conversation.
 *
 * @param at milliseconds since 1970
 * @param event what clients are told of it; null: nothing
 */
record Entry(
    UUID id,
    long at,
    String kind,
    String authorKind,
    @Nullable UUID author,
    @Nullable UUID about,
    @Nullable String details,
    @Nullable String event) {}
