package dev.parley.rest.dixa.channel;

import dev.parley.application.channel.ContactEndpointAdministration;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaChannel;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ways by which conversations of a channel come in. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
class FlowResource {
  private static final Set<DixaChannel> WITHOUT = Set.of(DixaChannel.SMS, DixaChannel.TWITTER);

  private final Call call;
  private final ContactEndpointAdministration endpoints;

  FlowResource(Call call, ContactEndpointAdministration endpoints) {
    this.call = call;
    this.endpoints = endpoints;
  }

  @GET
  @Path("flows")
  @Operation(
      operationId = "listFlows",
      summary = "List the flows of a channel, of PstnPhone when none is named")
  public Uni<Data<List<FlowPayload>>> list(@QueryParam("channel") @Nullable String word) {
    DixaChannel channel = channel(word);
    return endpoints
        .list(call.actor(), Optional.of(channel.channel().carrier()))
        .map(
            found ->
                Data.of(
                    found.stream()
                        .filter(endpoint -> FlowPayload.leads(endpoint, channel))
                        .map(endpoint -> FlowPayload.from(endpoint, channel))
                        .toList()));
  }

  private static DixaChannel channel(@Nullable String word) {
    return word == null
        ? DixaChannel.PSTN_PHONE
        : DixaChannel.ofWord(word)
            .filter(channel -> !WITHOUT.contains(channel))
            .orElseThrow(() -> RequestRefused.badQuery("channel"));
  }
}
