package dev.parley.rest.dixa.rating;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question that was put.
 *
 * @param id of the survey, which other questions may share
 */
@RegisterForReflection
@Schema(
    name = "ConversationRatingOffer",
    examples =
        """
        {"id": "2f0122db-0824-44d7-b39a-e1f722b8c38c",
         "userId": "7a65c963-b3ca-4bd4-996e-bdbcaa620219",
         "agentId": "db7f0b41-b779-4726-a673-07b2a59a550d", "ratingType": "Csat",
         "offeredAt": "2024-03-11T16:39:30Z"}""")
record OfferPayload(
    UUID id,
    UUID userId,
    UUID agentId,
    @Schema(enumeration = {"Csat", "ThumbsUpOrDown", "Nps"}) String ratingType,
    String offeredAt) {
  static OfferPayload from(Rating rating) {
    return new OfferPayload(
        rating.survey().value(),
        rating.user().value(),
        rating.agent().value(),
        RatingWords.type(rating.question()),
        DixaTimes.iso(rating.offeredAt()));
  }

  /**
   * A question to put.
   *
   * @param userId absent: the requester
   * @param agentId absent: whose work it most likely is
   * @param offeredAt absent: now
   */
  @RegisterForReflection
  @Schema(
      name = "ConversationRatingOfferInput",
      examples =
          """
          {"userId": "b0323b42-c428-4afa-970e-20bf5bdeeec4",
           "agentId": "eeb3bbe5-0355-4ac1-8af5-20d42a3db24b", "ratingType": "Csat",
           "offeredAt": "2024-03-11T16:39:30Z"}""")
  record Request(
      @Schema(enumeration = {"Csat", "ThumbsUpOrDown", "Nps"}) String ratingType,
      @Nullable UUID userId,
      @Nullable UUID agentId,
      @Nullable String offeredAt) {
    Request {
      ratingType = Required.field("ratingType", ratingType);
    }

    Question question() {
      return RatingWords.question(ratingType)
          .orElseThrow(() -> RequestRefused.badBody("ratingType", "is unknown"));
    }

    @Nullable ContactId user() {
      return userId == null ? null : new ContactId(userId);
    }

    @Nullable AgentId agent() {
      return agentId == null ? null : new AgentId(agentId);
    }

    @Nullable Instant at() {
      return DixaTimes.inBody("offeredAt", offeredAt);
    }
  }
}
