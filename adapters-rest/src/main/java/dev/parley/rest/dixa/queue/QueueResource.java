package dev.parley.rest.dixa.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.application.organization.OrganizationAdministration;
import dev.parley.application.queue.QueueAdministration;
import dev.parley.application.queue.QueueDetails;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.queue.QueueId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Json;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/queues")
@Tag(name = "Queues")
class QueueResource {
  private static final String DIALECT = "dixa";

  private final QueueAdministration queues;
  private final OrganizationAdministration organizations;
  private final Json json;
  private final Call call;

  QueueResource(
      QueueAdministration queues, OrganizationAdministration organizations, Json json, Call call) {
    this.queues = queues;
    this.organizations = organizations;
    this.json = json;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listQueues", summary = "List queues")
  public Uni<Data<List<QueuePayload>>> list() {
    return organizationId()
        .chain(
            id ->
                queues
                    .list(call.actor())
                    .map(all -> all.stream().map(queue -> payload(queue, id)).toList()))
        .map(Data::of);
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
        .chain(created -> organizationId().map(id -> payload(created, id)))
        .map(Data::of);
  }

  @GET
  @Path("{queueId}")
  @Operation(operationId = "getQueue", summary = "Get queue")
  public Uni<Data<QueuePayload>> get(@PathParam("queueId") String queueId) {
    QueueId id = new QueueId(DixaIds.inPath("queueId", queueId));
    return queues
        .get(call.actor(), id)
        .chain(queue -> organizationId().map(organization -> payload(queue, organization)))
        .map(Data::of);
  }

  private Uni<UUID> organizationId() {
    return organizations.get(call.actor()).map(Organization::publicId);
  }

  private QueuePayload payload(QueueDetails details, UUID organizationId) {
    String traits = details.presentation().getOrDefault(DIALECT, "");
    return QueuePayload.from(
        details.queue(),
        (QueueTraits) json.read(traits.getBytes(StandardCharsets.UTF_8), QueueTraits.class),
        organizationId);
  }
}
