package dev.parley.application.rating;

import dev.parley.application.shared.Actor;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.SurveyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes down what a contact answered. */
public interface SubmitRating {
  /**
   * @return the rating with its answer; fails with {@code ConversationNotFound}, {@code
   *     ConversationIsAnonymized}, {@code RatingNotFound}, {@code ScoreOutOfRange}, {@code
   *     AlreadyRated}, {@code InvalidField}, {@code PermissionMissing}
   */
  Uni<Rating> handle(Command command);

  /**
   * @param at absent: now
   */
  record Command(
      Actor actor,
      long conversation,
      SurveyId survey,
      Question question,
      int score,
      @Nullable String comment,
      @Nullable Instant at) {
    @Override
    public String toString() {
      return "Command[" + survey + ", " + question + "]";
    }
  }
}
