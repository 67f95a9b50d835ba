package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentAdministration;
import dev.parley.application.agent.AgentChange;
import dev.parley.application.agent.AgentDirectory.Filter;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaPage;
import dev.parley.rest.dixa.DixaQuery;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.RestLimits;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/agents")
@Tag(name = "Agents")
class AgentResource {
  private static final int PAGE = 100;

  private final AgentAdministration agents;
  private final RestLimits limits;
  private final Call call;

  AgentResource(AgentAdministration agents, RestLimits limits, Call call) {
    this.agents = agents;
    this.limits = limits;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listAgents", summary = "List agents")
  public Uni<Data<List<AgentPayload>>> list(
      @QueryParam("email") @Nullable String email,
      @QueryParam("phone") @Nullable String phone,
      @QueryParam("pageKey") @Nullable String pageKey,
      @QueryParam("pageLimit") @Nullable String pageLimit) {
    Map<String, @Nullable String> filters = new HashMap<>();
    filters.put("email", email);
    filters.put("phone", phone);
    DixaPage page = DixaPage.of(pageKey, pageLimit, filters, PAGE, limits.pageItems());
    return agents
        .list(call.actor(), filter(page), page.after(), page.limit())
        .map(found -> page.answer("/v1/agents", found, AgentPayload::from));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createAgent", summary = "Create agent")
  public Uni<Data<AgentPayload>> create(NewAgent request) {
    return shown(agents.create(call.actor(), request.toChange()));
  }

  @GET
  @Path("{agentId}")
  @Operation(operationId = "getAgent", summary = "Get agent")
  public Uni<Data<AgentPayload>> get(@PathParam("agentId") String agentId) {
    return shown(agents.get(call.actor(), id(agentId)));
  }

  @PUT
  @Path("{agentId}")
  @Operation(
      operationId = "replaceAgent",
      summary = "Update agent",
      description = "Fields that are absent are cleared, but email, roles and availability stay.")
  public Uni<Data<AgentPayload>> replace(
      @PathParam("agentId") String agentId, AgentReplacement request) {
    return change(agentId, request.toChange());
  }

  @PATCH
  @Path("{agentId}")
  @Operation(
      operationId = "patchAgent",
      summary = "Patch agent",
      description = "Fields that are absent stay as they are, fields that are null are cleared.")
  public Uni<Data<AgentPayload>> patch(@PathParam("agentId") String agentId, AgentPatch request) {
    return change(agentId, request.toChange());
  }

  @DELETE
  @Path("{agentId}")
  @Operation(
      operationId = "downgradeAgent",
      summary = "Downgrade agent to end user",
      description =
          "The id is an end user's from then on. API keys and memberships end, open conversations"
              + " go back to their queues.")
  public Uni<Void> downgrade(@PathParam("agentId") String agentId) {
    return agents.downgrade(call.actor(), id(agentId));
  }

  private Uni<Data<AgentPayload>> change(String agentId, AgentChange change) {
    return shown(agents.change(call.actor(), new AgentAdministration.Update(id(agentId), change)));
  }

  private Uni<Data<AgentPayload>> shown(Uni<Agent> answer) {
    return answer
        .invoke(agent -> call.shows(AgentsResource.subject(agent)))
        .map(AgentPayload::from)
        .map(Data::of);
  }

  private static AgentId id(String agentId) {
    return new AgentId(DixaIds.inPath("agentId", agentId));
  }

  private static Filter filter(DixaPage page) {
    String email = page.filter("email");
    String phone = page.filter("phone");
    if (email != null && phone != null) {
      throw RequestRefused.badQuery("email and phone exclude each other");
    }
    if (email != null) {
      return new Filter.WithEmail(
          EmailAddress.parse(email).orElseThrow(() -> RequestRefused.badQuery("email")));
    }
    return phone == null
        ? new Filter.Everyone()
        : new Filter.WithPhone(DixaQuery.phone("phone", phone));
  }
}
