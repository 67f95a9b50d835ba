package dev.parley.domain.queue;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.WorkingChannel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of a queue as its policy sees it.
 *
 * @param available working and not disabled
 * @param openConversations unsettled conversations assigned or offered to the agent, of any queue
 * @param lastAssignedAt when this queue last gave the agent something
 * @param working what the agent works on
 */
public record Candidate(
    AgentId agent,
    boolean available,
    int openConversations,
    @Nullable Instant lastAssignedAt,
    Set<WorkingChannel> working) {
  public Candidate {
    working = Set.copyOf(working);
  }

  /**
   * Whether the agent may be given a conversation of the channel.
   *
   * @param cap the most open conversations an agent may hold, 0 for no limit
   */
  public boolean canTake(WorkingChannel channel, int cap) {
    return available && working.contains(channel) && (cap == 0 || openConversations < cap);
  }
}
