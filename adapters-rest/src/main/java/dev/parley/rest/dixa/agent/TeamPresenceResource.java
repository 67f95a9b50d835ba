package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.PresenceAdministration;
import dev.parley.domain.team.TeamId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaPage;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RestLimits;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who of a team is there. */
@Path("/v1/teams")
@Tag(name = "Teams")
class TeamPresenceResource {
  private static final int PAGE = 100;

  private final PresenceAdministration presence;
  private final InstantSource clock;
  private final RestLimits limits;
  private final Call call;

  TeamPresenceResource(
      PresenceAdministration presence, InstantSource clock, RestLimits limits, Call call) {
    this.presence = presence;
    this.clock = clock;
    this.limits = limits;
    this.call = call;
  }

  @GET
  @Path("{teamId}/presence")
  @Operation(operationId = "listTeamPresence", summary = "List the presence of a team's agents")
  public Uni<Data<List<PresencePayload>>> list(
      @PathParam("teamId") String teamId,
      @QueryParam("pageKey") @Nullable String pageKey,
      @QueryParam("pageLimit") @Nullable String pageLimit) {
    UUID id = DixaIds.inPath("teamId", teamId);
    DixaPage page = DixaPage.of(pageKey, pageLimit, Map.of(), PAGE, limits.pageItems());
    Instant now = clock.instant();
    return presence
        .ofTeam(call.actor(), new TeamId(id), page.after(), page.limit())
        .map(
            found ->
                page.answer(
                    "/v1/teams/" + id + "/presence",
                    found,
                    each -> PresencePayload.from(each, now)));
  }
}
