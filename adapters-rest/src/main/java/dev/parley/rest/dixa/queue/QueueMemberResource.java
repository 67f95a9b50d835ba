package dev.parley.rest.dixa.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.queue.QueueAdministration;
import dev.parley.application.queue.QueueMember;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.queue.QueueId;
import dev.parley.rest.dixa.BulkOutcome;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/queues/{queueId}/members")
@Tag(name = "Queues")
class QueueMemberResource {
  private final QueueAdministration queues;
  private final Call call;

  QueueMemberResource(QueueAdministration queues, Call call) {
    this.queues = queues;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listQueueMembers", summary = "List queue members")
  public Uni<Data<List<MemberPayload>>> list(@PathParam("queueId") String queueId) {
    return queues
        .members(call.actor(), id(queueId))
        .map(members -> Data.of(members.stream().map(MemberPayload::from).toList()));
  }

  @PATCH
  @Operation(operationId = "addQueueMembers", summary = "Add queue members")
  public Uni<Data<List<BulkOutcome<UUID>>>> add(
      @PathParam("queueId") String queueId, AgentIds request) {
    List<AgentId> wanted = request.toDomain();
    return queues
        .addMembers(call.actor(), id(queueId), wanted)
        .map(members -> wanted.stream().map(agent -> outcome(agent, members)).toList())
        .map(Data::of);
  }

  @DELETE
  @Operation(operationId = "removeQueueMembers", summary = "Remove queue members")
  public Uni<Void> remove(@PathParam("queueId") String queueId, AgentIds request) {
    return queues.removeMembers(call.actor(), id(queueId), request.toDomain());
  }

  private static BulkOutcome<UUID> outcome(AgentId agent, Set<AgentId> members) {
    UUID id = agent.value();
    return members.contains(agent)
        ? new BulkOutcome.Success<>(id)
        : new BulkOutcome.Failure<>(
            new MemberError(id, "The requested resource could not be found", "NotFound"));
  }

  private static QueueId id(String text) {
    return new QueueId(DixaIds.inPath("queueId", text));
  }

  @Schema(
      name = "AgentIds",
      examples =
          """
          {"agentIds": ["5a556159-9c21-4f3e-a44f-d323deb80d16"]}""")
  record AgentIds(List<UUID> agentIds) {
    AgentIds {
      agentIds = Required.field("agentIds", agentIds);
      agentIds.forEach(id -> Required.field("agentIds", id));
    }

    List<AgentId> toDomain() {
      return agentIds.stream().map(AgentId::new).toList();
    }
  }

  @Schema(
      name = "QueueMember",
      examples =
          """
          {"agentId": "5a556159-9c21-4f3e-a44f-d323deb80d16", "priority": 1}""")
  record MemberPayload(UUID agentId, @Nullable Integer priority) {
    static MemberPayload from(QueueMember member) {
      return new MemberPayload(member.agent().value(), member.priority());
    }
  }

  record MemberError(UUID id, String message, @JsonProperty("_type") String type) {}
}
