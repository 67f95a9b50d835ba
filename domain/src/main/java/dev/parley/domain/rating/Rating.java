package dev.parley.domain.rating;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question that was put to a contact. It is answered once, or never.
 *
 * @param survey shared with the questions that were put together with it, each of another kind
 * @param agent whose work it is about
 * @param answer null until there is one
 */
public record Rating(
    RatingId id,
    SurveyId survey,
    Question question,
    ContactId user,
    AgentId agent,
    Instant offeredAt,
    @Nullable Answer answer) {

  /** What the contact said. */
  public record Answer(int score, @Nullable String comment, Instant at) {
    public static final int COMMENT_MAX = 10_000;

    public Answer {
      comment = comment == null ? null : Text.optional("comment", comment, COMMENT_MAX);
    }

    @Override
    public String toString() {
      return "Answer[" + score + "]";
    }
  }

  public boolean isOpen() {
    return answer == null;
  }

  Rating answered(Answer given) {
    return new Rating(id, survey, question, user, agent, offeredAt, given);
  }
}
