package dev.parley.domain.queue;

import dev.parley.domain.agent.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member of a queue as its policy sees it.
 *
 * @param available working and not disabled
 * @param openConversations unsettled conversations assigned or offered to the agent, of any queue
 * @param lastAssignedAt when this queue last gave the agent something
 */
public record Candidate(
    AgentId agent, boolean available, int openConversations, @Nullable Instant lastAssignedAt) {}
