package dev.parley.rest.dixa.queue;

import dev.parley.application.queue.QueueAdministration.Change;
import dev.parley.application.shared.Patch;
import dev.parley.domain.hours.ScheduleId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a queue is to hand out from now on. What is absent stays, null takes it away. */
@RegisterForReflection
@Schema(
    name = "ChangeQueueInput",
    examples = "{\"assignmentPolicy\": \"RoundRobin\", \"agentCap\": 5}")
record ChangeQueue(
    @Schema(
            implementation = String.class,
            enumeration = {"Manual", "RoundRobin", "LeastLoaded"})
        Patch<String> assignmentPolicy,
    @Schema(implementation = Integer.class) Patch<Integer> agentCap,
    @Schema(implementation = Integer.class) Patch<Integer> offerTimeout,
    @Schema(implementation = UUID.class) Patch<UUID> businessHoursId) {
  Change toChange() {
    return new Change(
        assignmentPolicy.map(CreateQueue::policy),
        agentCap,
        offerTimeout.map(Duration::ofSeconds),
        businessHoursId.map(ScheduleId::new));
  }
}
