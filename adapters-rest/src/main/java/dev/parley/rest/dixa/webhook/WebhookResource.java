package dev.parley.rest.dixa.webhook;

import dev.parley.application.webhook.WebhookAdministration;
import dev.parley.domain.webhook.WebhookId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.event.EventWords;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/webhooks")
@Tag(name = "Webhooks")
class WebhookResource {
  private static final int LOGGED = 50;

  private final WebhookAdministration webhooks;
  private final Call call;

  WebhookResource(WebhookAdministration webhooks, Call call) {
    this.webhooks = webhooks;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listWebhooks", summary = "List webhook subscriptions")
  public Uni<Data<List<WebhookPayload>>> list() {
    return webhooks
        .list(call.actor())
        .map(all -> Data.of(all.stream().map(WebhookPayload::from).toList()));
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createWebhook", summary = "Subscribe to events; they come from now on")
  public Uni<Data<WebhookPayload>> create(WebhookRequests.Create request) {
    return webhooks
        .create(call.actor(), request.toWanted())
        .map(WebhookPayload::from)
        .map(Data::of);
  }

  @GET
  @Path("{webhookId}")
  @Operation(operationId = "getWebhook", summary = "Get webhook subscription")
  public Uni<Data<WebhookPayload>> get(@PathParam("webhookId") String id) {
    return webhooks.get(call.actor(), id(id)).map(WebhookPayload::from).map(Data::of);
  }

  @PATCH
  @Path("{webhookId}")
  @Operation(
      operationId = "patchWebhook",
      summary = "Change webhook subscription; once enabled again, events come from then on")
  public Uni<Data<WebhookPayload>> change(
      @PathParam("webhookId") String id, WebhookRequests.Changes request) {
    return webhooks
        .change(call.actor(), id(id), request.toChange())
        .map(WebhookPayload::from)
        .map(Data::of);
  }

  @DELETE
  @Path("{webhookId}")
  @Operation(operationId = "deleteWebhook", summary = "Delete webhook subscription with its log")
  public Uni<Void> delete(@PathParam("webhookId") String id) {
    return webhooks.delete(call.actor(), id(id));
  }

  @POST
  @Path("{webhookId}/rotate-secret")
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Replace the secret key; for 24 hours the former one signs too")
  public Uni<Data<WebhookPayload>> rotate(@PathParam("webhookId") String id) {
    return webhooks.rotateKey(call.actor(), id(id)).map(WebhookPayload::from).map(Data::of);
  }

  @GET
  @Path("{webhookId}/delivery-status")
  @Operation(
      operationId = "listWebhookDeliveryStatuses",
      summary = "Show how the last delivery of each subscribed event went")
  public Uni<Data<List<DeliveryPayload.OfEvent>>> statuses(@PathParam("webhookId") String id) {
    return webhooks
        .statuses(call.actor(), id(id))
        .map(statuses -> Data.of(DeliveryPayload.OfEvent.all(statuses)));
  }

  @GET
  @Path("{webhookId}/delivery-status/logs/{event}")
  @Operation(
      operationId = "listWebhookDeliveryLogs",
      summary = "List the latest deliveries of an event, latest first")
  public Uni<Data<List<DeliveryPayload.Entry>>> logs(
      @PathParam("webhookId") String id, @PathParam("event") String event) {
    return webhooks
        .tries(
            call.actor(),
            id(id),
            EventWords.type(event).orElseThrow(() -> RequestRefused.badPath("event")),
            LOGGED)
        .map(tried -> Data.of(tried.stream().map(DeliveryPayload.Entry::from).toList()));
  }

  @POST
  @Path("{webhookId}/deliveries/{deliveryId}/replay")
  @ResponseStatus(202)
  @Operation(
      operationId = "replayWebhookDelivery",
      summary = "Deliver an event once more, under its own event id")
  public Uni<Data<Replayed>> replay(
      @PathParam("webhookId") String id, @PathParam("deliveryId") String delivery) {
    return webhooks
        .replay(call.actor(), id(id), DixaIds.inPath("deliveryId", delivery))
        .map(Replayed::new)
        .map(Data::of);
  }

  /** The new delivery. */
  @Schema(
      name = "ReplayedDelivery",
      examples = "{\"deliveryId\": \"019ac1a2-0000-7000-8000-000000000003\"}")
  record Replayed(UUID deliveryId) {}

  private static WebhookId id(String text) {
    return new WebhookId(DixaIds.inPath("webhookId", text));
  }
}
