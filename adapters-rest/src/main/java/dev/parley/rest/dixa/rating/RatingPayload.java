package dev.parley.rest.dixa.rating;

import dev.parley.application.rating.RatingView;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.rest.dixa.DixaChannel;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question with its answer, if there is one.
 *
 * @param id of the survey, which other questions may share
 * @param timestamps {@code rated_at} when there is an answer: offers through the API have no other
 */
@RegisterForReflection
@Schema(
    name = "Rating",
    examples =
        """
        {"id": "33cf4e5e-9ce9-461c-b668-be9b712b717c", "ratingType": "Csat",
         "ratingStatus": "Rated", "ratingScore": 4, "ratingComment": "Super good!",
         "conversationChannel": "Email", "agentId": "a53b25da-f676-4c52-acac-58c9280aa23d",
         "userId": "6d0c5791-e40a-46d4-bba1-1364ce4578ed",
         "timestamps": {"rated_at": "2024-03-11T16:39:30Z"}}""")
record RatingPayload(
    UUID id,
    @Schema(enumeration = {"Csat", "ThumbsUpOrDown", "Nps"}) String ratingType,
    @Schema(enumeration = {"Offered", "Rated"}) String ratingStatus,
    @Nullable Integer ratingScore,
    @Nullable String ratingComment,
    @Schema(
            enumeration = {
              "Email",
              "WidgetChat",
              "Messenger",
              "ContactForm",
              "PstnPhone",
              "Callback",
              "Voicemail",
              "Sms",
              "WhatsApp",
              "FacebookMessenger",
              "Twitter"
            })
        String conversationChannel,
    UUID agentId,
    UUID userId,
    Map<String, String> timestamps) {

  static RatingPayload from(RatingView view) {
    Rating rating = view.rating();
    Answer answer = rating.answer();
    return new RatingPayload(
        rating.survey().value(),
        RatingWords.type(rating.question()),
        answer == null ? "Offered" : "Rated",
        answer == null ? null : answer.score(),
        answer == null ? null : answer.comment(),
        DixaChannel.word(view.channel()),
        rating.agent().value(),
        rating.user().value(),
        answer == null ? Map.of() : Map.of("rated_at", DixaTimes.iso(answer.at())));
  }
}
