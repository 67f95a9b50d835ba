package dev.parley.rest.dixa.rating;

import dev.parley.application.idempotency.Subject;
import dev.parley.application.rating.OfferRating;
import dev.parley.application.rating.RatingQueries;
import dev.parley.application.rating.SubmitRating;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.SurveyId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.conversation.ConversationRefusals;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What contacts think of the work in a conversation. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class RatingResource {
  private final Call call;
  private final OfferRating offer;
  private final SubmitRating submit;
  private final RatingQueries queries;

  RatingResource(Call call, OfferRating offer, SubmitRating submit, RatingQueries queries) {
    this.call = call;
    this.offer = offer;
    this.submit = submit;
    this.queries = queries;
  }

  @POST
  @Path("{conversationId}/ratings/offer")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      operationId = "offerConversationRating",
      summary = "Create conversation rating offer",
      description =
          "Offers of different types, made before all were answered, share one id: a survey.")
  public Uni<Data<OfferPayload>> offer(
      @PathParam("conversationId") String id, OfferPayload.Request request) {
    return offer
        .handle(
            new OfferRating.Command(
                call.actor(),
                DixaIds.conversation(id),
                request.question(),
                request.user(),
                request.agent(),
                request.at()))
        .map(rating -> Data.of(OfferPayload.from(rating)))
        .onFailure()
        .transform(ConversationRefusals::withoutConflict);
  }

  @POST
  @Path("{conversationId}/ratings/{ratingId}/submit")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(
      operationId = "submitConversationRating",
      summary = "Create conversation rating result")
  public Uni<Data<ResultPayload>> submit(
      @PathParam("conversationId") String id,
      @PathParam("ratingId") String ratingId,
      ResultPayload.Request request) {
    long number = DixaIds.conversation(id);
    return submit
        .handle(
            new SubmitRating.Command(
                call.actor(),
                number,
                new SurveyId(DixaIds.inPath("ratingId", ratingId)),
                request.ratingResult().question(),
                request.ratingResult().value(),
                request.comment(),
                request.at()))
        .invoke(rating -> shows(number, rating))
        .map(rating -> Data.of(ResultPayload.from(rating, Objects.requireNonNull(rating.answer()))))
        .onFailure()
        .transform(ConversationRefusals::withoutConflict);
  }

  private void shows(long number, Rating rating) {
    call.shows(Subject.conversation(number));
    call.shows(Subject.contact(rating.user()));
  }

  @GET
  @Path("{conversationId}/ratings")
  @Operation(
      operationId = "listConversationRatings",
      summary = "List the ratings of a conversation")
  public Uni<Data<List<RatingPayload>>> list(@PathParam("conversationId") String id) {
    return queries
        .ofConversation(call.actor(), DixaIds.conversation(id))
        .map(ratings -> Data.of(ratings.stream().map(RatingPayload::from).toList()));
  }

  /** The older name of {@link #list}, which clients still use. */
  @GET
  @Path("{conversationId}/rating")
  @Operation(
      operationId = "listConversationRating",
      summary = "List the ratings of a conversation, use /ratings",
      deprecated = true)
  public Uni<Data<List<RatingPayload>>> listByOldName(@PathParam("conversationId") String id) {
    return list(id);
  }
}
