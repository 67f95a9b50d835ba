package dev.parley.domain.rating;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.domain.shared.DomainException;
import java.time.Instant;
import java.util.List;

/**
 * The questions that were put in one conversation, in that order. Questions put one after the other
 * to the same contact about the same agent are one survey, until it has been answered in full or
 * would hold a question of the same kind twice.
 */
public record Surveys(List<Rating> ratings) {
  public Surveys {
    ratings = List.copyOf(ratings);
  }

  /**
   * Puts a question.
   *
   * @param fresh the id of the survey that it begins unless it joins the last one
   */
  public Rating offer(
      RatingId id, SurveyId fresh, Question question, ContactId user, AgentId agent, Instant at) {
    Rating alone = new Rating(id, fresh, question, user, agent, at, null);
    if (ratings.isEmpty()) {
      return alone;
    }
    List<Rating> last = of(ratings.getLast().survey());
    boolean joins =
        last.stream().anyMatch(Rating::isOpen)
            && last.stream().noneMatch(each -> each.question() == question)
            && last.stream().allMatch(each -> each.user().equals(user))
            && last.stream().allMatch(each -> each.agent().equals(agent));
    return joins
        ? new Rating(id, last.getFirst().survey(), question, user, agent, at, null)
        : alone;
  }

  /**
   * The question with its answer.
   *
   * @throws DomainException {@link RatingError.RatingNotFound}, {@link
   *     RatingError.ScoreOutOfRange}, {@link RatingError.AlreadyRated}
   */
  public Rating answer(SurveyId survey, Question question, Answer answer) {
    Rating asked =
        of(survey).stream()
            .filter(each -> each.question() == question)
            .findFirst()
            .orElseThrow(() -> new DomainException(new RatingError.RatingNotFound()));
    if (!question.takes(answer.score())) {
      throw new DomainException(new RatingError.ScoreOutOfRange(question));
    }
    if (!asked.isOpen()) {
      throw new DomainException(new RatingError.AlreadyRated());
    }
    return asked.answered(answer);
  }

  private List<Rating> of(SurveyId survey) {
    return ratings.stream().filter(each -> each.survey().equals(survey)).toList();
  }
}
