package dev.parley.application.rating;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.rating.Surveys;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Ratings as facts for decisions, inside a transaction; saved with the conversation's decision. */
public interface Ratings {
  /** Those of a conversation; none for an unknown one. */
  Uni<Surveys> of(Transaction tx, long conversation);

  /**
   * Whose work in the conversation is most likely rated: who holds it or held it last, else the
   * agent who wrote last.
   */
  Uni<Optional<AgentId>> likelyAgent(Transaction tx, long conversation);
}
