package dev.parley.application.queue;

import dev.parley.domain.agent.AgentId;
import org.jspecify.annotations.Nullable;

/** An agent who serves a queue. */
public record QueueMember(AgentId agent, @Nullable Integer priority) {}
