package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentAdministration;
import dev.parley.application.agent.AgentAdministration.NewAgent;
import dev.parley.application.agent.AgentDirectory.Filter;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaPage;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import dev.parley.rest.support.RestLimits;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  public Uni<Data<AgentPayload>> create(CreateAgent request) {
    return agents.create(call.actor(), request.toNewAgent()).map(AgentPayload::from).map(Data::of);
  }

  @GET
  @Path("{agentId}")
  @Operation(operationId = "getAgent", summary = "Get agent")
  public Uni<Data<AgentPayload>> get(@PathParam("agentId") String agentId) {
    AgentId id = new AgentId(DixaIds.inPath("agentId", agentId));
    return agents.get(call.actor(), id).map(AgentPayload::from).map(Data::of);
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
    return phone == null ? new Filter.Everyone() : new Filter.WithPhone(phone);
  }

  record CreateAgent(
      String displayName,
      String email,
      @Nullable String phoneNumber,
      @Nullable List<String> roles,
      @Nullable String availability) {
    CreateAgent {
      displayName = Required.text("displayName", displayName);
      email = Required.text("email", email);
    }

    NewAgent toNewAgent() {
      return new NewAgent(
          displayName,
          new EmailAddress(email.strip()),
          phoneNumber,
          (roles == null ? List.<String>of() : roles)
              .stream().map(AgentWords::role).collect(Collectors.toUnmodifiableSet()),
          availability == null ? Availability.WORKING : AgentWords.availability(availability));
    }
  }
}
