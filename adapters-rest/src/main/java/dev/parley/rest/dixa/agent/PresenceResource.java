package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.PresenceAdministration;
import dev.parley.domain.agent.AgentId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is there. The list is the one answer of the dialect without an envelope. */
@Path("/v1/agents")
@Tag(name = "Agents")
class PresenceResource {
  private final PresenceAdministration presence;
  private final InstantSource clock;
  private final Call call;

  PresenceResource(PresenceAdministration presence, InstantSource clock, Call call) {
    this.presence = presence;
    this.clock = clock;
    this.call = call;
  }

  @GET
  @Path("presence")
  @Operation(operationId = "listPresence", summary = "List the presence of all agents")
  public Uni<List<PresencePayload>> list() {
    Instant now = clock.instant();
    return presence
        .all(call.actor())
        .map(all -> all.stream().map(each -> PresencePayload.from(each, now)).toList());
  }

  @GET
  @Path("{agentId}/presence")
  @Operation(operationId = "getPresence", summary = "Get the presence of an agent")
  public Uni<Data<PresencePayload>> get(@PathParam("agentId") String agentId) {
    Instant now = clock.instant();
    return presence
        .of(call.actor(), id(agentId))
        .map(found -> Data.of(PresencePayload.from(found, now)));
  }

  @PUT
  @Path("presence/working-channel")
  @Operation(
      operationId = "setOwnWorkingChannel",
      summary = "Work on a channel, or not, as the token's agent")
  public Uni<Void> work(WorkingChannelRequest request) {
    return work(call.actor().agent(), request);
  }

  @PUT
  @Path("{agentId}/presence/working-channel")
  @Operation(operationId = "setWorkingChannel", summary = "Let an agent work on a channel, or not")
  public Uni<Void> work(@PathParam("agentId") String agentId, WorkingChannelRequest request) {
    return work(id(agentId), request);
  }

  private Uni<Void> work(AgentId agent, WorkingChannelRequest request) {
    return presence.work(
        call.actor(), agent, AgentWords.workingChannel(request.channel()), request.working());
  }

  private static AgentId id(String text) {
    return new AgentId(DixaIds.inPath("agentId", text));
  }

  @RegisterForReflection
  @Schema(
      name = "WorkingChannelInput",
      examples = "{\"channel\": \"InteractiveChat\", \"working\": false}")
  record WorkingChannelRequest(
      @Schema(
              type = SchemaType.STRING,
              enumeration = {"Email", "InteractiveChat", "Messaging", "Speak"})
          String channel,
      Boolean working) {
    WorkingChannelRequest {
      channel = Required.text("channel", channel);
      working = Required.field("working", working);
    }
  }
}
