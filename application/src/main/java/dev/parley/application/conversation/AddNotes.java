package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.shared.DomainError;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds internal notes, each on its own: a bad one does not keep the others out. */
public interface AddNotes {
  /**
   * @return one outcome per draft, in their order; fails with {@code ConversationNotFound}, {@code
   *     ConversationIsAnonymized}, {@code PermissionMissing}
   */
  Uni<List<Outcome>> handle(Command command);

  record Command(Actor actor, long conversation, List<Draft> notes) {
    public Command {
      notes = List.copyOf(notes);
    }
  }

  /**
   * @param author null: the actor
   * @param createdAt null: now
   */
  record Draft(@Nullable AgentId author, String text, @Nullable Instant createdAt) {}

  /** What became of one draft. */
  sealed interface Outcome {
    record Added(InternalNote note) implements Outcome {}

    /**
     * @param error {@code AgentNotFound} or {@code InvalidField}
     */
    record Refused(DomainError error) implements Outcome {}
  }
}
