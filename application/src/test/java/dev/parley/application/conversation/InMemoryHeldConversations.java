package dev.parley.application.conversation;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What the agents of all organizations have in hand. */
public final class InMemoryHeldConversations implements HeldConversations {
  private final InMemoryConversationData data;

  public InMemoryHeldConversations(InMemoryConversationData data) {
    this.data = data;
  }

  @Override
  public Uni<Optional<Conversation>> next(Transaction tx, AgentId agent) {
    return attempt(
        () ->
            data.conversations().of(tx.organization()).stream()
                .map(Stored::conversation)
                .filter(conversation -> !conversation.state().isSettled())
                .filter(conversation -> isAbout(conversation.assignment(), agent))
                .findFirst());
  }

  private static boolean isAbout(Assignment assignment, AgentId agent) {
    return switch (assignment) {
      case Assignment.Assigned assigned -> assigned.agent().equals(agent);
      case Assignment.Offered offered -> offered.agent().equals(agent);
      case Assignment.Queued _, Assignment.Unassigned _ -> false;
    };
  }
}
