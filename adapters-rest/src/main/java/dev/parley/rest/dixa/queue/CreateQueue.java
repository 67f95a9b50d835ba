package dev.parley.rest.dixa.queue;

import dev.parley.application.queue.QueueAdministration.NewQueue;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A queue as a client wants it; {@code assignmentPolicy}, {@code agentCap} and {@code
 * businessHoursId} are additions, and {@code offerTimeout}, in seconds, is what the policy offers
 * for.
 */
@Schema(
    name = "CreateQueue",
    examples =
        """
        {"name": "Refunds", "isDefault": false, "assignmentPolicy": "RoundRobin", "agentCap": 5}""")
record CreateQueue(
    String name,
    @Nullable Boolean isDefault,
    @Schema(enumeration = {"Manual", "RoundRobin", "LeastLoaded"})
        @Nullable String assignmentPolicy,
    @Nullable Integer agentCap,
    @Nullable Integer offerTimeout,
    @Nullable UUID businessHoursId) {
  CreateQueue {
    name = Required.text("name", name);
  }

  NewQueue toNewQueue(Map<String, String> presentation) {
    return new NewQueue(
        name,
        Boolean.TRUE.equals(isDefault),
        assignmentPolicy == null ? AssignmentPolicy.MANUAL : policy(assignmentPolicy),
        agentCap == null ? 0 : agentCap,
        offerTimeout == null ? null : Duration.ofSeconds(offerTimeout),
        businessHoursId == null ? null : new ScheduleId(businessHoursId),
        presentation);
  }

  static String word(AssignmentPolicy policy) {
    return switch (policy) {
      case MANUAL -> "Manual";
      case ROUND_ROBIN -> "RoundRobin";
      case LEAST_LOADED -> "LeastLoaded";
    };
  }

  static AssignmentPolicy policy(String word) {
    return switch (word) {
      case "Manual" -> AssignmentPolicy.MANUAL;
      case "RoundRobin" -> AssignmentPolicy.ROUND_ROBIN;
      case "LeastLoaded" -> AssignmentPolicy.LEAST_LOADED;
      default ->
          throw RequestRefused.badBody(
              "assignmentPolicy", "must be Manual, RoundRobin or LeastLoaded");
    };
  }
}
