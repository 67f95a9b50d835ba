package dev.parley.rest.dixa.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.parley.application.rating.OfferRating;
import dev.parley.application.rating.RatingView;
import dev.parley.application.rating.SubmitRating;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.domain.rating.RatingError;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import dev.parley.domain.shared.DomainError;
import dev.parley.rest.dixa.conversation.DixaTest;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RatingResourceTest extends DixaTest {
  private static final UUID SURVEY = UUID.fromString("33cf4e5e-9ce9-461c-b668-be9b712b717c");
  private static final Instant AT = Instant.parse("2024-03-11T16:39:30Z");
  private static final String OFFER = "/v1/conversations/42/ratings/offer";
  private static final String SUBMIT = "/v1/conversations/42/ratings/" + SURVEY + "/submit";
  private static final String RESULT = "{\"ratingResult\": {\"value\": 4, \"_type\": \"Csat\"}}";

  @Test
  void aRatingIsOffered() {
    useCases.answer(OfferRating.Command.class, rating(Question.CSAT, null));

    json("""
    {"userId": "%s", "agentId": "%s", "ratingType": "Csat",
     "offeredAt": "2024-03-11T16:39:30.000Z[GMT]"}
    """
            .formatted(CONTACT, AGENT))
        .post(OFFER)
        .then()
        .statusCode(201)
        .body("data.id", equalTo(SURVEY.toString()))
        .body("data.userId", equalTo(CONTACT.toString()))
        .body("data.agentId", equalTo(AGENT.toString()))
        .body("data.ratingType", equalTo("Csat"))
        .body("data.offeredAt", equalTo("2024-03-11T16:39:30Z"));
    assertThat(useCases.told(OfferRating.Command.class))
        .isEqualTo(
            new OfferRating.Command(
                TestWiring.ACTOR,
                42,
                Question.CSAT,
                new ContactId(CONTACT),
                new AgentId(AGENT),
                AT));
  }

  @ParameterizedTest
  @CsvSource({"Csat,CSAT", "ThumbsUpOrDown,THUMBS_UP_OR_DOWN", "Nps,NPS"})
  void theTypeIsEnough(String type, Question question) {
    useCases.answer(OfferRating.Command.class, rating(question, null));

    json("{\"ratingType\": \"" + type + "\", \"userId\": null, \"agentId\": null}")
        .post(OFFER)
        .then()
        .statusCode(201)
        .body("data.ratingType", equalTo(type));
    assertThat(useCases.told(OfferRating.Command.class))
        .isEqualTo(new OfferRating.Command(TestWiring.ACTOR, 42, question, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"ratingType\": null}",
        "{\"ratingType\": \"csat\"}",
        "{\"ratingType\": 1}",
        "{\"ratingType\": \"Csat\", \"userId\": \"jane\"}",
        "{\"ratingType\": \"Csat\", \"agentId\": 1}",
        "{\"ratingType\": \"Csat\", \"offeredAt\": \"yesterday\"}",
        "{\"ratingType\": \"Csat\", \"offeredAt\": 1710175170}",
      })
  void whatIsNoOfferIsRefused(String body) {
    refused(json(body).post(OFFER), 400);
    assertThat(useCases.wasTold(OfferRating.Command.class)).isFalse();
  }

  @Test
  void refusedOffers() {
    refuseOffer(new ConversationError.ConversationNotFound(), 404);
    refuseOffer(new ContactError.ContactNotFound(new ContactId(CONTACT)), 404);
    refuseOffer(new AgentError.AgentNotFound(new AgentId(AGENT)), 404);
    refuseOffer(new AgentError.NotAnAgent(CONTACT), 400);
    refuseOffer(new ConversationError.ConversationIsAnonymized(), 400);
    refused(
        json("{\"ratingType\": \"Csat\"}").post("/v1/conversations/x/ratings/offer"),
        400,
        "Invalid value for: path parameter conversationId");
  }

  private void refuseOffer(DomainError error, int status) {
    useCases.refuse(OfferRating.Command.class, error);
    refused(json("{\"ratingType\": \"Csat\"}").post(OFFER), status);
  }

  @Test
  void anAnswerIsSubmitted() {
    useCases.answer(
        SubmitRating.Command.class, rating(Question.CSAT, new Answer(4, "Best service!", AT)));

    json("""
    {"userId": null, "ratingResult": {"value": 4, "_type": "Csat"},
     "comment": "Best service!", "submittedAt": "2024-03-11T17:39:30+01:00"}
    """)
        .post(SUBMIT)
        .then()
        .statusCode(201)
        .body("data.ratingId", equalTo(SURVEY.toString()))
        .body("data.userId", equalTo(CONTACT.toString()))
        .body("data.ratingResult.value", equalTo(4))
        .body("data.ratingResult._type", equalTo("Csat"))
        .body("data.comment", equalTo("Best service!"))
        .body("data.submittedAt", equalTo("2024-03-11T16:39:30Z"));
    assertThat(useCases.told(SubmitRating.Command.class))
        .isEqualTo(
            new SubmitRating.Command(
                TestWiring.ACTOR, 42, new SurveyId(SURVEY), Question.CSAT, 4, "Best service!", AT));
  }

  @Test
  void aCommentMayBeAbsent() {
    useCases.answer(SubmitRating.Command.class, rating(Question.CSAT, new Answer(4, null, AT)));

    json(RESULT).post(SUBMIT).then().statusCode(201).body("data", not(hasKey("comment")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"ratingResult\": null}",
        "{\"ratingResult\": 4}",
        "{\"ratingResult\": {\"value\": 4}}",
        "{\"ratingResult\": {\"_type\": \"Csat\"}}",
        "{\"ratingResult\": {\"value\": null, \"_type\": \"Csat\"}}",
        "{\"ratingResult\": {\"value\": \"4\", \"_type\": \"Csat\"}}",
        "{\"ratingResult\": {\"value\": 4.5, \"_type\": \"Csat\"}}",
        "{\"ratingResult\": {\"value\": 2147483648, \"_type\": \"Csat\"}}",
        "{\"ratingResult\": {\"value\": 4, \"_type\": \"Stars\"}}",
        "{\"ratingResult\": {\"value\": 4, \"_type\": \"Csat\"}, \"comment\": 1}",
        "{\"ratingResult\": {\"value\": 4, \"_type\": \"Csat\"}, \"submittedAt\": \"now\"}",
      })
  void whatIsNoAnswerIsRefused(String body) {
    refused(json(body).post(SUBMIT), 400);
    assertThat(useCases.wasTold(SubmitRating.Command.class)).isFalse();
  }

  @Test
  void refusedAnswers() {
    refuseSubmit(new ConversationError.ConversationNotFound(), 404);
    refuseSubmit(new RatingError.RatingNotFound(), 400);
    refuseSubmit(new RatingError.AlreadyRated(), 400);
    refuseSubmit(new ConversationError.ConversationIsAnonymized(), 400);
    useCases.refuse(
        SubmitRating.Command.class, new RatingError.ScoreOutOfRange(Question.THUMBS_UP_OR_DOWN));
    refused(
        json(RESULT).post(SUBMIT),
        400,
        "Invalid value for: body (ratingResult.value: must be from 0 to 1)");
    refused(
        json(RESULT).post("/v1/conversations/42/ratings/first/submit"),
        400,
        "Invalid value for: path parameter ratingId");
  }

  private void refuseSubmit(DomainError error, int status) {
    useCases.refuse(SubmitRating.Command.class, error);
    refused(json(RESULT).post(SUBMIT), status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratings", "rating"})
  void ratingsAreListedUnderBothNames(String name) {
    useCases.answer(
        Long.class,
        List.of(
            new RatingView(rating(Question.CSAT, new Answer(4, "Super good!", AT)), Channel.EMAIL),
            new RatingView(rating(Question.NPS, null), Channel.EMAIL)));

    signed()
        .get("/v1/conversations/42/" + name)
        .then()
        .statusCode(200)
        .body("data[0].id", equalTo(SURVEY.toString()))
        .body("data[0].ratingType", equalTo("Csat"))
        .body("data[0].ratingStatus", equalTo("Rated"))
        .body("data[0].ratingScore", equalTo(4))
        .body("data[0].ratingComment", equalTo("Super good!"))
        .body("data[0].conversationChannel", equalTo("Email"))
        .body("data[0].agentId", equalTo(AGENT.toString()))
        .body("data[0].userId", equalTo(CONTACT.toString()))
        .body("data[0].timestamps", equalTo(java.util.Map.of("rated_at", "2024-03-11T16:39:30Z")))
        .body("data[0]", not(hasKey("language")))
        .body("data[1].id", equalTo(SURVEY.toString()))
        .body("data[1].ratingType", equalTo("Nps"))
        .body("data[1].ratingStatus", equalTo("Offered"))
        .body("data[1]", not(hasKey("ratingScore")))
        .body("data[1].timestamps", anEmptyMap());
    assertThat(useCases.told(Long.class)).isEqualTo(42);
  }

  @Test
  void aConversationWithoutRatingsAndNone() {
    useCases.answer(Long.class, List.of());
    signed().get("/v1/conversations/42/ratings").then().statusCode(200).body("data", empty());
    useCases.refuse(Long.class, new ConversationError.ConversationNotFound());
    refused(signed().get("/v1/conversations/42/ratings"), 404);
    refused(signed().get("/v1/conversations/x/rating"), 400);
  }

  private static Rating rating(Question question, @Nullable Answer answer) {
    return new Rating(
        new RatingId(UUID.randomUUID()),
        new SurveyId(SURVEY),
        question,
        new ContactId(CONTACT),
        new AgentId(AGENT),
        AT,
        answer);
  }
}
