package dev.parley.rest.dixa.rating;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was answered. */
@RegisterForReflection
@Schema(
    name = "ConversationRatingResult",
    examples =
        """
        {"ratingId": "33cf4e5e-9ce9-461c-b668-be9b712b717c",
         "userId": "4c5f7efa-0822-4b75-bdf5-907fa7336e0c",
         "ratingResult": {"value": 5, "_type": "Csat"}, "comment": "Excellent customer service!",
         "submittedAt": "2024-03-11T16:39:30Z"}""")
record ResultPayload(
    UUID ratingId, UUID userId, Score ratingResult, @Nullable String comment, String submittedAt) {

  static ResultPayload from(Rating rating, Answer answer) {
    return new ResultPayload(
        rating.survey().value(),
        rating.user().value(),
        new Score(answer.score(), RatingWords.type(rating.question())),
        answer.comment(),
        DixaTimes.iso(answer.at()));
  }

  /** A score for a question. */
  @RegisterForReflection
  @Schema(
      name = "SubmittedRatingResult",
      description = "Csat from 1 to 5, ThumbsUpOrDown 0 or 1, Nps from 0 to 10.",
      examples = "{\"value\": 4, \"_type\": \"Csat\"}")
  record Score(
      Integer value,
      @JsonProperty("_type") @Schema(enumeration = {"Csat", "ThumbsUpOrDown", "Nps"}) String type) {
    Score {
      value = Required.field("ratingResult.value", value);
      type = Required.field("ratingResult._type", type);
    }

    Question question() {
      return RatingWords.question(type)
          .orElseThrow(() -> RequestRefused.badBody("ratingResult._type", "is unknown"));
    }
  }

  /**
   * An answer to take down.
   *
   * @param userId without effect: the answer is of whom was asked
   * @param submittedAt absent: now
   */
  @RegisterForReflection
  @Schema(
      name = "ConversationRatingResultInput",
      examples =
          """
          {"ratingResult": {"value": 4, "_type": "Csat"},
           "comment": "Best customer service ever!", "submittedAt": "2024-03-11T16:39:30Z"}""")
  record Request(
      Score ratingResult,
      @Nullable String comment,
      @Nullable String submittedAt,
      @Nullable String userId) {
    Request {
      ratingResult = Required.field("ratingResult", ratingResult);
    }

    @Nullable Instant at() {
      return DixaTimes.inBody("submittedAt", submittedAt);
    }

    @Override
    public String toString() {
      return "Request[" + ratingResult + "]";
    }
  }
}
