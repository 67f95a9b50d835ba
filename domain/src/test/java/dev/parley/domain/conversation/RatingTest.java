package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.BY_JANE;
import static dev.parley.domain.conversation.Cast.JANE;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.id;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import org.junit.jupiter.api.Test;

class RatingTest {
  private static final Rating RATING =
      new Rating(
          new RatingId(id(40)), new SurveyId(id(41)), Question.CSAT, JANE, ALICE, MORNING, null);

  @Test
  void aClosedConversationCanBeRated() {
    Conversation closed = aClosedConversation().build();

    assertThat(closed.offerRating(RATING, BY_ALICE).events())
        .containsExactly(new ConversationEvent.RatingOffered(MORNING, BY_ALICE, RATING));
    assertThat(closed.rate(RATING, NOON).events())
        .containsExactly(new ConversationEvent.Rated(NOON, BY_JANE, RATING));
  }

  @Test
  void anAnonymizedConversationCannot() {
    Conversation anonymized = anOpenConversation().anonymized().build();

    assertRefused(() -> anonymized.offerRating(RATING, BY_ALICE))
        .isEqualTo(new ConversationError.ConversationIsAnonymized());
    assertRefused(() -> anonymized.rate(RATING, NOON))
        .isEqualTo(new ConversationError.ConversationIsAnonymized());
  }
}
