package dev.parley.channels.support;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.stream.Collectors;

/** The addresses that providers post to. Every answer but a handshake's is a bare status. */
@Path("/channels/{channel}/{endpointId}")
class ChannelWebhookResource {
  /** In seconds. */
  private static final int COME_AGAIN_IN = 30;

  private final WebhookDoor door;

  ChannelWebhookResource(WebhookDoor door) {
    this.door = door;
  }

  @POST
  public Uni<Response> post(
      @PathParam("channel") String channel,
      @PathParam("endpointId") String endpointId,
      @Context HttpHeaders headers,
      byte[] body) {
    Map<String, String> first =
        headers.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst(), (a, _) -> a));
    return door.post(channel, endpointId, new WebhookRequest(first, body))
        .map(ChannelWebhookResource::response);
  }

  @GET
  public Uni<Response> handshake(
      @PathParam("channel") String channel,
      @PathParam("endpointId") String endpointId,
      @Context UriInfo uri) {
    Map<String, String> query =
        uri.getQueryParameters().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
    return door.handshake(channel, endpointId, query)
        .map(
            answer ->
                answer
                    .map(text -> Response.ok(text, MediaType.TEXT_PLAIN_TYPE).build())
                    .orElseGet(() -> Response.status(Response.Status.FORBIDDEN).build()));
  }

  private static Response response(WebhookDoor.Answer answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    return answer == WebhookDoor.Answer.LATER
        ? response.header(HttpHeaders.RETRY_AFTER, COME_AGAIN_IN).build()
        : response.build();
  }
}
