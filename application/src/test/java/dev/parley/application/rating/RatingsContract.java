package dev.parley.application.rating;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.ActivityEntry;
import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.ActivityEntry.Person;
import dev.parley.application.conversation.ConversationStores;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import dev.parley.domain.rating.Surveys;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the stores promise about ratings. */
public interface RatingsContract extends ConversationStores {
  Ratings ratings();

  RatingQueries ratingQueries();

  @Test
  default void questionsAndAnswersAreReadBackInTheOrderOfTheOffers() {
    long number = create(scene().aNewConversation());
    long another = create(scene().aNewConversation());
    Rating csat = offered(number, Question.CSAT, NOON);
    Rating nps = offered(number, Question.NPS, MORNING);
    offered(another, Question.CSAT, NOON);
    Rating answered = answer(number, nps, new Answer(10, "O'Brien \"says\" hi", NOON));

    assertThat(of(number)).isEqualTo(new Surveys(List.of(csat, answered)));
    assertThat(await(ratingQueries().ofConversation(scene().actor(), number)))
        .containsExactly(
            new RatingView(csat, Channel.EMAIL), new RatingView(answered, Channel.EMAIL));
    assertThat(of(4711)).isEqualTo(new Surveys(List.of()));
  }

  @Test
  default void aConversationThatNobodyRatedHasNoRatings() {
    long number = create(scene().aNewConversation());

    assertThat(await(ratingQueries().ofConversation(scene().actor(), number))).isEmpty();
    assertThat(errorOf(ratingQueries().ofConversation(scene().actor(), 4711)))
        .isEqualTo(new ConversationError.ConversationNotFound());
  }

  @Test
  default void ratingsOfOthersAreNotSeen() {
    long number = create(scene().aNewConversation());
    offered(number, Question.CSAT, NOON);

    assertThat(errorOf(ratingQueries().ofConversation(abroad().actor(), number)))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(this.<Surveys>inTransactionElsewhere(tx -> ratings().of(tx, number)).ratings())
        .isEmpty();
    assertThat(
            this.<Optional<AgentId>>inTransactionElsewhere(tx -> ratings().likelyAgent(tx, number)))
        .isEmpty();
  }

  @Test
  default void whoMayNotReadConversationsSeesNoRatings() {
    assertThat(
            errorOf(
                Uni.createFrom()
                    .deferred(
                        () ->
                            ratingQueries()
                                .ofConversation(
                                    Actors.without(scene().actor(), Permission.CONVERSATIONS_READ),
                                    1))))
        .isEqualTo(new SharedError.PermissionMissing("CONVERSATIONS_READ"));
  }

  @Test
  default void mostLikelyRatedIsWhoHeldItLastElseWhoWroteLast() {
    long number = create(scene().aNewConversation());
    assertThat(likely(number)).isEmpty();

    add(number, scene().fromAlice(load(number).id()));
    assertThat(likely(number)).contains(scene().alice);

    decide(number, c -> c.claim(scene().bob, true, scene().byBob, NOON));
    decide(number, c -> c.transferTo(scene().sales, scene().byBob, NOON));
    decide(number, c -> c.close(scene().byAlice, NOON));
    assertThat(likely(number)).contains(scene().bob);
  }

  @Test
  default void theLogTellsOfQuestionsAndAnswers() {
    long number = create(scene().aNewConversation());
    Rating csat = offered(number, Question.CSAT, NOON);
    answer(number, csat, new Answer(4, "Fine", NOON));

    Person bob = new Person(scene().byBob, "Bob", "bob@example.com", "+453");
    Person jane = new Person(scene().byJane, "Jane Doe", "jane@example.org", "+468");
    List<ActivityEntry> log = await(queries().activity(scene().actor(), number));
    assertThat(log)
        .extracting(ActivityEntry::activity)
        .endsWith(new Activity.RatingOffered(bob, jane), new Activity.Rated(bob, 4, "Fine"));
    assertThat(log.getLast().author()).isEqualTo(jane);
    assertThat(log.getLast().at()).isEqualTo(NOON);
  }

  private Rating offered(long number, Question question, Instant at) {
    Rating rating =
        new Rating(
            new RatingId(scene().ids.next()),
            new SurveyId(scene().ids.next()),
            question,
            scene().jane,
            scene().bob,
            at,
            null);
    decide(number, c -> c.offerRating(rating, scene().byAlice));
    return rating;
  }

  private Rating answer(long number, Rating rating, Answer answer) {
    Rating answered = of(number).answer(rating.survey(), rating.question(), answer);
    decide(number, c -> c.rate(answered, answer.at()));
    return answered;
  }

  private Surveys of(long number) {
    return inTransaction(tx -> ratings().of(tx, number));
  }

  private Optional<AgentId> likely(long number) {
    return inTransaction(tx -> ratings().likelyAgent(tx, number));
  }
}
