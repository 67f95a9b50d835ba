package dev.parley.rest.dixa.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.application.queue.QueueAdministration;
import dev.parley.application.queue.QueueQueries;
import dev.parley.application.queue.QueueQueries.QueueView;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaErrors;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Json;
import dev.parley.rest.support.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/queues")
@Tag(name = "Queues")
class QueueResource {
  private static final String DIALECT = "dixa";

  private final QueueAdministration queues;
  private final QueueQueries queries;
  private final InstantSource clock;
  private final Json json;
  private final Call call;

  QueueResource(
      QueueAdministration queues, QueueQueries queries, InstantSource clock, Json json, Call call) {
    this.queues = queues;
    this.queries = queries;
    this.clock = clock;
    this.json = json;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listQueues", summary = "List queues")
  public Uni<Data<List<QueuePayload>>> list() {
    return queries.list(call.actor()).map(all -> Data.of(all.stream().map(this::payload).toList()));
  }

  /** The queue may stand in {@code request} or be the body itself. */
  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createQueue", summary = "Create queue")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CreateQueue.class)))
  public Uni<Data<QueuePayload>> create(ObjectNode body) {
    JsonNode request = body.get("request");
    byte[] wanted = json.write(request instanceof ObjectNode inner ? inner : body);
    CreateQueue queue = (CreateQueue) json.read(wanted, CreateQueue.class);
    byte[] traits = json.write(json.read(wanted, QueueTraits.class));
    return queues
        .create(
            call.actor(),
            queue.toNewQueue(Map.of(DIALECT, new String(traits, StandardCharsets.UTF_8))))
        .chain(created -> queries.get(call.actor(), created.id()))
        .map(view -> Data.of(payload(view)));
  }

  @GET
  @Path("{queueId}")
  @Operation(operationId = "getQueue", summary = "Get queue")
  public Uni<Data<QueuePayload>> get(@PathParam("queueId") String queueId) {
    return queries.get(call.actor(), id(queueId)).map(view -> Data.of(payload(view)));
  }

  @PATCH
  @Path("{queueId}")
  @Operation(operationId = "changeQueue", summary = "Change how a queue hands out")
  public Uni<Data<QueuePayload>> change(@PathParam("queueId") String queueId, ChangeQueue request) {
    QueueId id = id(queueId);
    return queues
        .change(call.actor(), id, request.toChange())
        .chain(() -> queries.get(call.actor(), id))
        .map(view -> Data.of(payload(view)));
  }

  @GET
  @Path("{queueId}/availability")
  @Operation(
      operationId = "getQueueAvailability",
      summary = "Get the availability of a queue for its generic channels")
  public Uni<Data<List<AvailabilityPayload>>> availability(@PathParam("queueId") String queueId) {
    return queries
        .availability(call.actor(), id(queueId), clock.instant())
        .onFailure(QueueResource::isUnknownQueue)
        .transform(_ -> DixaErrors.badRequest("Queue does not exist"))
        .map(found -> Data.of(List.of(AvailabilityPayload.from(found))));
  }

  @GET
  @Path("conversation-position/{csid}")
  @Operation(
      operationId = "getQueuePosition",
      summary = "Get the position of a conversation in its queue")
  public Uni<Data<PositionPayload>> position(
      @PathParam("csid") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
          String csid) {
    long conversation = DixaIds.number(csid).orElseThrow(() -> RequestRefused.badPath("csid"));
    return queries
        .position(call.actor(), conversation)
        .map(found -> Data.of(PositionPayload.from(found)));
  }

  private static boolean isUnknownQueue(Throwable failure) {
    return failure instanceof DomainException e && e.error() instanceof QueueError.QueueNotFound;
  }

  private static QueueId id(String text) {
    return new QueueId(DixaIds.inPath("queueId", text));
  }

  private QueuePayload payload(QueueView view) {
    String traits = view.details().presentation().getOrDefault(DIALECT, "");
    return QueuePayload.from(
        view, (QueueTraits) json.read(traits.getBytes(StandardCharsets.UTF_8), QueueTraits.class));
  }
}
