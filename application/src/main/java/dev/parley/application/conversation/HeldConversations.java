package dev.parley.application.conversation;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.Conversation;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What agents have in hand. */
public interface HeldConversations {
  /**
   * An unsettled one that is assigned or offered to the agent, locked; empty when there is none.
   */
  Uni<Optional<Conversation>> next(Transaction tx, AgentId agent);
}
