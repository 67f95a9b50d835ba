package dev.parley.rest.dixa.queue;

import dev.parley.application.queue.QueueQueries.Position;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation waits.
 *
 * @param position 1 for the next one; absent while it is set aside or offered to an agent
 */
@RegisterForReflection
@Schema(
    name = "QueuePosition",
    examples = "{\"position\": 2, \"queuedAt\": \"2020-12-16T09:41:43Z\"}")
record PositionPayload(@Nullable Long position, String queuedAt) {
  static PositionPayload from(Position found) {
    return new PositionPayload(found.position(), DixaTimes.iso(found.queuedAt()));
  }
}
