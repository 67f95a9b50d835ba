package dev.parley.domain.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agent is there and what the agent works on.
 *
 * @param available working and not disabled
 * @param lastSeen when the agent's last request came in, give or take {@link #SEEN_AGAIN}
 * @param working given work of these channels only, while available
 */
public record Presence(
    AgentId agent, boolean available, @Nullable Instant lastSeen, Set<WorkingChannel> working) {
  /** An agent seen again within this time is not noted again. */
  public static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

  /** An agent seen within this time is there. */
  public static final Duration ONLINE = Duration.ofMinutes(5);

  public Presence {
    working = Set.copyOf(working);
  }

  public boolean isOnline(Instant now) {
    return lastSeen != null && !lastSeen.plus(ONLINE).isBefore(now);
  }
}
