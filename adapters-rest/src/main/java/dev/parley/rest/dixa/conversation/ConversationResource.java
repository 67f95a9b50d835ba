package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ClaimConversation;
import dev.parley.application.conversation.CloseConversation;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.CreateConversation;
import dev.parley.application.conversation.FollowUpConversation;
import dev.parley.application.conversation.ReopenConversation;
import dev.parley.application.conversation.TransferToQueue;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.queue.QueueId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Starting, reading and handling conversations. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class ConversationResource {
  private final Call call;
  private final CreateConversation create;
  private final ConversationQueries queries;
  private final ClaimConversation claim;
  private final CloseConversation close;
  private final ReopenConversation reopen;
  private final TransferToQueue transfer;
  private final FollowUpConversation followUp;
  private final Attachments attachments;

  ConversationResource(
      Call call,
      CreateConversation create,
      ConversationQueries queries,
      ClaimConversation claim,
      CloseConversation close,
      ReopenConversation reopen,
      TransferToQueue transfer,
      FollowUpConversation followUp,
      Attachments attachments) {
    this.call = call;
    this.create = create;
    this.queries = queries;
    this.claim = claim;
    this.close = close;
    this.reopen = reopen;
    this.transfer = transfer;
    this.followUp = followUp;
    this.attachments = attachments;
  }

  @RegisterForReflection
  @Schema(name = "CreatedConversation", examples = "{\"id\": 100}")
  record Created(long id) {}

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createConversation", summary = "Create conversation")
  public Uni<Data<Created>> create(CreateRequest request) {
    return attachments
        .fetch(request.attachments())
        .chain(
            files ->
                create.handle(
                    new CreateConversation.Command(
                        call.actor(),
                        new ContactId(request.requesterId()),
                        request.toOpening(files))))
        .map(number -> Data.of(new Created(number)));
  }

  @GET
  @Path("{conversationId}")
  @Operation(operationId = "getConversation", summary = "Get conversation")
  public Uni<Data<ConversationPayload>> get(@PathParam("conversationId") String id) {
    return queries
        .get(call.actor(), DixaIds.conversation(id))
        .map(view -> Data.of(ConversationPayload.from(view)));
  }

  /**
   * @param force absent: true
   */
  @RegisterForReflection
  @Schema(
      name = "ClaimInput",
      examples = "{\"agentId\": \"5a556159-9c21-4f3e-a44f-d323deb80d16\", \"force\": false}")
  record ClaimRequest(UUID agentId, @Nullable Boolean force) {
    ClaimRequest {
      agentId = Required.field("agentId", agentId);
    }
  }

  @PUT
  @Path("{conversationId}/claim")
  @Operation(operationId = "claimConversation", summary = "Claim conversation")
  public Uni<Void> claim(@PathParam("conversationId") String id, ClaimRequest request) {
    return claim.handle(
        new ClaimConversation.Command(
            call.actor(),
            DixaIds.conversation(id),
            new AgentId(request.agentId()),
            request.force() == null || request.force()));
  }

  /**
   * @param userId in whose name; absent: the token's agent
   */
  @RegisterForReflection
  @Schema(name = "UserInput", examples = "{\"userId\": \"5a556159-9c21-4f3e-a44f-d323deb80d16\"}")
  record UserRequest(@Nullable UUID userId) {
    @Nullable AgentId agent() {
      return userId == null ? null : new AgentId(userId);
    }
  }

  @PUT
  @Path("{conversationId}/close")
  @Operation(operationId = "closeConversation", summary = "Close conversation")
  public Uni<Void> close(@PathParam("conversationId") String id, UserRequest request) {
    return close
        .handle(
            new CloseConversation.Command(call.actor(), DixaIds.conversation(id), request.agent()))
        .onFailure()
        .transform(ConversationRefusals::ofUsers);
  }

  @PUT
  @Path("{conversationId}/reopen")
  @Operation(operationId = "reopenConversation", summary = "Reopen conversation")
  public Uni<Void> reopen(@PathParam("conversationId") String id, UserRequest request) {
    return reopen
        .handle(
            new ReopenConversation.Command(call.actor(), DixaIds.conversation(id), request.agent()))
        .onFailure()
        .transform(ConversationRefusals::ofUsers);
  }

  @RegisterForReflection
  @Schema(
      name = "TransferToQueueInput",
      examples = "{\"queueId\": \"cd87b232-64c8-4ad5-b81a-6f9233352d97\"}")
  record TransferRequest(UUID queueId, @Nullable UUID userId) {
    TransferRequest {
      queueId = Required.field("queueId", queueId);
    }
  }

  @PUT
  @Path("{conversationId}/transfer/queue")
  @Operation(
      operationId = "transferConversationToQueue",
      summary = "Transfer conversation to queue")
  public Uni<Void> transfer(@PathParam("conversationId") String id, TransferRequest request) {
    return transfer
        .handle(
            new TransferToQueue.Command(
                call.actor(),
                DixaIds.conversation(id),
                new QueueId(request.queueId()),
                request.userId() == null ? null : new AgentId(request.userId())))
        .onFailure()
        .transform(ConversationRefusals::ofUsers);
  }

  /**
   * @param timestamp when it opens by itself
   * @param userId in whose name; absent: the token's agent
   */
  @RegisterForReflection
  @Schema(name = "FollowUpInput", examples = "{\"timestamp\": \"2026-12-01T09:00:00Z\"}")
  record FollowUpRequest(String timestamp, @Nullable UUID userId) {
    FollowUpRequest {
      timestamp = Required.field("timestamp", timestamp);
    }

    Instant until() {
      return Objects.requireNonNull(DixaTimes.inBody("timestamp", timestamp));
    }
  }

  @PUT
  @Path("{conversationId}/followup")
  @Operation(operationId = "followUpConversation", summary = "Set a conversation aside for a while")
  public Uni<Void> followUp(@PathParam("conversationId") String id, FollowUpRequest request) {
    return followUp
        .handle(
            new FollowUpConversation.Command(
                call.actor(),
                DixaIds.conversation(id),
                request.until(),
                request.userId() == null ? null : new AgentId(request.userId())))
        .onFailure()
        .transform(ConversationRefusals::ofUsers);
  }
}
