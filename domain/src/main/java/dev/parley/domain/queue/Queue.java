package dev.parley.domain.queue;

import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ordered waiting conversations and the rule that hands them out. Exactly one queue of an
 * organization is the default one.
 *
 * @param number the queue's number in its organization; 0 until stored
 * @param agentCap the most open conversations an agent may hold to be given another; 0: no limit
 * @param offerTimeout when set, the policy offers a conversation for this long instead of assigning
 * @param schedule when set, the policy rests while it is closed
 */
public record Queue(
    QueueId id,
    long number,
    String name,
    boolean isDefault,
    AssignmentPolicy policy,
    int agentCap,
    @Nullable Duration offerTimeout,
    @Nullable ScheduleId schedule,
    Instant createdAt) {
  public static final int NAME_MAX = 200;

  public Queue {
    name = Text.required("name", name, NAME_MAX);
    if (agentCap < 0) {
      throw SharedError.invalid("agentCap", "must not be negative");
    }
    if (offerTimeout != null && (offerTimeout.isNegative() || offerTimeout.isZero())) {
      throw SharedError.invalid("offerTimeout", "must be positive");
    }
  }
}
