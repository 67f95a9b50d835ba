package dev.parley.domain.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SurveysTest {
  private static final Instant AT = Instant.parse("2024-03-11T16:39:30Z");
  private static final ContactId JANE = new ContactId(id(1));
  private static final AgentId ALICE = new AgentId(id(2));
  private static final SurveyId FIRST = new SurveyId(id(3));
  private static final SurveyId SECOND = new SurveyId(id(4));

  @Test
  void theFirstQuestionBeginsASurvey() {
    assertThat(offer(new Surveys(List.of()), Question.CSAT))
        .isEqualTo(new Rating(new RatingId(id(9)), SECOND, Question.CSAT, JANE, ALICE, AT, null));
  }

  @Test
  void aQuestionOfAnotherKindJoinsTheSurveyThatIsNotAnsweredInFull() {
    Surveys half = new Surveys(List.of(rated(Question.CSAT, 5), asked(Question.NPS)));

    assertThat(offer(half, Question.THUMBS_UP_OR_DOWN).survey()).isEqualTo(FIRST);
  }

  @Test
  void aQuestionOfTheSameKindBeginsAnotherSurvey() {
    assertThat(offer(new Surveys(List.of(asked(Question.CSAT))), Question.CSAT).survey())
        .isEqualTo(SECOND);
  }

  @Test
  void afterAnAnsweredSurveyAnotherOneBegins() {
    assertThat(offer(new Surveys(List.of(rated(Question.CSAT, 1))), Question.NPS).survey())
        .isEqualTo(SECOND);
  }

  @Test
  void othersAreAskedInASurveyOfTheirOwn() {
    Surveys open = new Surveys(List.of(asked(Question.CSAT)));
    RatingId id = new RatingId(id(9));

    assertThat(open.offer(id, SECOND, Question.NPS, new ContactId(id(8)), ALICE, AT).survey())
        .isEqualTo(SECOND);
    assertThat(open.offer(id, SECOND, Question.NPS, JANE, new AgentId(id(8)), AT).survey())
        .isEqualTo(SECOND);
  }

  @Test
  void everyScoreInTheRangeOfItsQuestionIsTakenAndNoOther() {
    assertRange(Question.CSAT, 1, 5);
    assertRange(Question.THUMBS_UP_OR_DOWN, 0, 1);
    assertRange(Question.NPS, 0, 10);
  }

  private static void assertRange(Question question, int lowest, int highest) {
    Surveys surveys = new Surveys(List.of(asked(question)));
    for (int score = lowest; score <= highest; score++) {
      Answer answer = new Answer(score, null, AT);
      assertThat(surveys.answer(FIRST, question, answer).answer()).isEqualTo(answer);
    }
    for (int score : List.of(Integer.MIN_VALUE, lowest - 1, highest + 1, Integer.MAX_VALUE)) {
      assertThat(refusal(() -> surveys.answer(FIRST, question, new Answer(score, null, AT))))
          .isEqualTo(new RatingError.ScoreOutOfRange(question));
    }
  }

  @Test
  void aQuestionThatWasNotPutCannotBeAnswered() {
    Surveys surveys = new Surveys(List.of(asked(Question.CSAT)));

    assertThat(refusal(() -> surveys.answer(SECOND, Question.CSAT, new Answer(3, null, AT))))
        .isEqualTo(new RatingError.RatingNotFound());
    assertThat(refusal(() -> surveys.answer(FIRST, Question.NPS, new Answer(3, null, AT))))
        .isEqualTo(new RatingError.RatingNotFound());
  }

  @Test
  void aQuestionIsAnsweredOnce() {
    Surveys surveys = new Surveys(List.of(rated(Question.CSAT, 3), asked(Question.NPS)));

    assertThat(refusal(() -> surveys.answer(FIRST, Question.CSAT, new Answer(3, null, AT))))
        .isEqualTo(new RatingError.AlreadyRated());
    assertThat(surveys.answer(FIRST, Question.NPS, new Answer(3, null, AT)).isOpen()).isFalse();
  }

  @Test
  void aCommentHasAnEndAndIsNotPrinted() {
    String longest = "x".repeat(Answer.COMMENT_MAX);

    assertThat(new Answer(3, longest, AT).comment()).isEqualTo(longest);
    assertThat(refusal(() -> new Answer(3, longest + "x", AT))).isNotNull();
    assertThat(new Answer(3, "by Grace", AT)).asString().doesNotContain("Grace");
  }

  private static Rating offer(Surveys surveys, Question question) {
    return surveys.offer(new RatingId(id(9)), SECOND, question, JANE, ALICE, AT);
  }

  private static Rating asked(Question question) {
    return new Rating(new RatingId(id(5)), FIRST, question, JANE, ALICE, AT, null);
  }

  private static Rating rated(Question question, int score) {
    return asked(question).answered(new Answer(score, null, AT));
  }

  private static DomainError refusal(ThrowingCallable command) {
    return catchThrowableOfType(DomainException.class, command).error();
  }

  private static UUID id(long number) {
    return new UUID(0x7000L, number);
  }
}
