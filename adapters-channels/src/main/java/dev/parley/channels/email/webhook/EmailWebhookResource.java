package dev.parley.channels.email.webhook;

import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.ContactEndpoints.Located;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.shared.IdSource;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes raw mails from a server of the operator's. The mail is ours once the answer is 2xx, and not
 * before it is stored.
 */
@Path("/channels/email")
class EmailWebhookResource {
  private static final String RETRY_SECONDS = "30";

  private final ContactEndpoints endpoints;
  private final Inbox inbox;
  private final IdSource ids;
  private final InstantSource clock;

  EmailWebhookResource(ContactEndpoints endpoints, Inbox inbox, IdSource ids, InstantSource clock) {
    this.endpoints = endpoints;
    this.inbox = inbox;
    this.ids = ids;
    this.clock = clock;
  }

  @POST
  @Path("/{endpointId}")
  @Consumes("message/rfc822")
  public Uni<Response> receive(
      @PathParam("endpointId") String endpointId,
      @HeaderParam("webhook-id") @Nullable String id,
      @HeaderParam("webhook-timestamp") @Nullable String timestamp,
      @HeaderParam("webhook-signature") @Nullable String signatures,
      byte[] mail) {
    if (id == null || timestamp == null || signatures == null) {
      return Uni.createFrom().item(Response.status(401).build());
    }
    Call call = new Call(id, timestamp, signatures, mail);
    return locate(endpointId)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Response.status(404).build())
                    : accept(found.get(), call))
        .onFailure(DomainException.class)
        .recoverWithItem(() -> Response.status(503).header("Retry-After", RETRY_SECONDS).build());
  }

  private record Call(String id, String timestamp, String signatures, byte[] mail) {}

  private Uni<Optional<Located>> locate(String endpointId) {
    try {
      return endpoints
          .locate(new ContactEndpointId(UUID.fromString(endpointId)))
          .map(found -> found.filter(it -> it.endpoint().channel().equals(Channel.EMAIL)));
    } catch (IllegalArgumentException notAnId) {
      return Uni.createFrom().item(Optional.empty());
    }
  }

  private Uni<Response> accept(Located located, Call call) {
    Secret secret = located.endpoint().secrets().get("secret");
    boolean signed =
        secret != null
            && WebhookSignature.isValid(
                secret.value(),
                call.id(),
                call.timestamp(),
                call.signatures(),
                call.mail(),
                clock.instant());
    if (!signed) {
      return Uni.createFrom().item(Response.status(401).build());
    }
    return inbox
        .accept(
            new RawInbound(
                ids.next(),
                located.organization(),
                located.endpoint().id(),
                Channel.EMAIL,
                "webhook:" + call.id(),
                call.mail(),
                clock.instant(),
                null))
        .map(isNew -> Response.status(isNew ? 202 : 200).build());
  }
}
