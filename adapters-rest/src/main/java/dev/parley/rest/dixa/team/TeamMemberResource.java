package dev.parley.rest.dixa.team;

import dev.parley.application.team.TeamAdministration;
import dev.parley.application.team.TeamMember;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.team.TeamId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Who is in a team, seen from the team. */
@Path("/v1/teams")
@Tag(name = "Teams")
class TeamMemberResource {
  private final TeamAdministration teams;
  private final Call call;

  TeamMemberResource(TeamAdministration teams, Call call) {
    this.teams = teams;
    this.call = call;
  }

  @GET
  @Path("{teamId}/agents")
  @Operation(operationId = "listTeamMembers", summary = "List the agents of a team")
  public Uni<Data<List<MemberPayload>>> list(@PathParam("teamId") String teamId) {
    return teams
        .members(call.actor(), id(teamId))
        .map(members -> Data.of(members.stream().map(MemberPayload::from).toList()));
  }

  @PATCH
  @Path("{teamId}/agents")
  @ResponseStatus(200)
  @Operation(operationId = "addTeamMembers", summary = "Add agents to a team, all or none")
  public Uni<Void> add(@PathParam("teamId") String teamId, AgentIds request) {
    return teams.addMembers(call.actor(), id(teamId), request.toDomain());
  }

  @DELETE
  @Path("{teamId}/agents")
  @Operation(operationId = "removeTeamMembers", summary = "Remove agents from a team")
  public Uni<Void> remove(@PathParam("teamId") String teamId, AgentIds request) {
    return teams.removeMembers(call.actor(), id(teamId), request.toDomain());
  }

  private static TeamId id(String text) {
    return new TeamId(DixaIds.inPath("teamId", text));
  }

  @RegisterForReflection
  @Schema(
      name = "TeamMembersInput",
      examples =
          """
          {"agentIds": ["912d5148-6918-4420-b23a-8584b896c8ae"]}""")
  record AgentIds(List<UUID> agentIds) {
    AgentIds {
      agentIds = Required.elements("agentIds", Required.field("agentIds", agentIds));
    }

    List<AgentId> toDomain() {
      return agentIds.stream().map(AgentId::new).toList();
    }
  }

  /**
   * @param displayName an addition
   */
  @RegisterForReflection
  @Schema(
      name = "TeamMember",
      examples =
          """
          {"id": "912d5148-6918-4420-b23a-8584b896c8ae", "displayName": "Alice Brown"}""")
  record MemberPayload(UUID id, String displayName) {
    static MemberPayload from(TeamMember member) {
      return new MemberPayload(member.agent().value(), member.displayName());
    }

    @Override
    public String toString() {
      return "MemberPayload[" + id + "]";
    }
  }
}
