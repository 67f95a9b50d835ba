package dev.parley.persistence.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.ActivityEntry;
import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.Scene;
import dev.parley.application.rating.RatingQueries;
import dev.parley.application.rating.Ratings;
import dev.parley.application.rating.RatingsContract;
import dev.parley.application.rating.SubmitRating;
import dev.parley.application.rating.SubmitRatingHandler;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.RatingError;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgConversationStores;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PgRatingsTest extends PgConversationStores implements RatingsContract {
  private static final int AT_ONCE = 16;

  @Override
  public Ratings ratings() {
    return new PgRatings();
  }

  @Override
  public RatingQueries ratingQueries() {
    return new PgRatingQueries(unitOfWork);
  }

  @Test
  void of_many_answers_at_once_one_is_taken_down_and_logged() {
    long number = create(scene().aNewConversation());
    Rating rating =
        new Rating(
            new RatingId(scene().ids.next()),
            new SurveyId(scene().ids.next()),
            Question.NPS,
            scene().jane,
            scene().bob,
            Scene.NOON,
            null);
    decide(number, c -> c.offerRating(rating, scene().byAlice));

    List<String> outcomes =
        await(
            Multi.createFrom()
                .items(IntStream.rangeClosed(0, AT_ONCE - 1).boxed())
                .onItem()
                .transformToUni(i -> submit(number, rating.survey(), i % 11))
                .merge(AT_ONCE)
                .collect()
                .asList());

    assertThat(outcomes).filteredOn("rated"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("refused"::equals).hasSize(AT_ONCE - 1);
    assertThat(await(queries().activity(scene().actor(), number)))
        .extracting(ActivityEntry::activity)
        .filteredOn(Activity.Rated.class::isInstance)
        .hasSize(1);
  }

  private Uni<String> submit(long number, SurveyId survey, int score) {
    return new SubmitRatingHandler(unitOfWork, conversations(), ratings(), () -> Scene.NOON)
        .handle(
            new SubmitRating.Command(
                scene().actor(), number, survey, Question.NPS, score, null, null))
        .replaceWith("rated")
        .onFailure(PgRatingsTest::isRefusal)
        .recoverWithItem("refused");
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof DomainException e && e.error() instanceof RatingError.AlreadyRated;
  }
}
