package dev.parley.rest.dixa.team;

import dev.parley.application.team.TeamAdministration;
import dev.parley.domain.agent.AgentId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is in a team, seen from the agent. */
@Path("/v1/agents")
@Tag(name = "Agents")
class AgentTeamResource {
  private final TeamAdministration teams;
  private final Call call;

  AgentTeamResource(TeamAdministration teams, Call call) {
    this.teams = teams;
    this.call = call;
  }

  @GET
  @Path("{agentId}/teams")
  @Operation(operationId = "listAgentTeams", summary = "List the teams of an agent")
  public Uni<Data<List<TeamPayload>>> list(@PathParam("agentId") String agentId) {
    return teams
        .of(call.actor(), new AgentId(DixaIds.inPath("agentId", agentId)))
        .map(all -> Data.of(all.stream().map(TeamPayload::from).toList()));
  }
}
