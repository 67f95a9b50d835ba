package dev.parley.application.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.conversation.HandlerTest;
import dev.parley.application.conversation.Scene;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.domain.rating.RatingError;
import dev.parley.domain.rating.SurveyId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatingHandlersTest extends HandlerTest {
  private final OfferRating offer =
      new OfferRatingHandler(
          stores.unitOfWork,
          stores.conversations,
          stores.ratings,
          stores.agents,
          stores.contacts,
          scene.ids,
          clock);
  private final SubmitRating submit =
      new SubmitRatingHandler(stores.unitOfWork, stores.conversations, stores.ratings, clock);

  @Test
  void whoBeganTheConversationIsAskedAboutWhoHoldsIt() {
    long number = aConversation();
    decide(number, c -> c.claim(scene.bob, true, scene.byBob, Scene.NOON));

    Rating rating = await(offer(number, Question.CSAT));

    assertThat(rating.user()).isEqualTo(scene.jane);
    assertThat(rating.agent()).isEqualTo(scene.bob);
    assertThat(rating.offeredAt()).isEqualTo(clock.instant());
    assertThat(rating.answer()).isNull();
    assertThat(events(number))
        .last()
        .isEqualTo(new ConversationEvent.RatingOffered(clock.instant(), scene.byAlice, rating));
  }

  @Test
  void aboutAConversationThatNobodyWorkedOnWhoAsksIsRated() {
    assertThat(await(offer(aConversation(), Question.CSAT)).agent()).isEqualTo(scene.alice);
  }

  @Test
  void othersCanBeNamed() {
    Instant at = Instant.parse("2024-03-11T16:39:30Z");

    Rating rating =
        await(
            offer.handle(
                new OfferRating.Command(
                    alice(), aConversation(), Question.NPS, scene.joe, scene.bob, at)));

    assertThat(rating.user()).isEqualTo(scene.joe);
    assertThat(rating.agent()).isEqualTo(scene.bob);
    assertThat(rating.offeredAt()).isEqualTo(at);
  }

  @Test
  void questionsOfOneSurveyShareItsId() {
    long number = aConversation();

    Rating csat = await(offer(number, Question.CSAT));
    Rating nps = await(offer(number, Question.NPS));
    Rating again = await(offer(number, Question.CSAT));

    assertThat(nps.survey()).isEqualTo(csat.survey());
    assertThat(again.survey()).isNotEqualTo(csat.survey());
  }

  @Test
  void whoIsNamedHasToBeThere() {
    long number = aConversation();
    ContactId nobody = new ContactId(scene.ids.next());
    AgentId noAgent = new AgentId(scene.ids.next());

    assertThat(errorOf(offer(number, nobody, null)))
        .isEqualTo(new ContactError.ContactNotFound(nobody));
    assertThat(errorOf(offer(number, null, noAgent)))
        .isEqualTo(new AgentError.AgentNotFound(noAgent));
    assertThat(errorOf(offer(number, null, new AgentId(scene.jane.value()))))
        .isInstanceOf(AgentError.NotAnAgent.class);
    assertThat(errorOf(offer(4711, null, null)))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(events(number)).noneMatch(ConversationEvent.RatingOffered.class::isInstance);
  }

  @Test
  void anAnswerIsTakenDown() {
    long number = aConversation();
    Rating rating = await(offer(number, Question.CSAT));

    Rating rated = await(submit(number, rating.survey(), Question.CSAT, 4));

    assertThat(rated.answer()).isEqualTo(new Answer(4, "Good", clock.instant()));
    assertThat(await(stores.ratings.ofConversation(alice(), number)))
        .extracting(RatingView::rating)
        .containsExactly(rated);
    assertThat(events(number)).last().isInstanceOf(ConversationEvent.Rated.class);
  }

  @Test
  void anAnswerIsGivenOnceToWhatWasAsked() {
    long number = aConversation();
    Rating rating = await(offer(number, Question.CSAT));
    await(submit(number, rating.survey(), Question.CSAT, 4));
    List<ConversationEvent> before = events(number);

    assertThat(errorOf(submit(number, rating.survey(), Question.CSAT, 5)))
        .isEqualTo(new RatingError.AlreadyRated());
    assertThat(errorOf(submit(number, rating.survey(), Question.NPS, 5)))
        .isEqualTo(new RatingError.RatingNotFound());
    assertThat(errorOf(submit(aConversation(), rating.survey(), Question.CSAT, 5)))
        .isEqualTo(new RatingError.RatingNotFound());
    assertThat(errorOf(submit(4711, rating.survey(), Question.CSAT, 5)))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(errorOf(submit(number, rating.survey(), Question.CSAT, 6)))
        .isEqualTo(new RatingError.ScoreOutOfRange(Question.CSAT));
    assertThat(events(number)).isEqualTo(before);
    assertThat(
            Objects.requireNonNull(
                    await(stores.ratings.ofConversation(alice(), number))
                        .getFirst()
                        .rating()
                        .answer())
                .score())
        .isEqualTo(4);
  }

  @Test
  void ratingNeedsThePermissionToWrite() {
    Actor reader = Actors.without(alice(), Permission.CONVERSATIONS_WRITE);

    assertThatThrownBy(
            () -> offer.handle(new OfferRating.Command(reader, 1, Question.CSAT, null, null, null)))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(
            () ->
                submit.handle(
                    new SubmitRating.Command(
                        reader, 1, new SurveyId(scene.ids.next()), Question.CSAT, 1, null, null)))
        .isInstanceOf(DomainException.class);
  }

  private Uni<Rating> offer(long number, Question question) {
    return offer.handle(new OfferRating.Command(alice(), number, question, null, null, null));
  }

  private Uni<Rating> offer(long number, @Nullable ContactId user, @Nullable AgentId agent) {
    return offer.handle(new OfferRating.Command(alice(), number, Question.CSAT, user, agent, null));
  }

  private Uni<Rating> submit(long number, SurveyId survey, Question question, int score) {
    return submit.handle(
        new SubmitRating.Command(alice(), number, survey, question, score, "Good", null));
  }
}
