package dev.parley.rest.dixa.team;

import dev.parley.application.team.TeamAdministration;
import dev.parley.domain.team.TeamId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/teams")
@Tag(name = "Teams")
class TeamResource {
  private final TeamAdministration teams;
  private final Call call;

  TeamResource(TeamAdministration teams, Call call) {
    this.teams = teams;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listTeams", summary = "List teams")
  public Uni<Data<List<TeamPayload>>> list() {
    return teams
        .list(call.actor())
        .map(all -> Data.of(all.stream().map(TeamPayload::from).toList()));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createTeam", summary = "Create team")
  public Uni<Data<TeamPayload>> create(CreateTeam request) {
    return teams.create(call.actor(), request.name()).map(TeamPayload::from).map(Data::of);
  }

  @GET
  @Path("{teamId}")
  @Operation(operationId = "getTeam", summary = "Get team")
  public Uni<Data<TeamPayload>> get(@PathParam("teamId") String teamId) {
    return teams.get(call.actor(), id(teamId)).map(TeamPayload::from).map(Data::of);
  }

  @DELETE
  @Path("{teamId}")
  @Operation(operationId = "deleteTeam", summary = "Delete team; its members stay agents")
  public Uni<Void> delete(@PathParam("teamId") String teamId) {
    return teams.delete(call.actor(), id(teamId));
  }

  private static TeamId id(String text) {
    return new TeamId(DixaIds.inPath("teamId", text));
  }

  @RegisterForReflection
  @Schema(name = "CreateTeamInput", examples = "{\"name\": \"Night shift\"}")
  record CreateTeam(String name) {
    CreateTeam {
      name = Required.text("name", name);
    }
  }
}
