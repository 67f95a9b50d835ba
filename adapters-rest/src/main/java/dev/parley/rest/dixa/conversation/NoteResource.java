package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.AddNotes;
import dev.parley.application.conversation.AddNotes.Draft;
import dev.parley.application.conversation.AddNotes.Outcome;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.idempotency.Subject;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import dev.parley.rest.dixa.BulkOutcome;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaErrors;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.dixa.Message;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Internal notes of a conversation. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class NoteResource {
  private static final String BAD_DATE = "Invalid date format";

  private final Call call;
  private final AddNotes add;
  private final ConversationQueries queries;

  NoteResource(Call call, AddNotes add, ConversationQueries queries) {
    this.call = call;
    this.add = add;
    this.queries = queries;
  }

  /**
   * @param agentId absent: the token's agent
   * @param createdAt absent: now
   */
  @RegisterForReflection
  @Schema(
      name = "CreateInternalNoteInput",
      examples =
          """
          {"message": "A sample note", "agentId": "a53b25da-f676-4c52-acac-58c9280aa23d",
           "createdAt": "2021-12-01T12:46:36.581Z[GMT]"}""")
  record NoteRequest(String message, @Nullable UUID agentId, @Nullable String createdAt) {
    NoteRequest {
      message = Required.field("message", message);
    }

    /** Empty when {@code createdAt} is not a time. */
    Optional<Draft> toDraft() {
      if (createdAt == null) {
        return Optional.of(draft(null));
      }
      return DixaTimes.parse(createdAt).map(this::draft);
    }

    private Draft draft(@Nullable Instant at) {
      return new Draft(agentId == null ? null : new AgentId(agentId), message, at);
    }
  }

  @POST
  @Path("{conversationId}/notes")
  @Operation(operationId = "addInternalNote", summary = "Add internal note")
  public Uni<Data<NotePayload>> add(@PathParam("conversationId") String id, NoteRequest request) {
    long number = DixaIds.conversation(id);
    Draft draft = request.toDraft().orElseThrow(() -> DixaErrors.badRequest(BAD_DATE));
    return handle(number, List.of(draft))
        .map(outcomes -> Data.of(NotePayload.created(noteOf(outcomes.getFirst()), number)))
        .onFailure()
        .transform(ConversationRefusals::ofNotes);
  }

  private static InternalNote noteOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Added(var note) -> note;
      case Outcome.Refused(var error) -> throw new DomainException(error);
    };
  }

  @RegisterForReflection
  @Schema(name = "CreateInternalNotesInput")
  record NotesRequest(List<NoteRequest> data) {
    NotesRequest {
      data = Required.elements("data", Required.field("data", data));
    }
  }

  @POST
  @Path("{conversationId}/notes/bulk")
  @Operation(operationId = "addInternalNotes", summary = "Add internal notes")
  public Uni<Data<List<BulkOutcome<NotePayload>>>> addAll(
      @PathParam("conversationId") String id, NotesRequest request) {
    long number = DixaIds.conversation(id);
    List<Optional<Draft>> drafts = request.data().stream().map(NoteRequest::toDraft).toList();
    return handle(number, drafts.stream().flatMap(Optional::stream).toList())
        .map(outcomes -> Data.of(merged(drafts, outcomes.iterator(), number)))
        .onFailure()
        .transform(ConversationRefusals::ofNotes);
  }

  private static List<BulkOutcome<NotePayload>> merged(
      List<Optional<Draft>> drafts, Iterator<Outcome> outcomes, long number) {
    return drafts.stream()
        .map(
            draft ->
                draft.isPresent()
                    ? outcome(outcomes.next(), number)
                    : new BulkOutcome.Failure<NotePayload>(new Message(BAD_DATE)))
        .toList();
  }

  private static BulkOutcome<NotePayload> outcome(Outcome outcome, long number) {
    return switch (outcome) {
      case Outcome.Added(var note) -> new BulkOutcome.Success<>(NotePayload.created(note, number));
      case Outcome.Refused(var error) -> new BulkOutcome.Failure<>(message(error));
    };
  }

  private static Message message(DomainError error) {
    return error instanceof AgentError.AgentNotFound
        ? new Message("Agent was not found")
        : DixaErrors.message(error);
  }

  private Uni<List<Outcome>> handle(long number, List<Draft> drafts) {
    call.shows(Subject.conversation(number));
    return add.handle(new AddNotes.Command(call.actor(), number, drafts));
  }

  @GET
  @Path("{conversationId}/notes")
  @Operation(operationId = "listInternalNotes", summary = "List internal notes, oldest first")
  public Uni<Data<List<NotePayload>>> list(@PathParam("conversationId") String id) {
    long number = DixaIds.conversation(id);
    return queries
        .notes(call.actor(), number)
        .map(
            notes ->
                Data.of(notes.stream().map(note -> NotePayload.listed(note, number)).toList()));
  }
}
