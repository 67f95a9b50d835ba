package dev.parley.rest.dixa.agent;

import dev.parley.application.agent.AgentAdministration;
import dev.parley.application.agent.ApiToken;
import dev.parley.domain.agent.AgentId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** API keys of an agent: an addition, Dixa makes its tokens by hand. */
@Path("/v1/agents/{agentId}/api-keys")
@Tag(name = "Agents")
class ApiKeyResource {
  private final AgentAdministration agents;
  private final Call call;

  ApiKeyResource(AgentAdministration agents, Call call) {
    this.agents = agents;
    this.call = call;
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createApiKey", summary = "Create API key; the token is shown this once")
  public Uni<Data<ApiKeyPayload>> create(@PathParam("agentId") String agentId) {
    return agents.issueKey(call.actor(), id(agentId)).map(ApiKeyPayload::from).map(Data::of);
  }

  @DELETE
  @Path("{apiKey}")
  @Operation(operationId = "revokeApiKey", summary = "Revoke API key")
  public Uni<Void> revoke(
      @PathParam("agentId") String agentId, @PathParam("apiKey") String apiKey) {
    return agents.revokeKey(call.actor(), id(agentId), ApiToken.keyIdOf(apiKey));
  }

  private static AgentId id(String text) {
    return new AgentId(DixaIds.inPath("agentId", text));
  }

  /** The one time that the secret is shown, whole and in the two parts other dialects send. */
  @Schema(
      name = "ApiKey",
      examples =
          """
          {"token": "prl_0123456789ABCDEF_…", "apiKey": "prl_0123456789ABCDEF", "apiSecret": "…"}""")
  record ApiKeyPayload(String token, String apiKey, String apiSecret) {
    static ApiKeyPayload from(ApiToken token) {
      return new ApiKeyPayload(token.text(), token.apiKey(), token.secret());
    }

    @Override
    public String toString() {
      return "ApiKeyPayload[" + apiKey + "]";
    }
  }
}
