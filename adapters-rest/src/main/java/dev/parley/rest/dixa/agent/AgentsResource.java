package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentAdministration;
import dev.parley.application.agent.AgentAdministration.Update;
import dev.parley.application.agent.AgentChange;
import dev.parley.application.idempotency.Subject;
import dev.parley.application.shared.Outcome;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.contact.ContactId;
import dev.parley.rest.dixa.BulkOutcome;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Several agents at once, each standing for itself. Changes are bare lists, unlike end users'. */
@Path("/v1/agents")
@Tag(name = "Agents")
class AgentsResource {
  private final AgentAdministration agents;
  private final Call call;

  AgentsResource(AgentAdministration agents, Call call) {
    this.agents = agents;
    this.call = call;
  }

  /** An agent may become an end user, whose personal data can be removed. */
  static Subject subject(Agent agent) {
    return Subject.contact(new ContactId(agent.id().value()));
  }

  @RegisterForReflection
  @Schema(name = "CreateAgentsInput")
  record CreateAgents(@Schema(maxItems = Outcome.MOST) List<NewAgent> data) {
    CreateAgents {
      data = Required.elements("data", Required.field("data", data));
    }
  }

  @POST
  @Path("bulk")
  @ResponseStatus(201)
  @Operation(operationId = "createAgents", summary = "Create agents")
  public Uni<Data<List<BulkOutcome<AgentPayload>>>> create(CreateAgents request) {
    List<AgentChange> wanted = request.data().stream().map(NewAgent::toChange).toList();
    return agents.createAll(call.actor(), wanted).map(outcomes -> answer(outcomes, _ -> null));
  }

  @PUT
  @Operation(
      operationId = "replaceAgents",
      summary = "Update agents",
      description = "Fields that are absent are cleared, but email, roles and availability stay.")
  public Uni<Data<List<BulkOutcome<AgentPayload>>>> replace(List<AgentReplacementOf> request) {
    return change(elements(request, AgentReplacementOf::toUpdate));
  }

  @PATCH
  @Operation(
      operationId = "patchAgents",
      summary = "Patch agents",
      description = "Fields that are absent stay as they are, fields that are null are cleared.")
  public Uni<Data<List<BulkOutcome<AgentPayload>>>> patch(List<AgentPatchOf> request) {
    return change(elements(request, AgentPatchOf::toUpdate));
  }

  private static <T> List<Update> elements(List<T> request, Function<T, Update> meaning) {
    return Required.elements("data", request).stream().map(meaning).toList();
  }

  private Uni<Data<List<BulkOutcome<AgentPayload>>>> change(List<Update> updates) {
    return agents
        .changeAll(call.actor(), updates)
        .map(outcomes -> answer(outcomes, i -> updates.get(i).agent().value()));
  }

  private Data<List<BulkOutcome<AgentPayload>>> answer(
      List<Outcome<Agent>> outcomes, Function<Integer, @Nullable UUID> named) {
    return Data.of(
        IntStream.range(0, outcomes.size())
            .mapToObj(i -> BulkOutcome.of(named.apply(i), outcomes.get(i), this::shown))
            .toList());
  }

  private AgentPayload shown(Agent agent) {
    call.shows(subject(agent));
    return AgentPayload.from(agent);
  }
}
