package dev.parley.rest.dixa.event;

import dev.parley.application.event.Event;
import dev.parley.application.event.EventReader;
import dev.parley.application.event.EventStreams;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.rest.dixa.event.Resuming.Beginning;
import dev.parley.rest.support.Call;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events of the token's organization as they happen: an addition. */
@Path("/v1/events")
@Tag(name = "Events")
class EventStreamResource {
  private final Call call;
  private final EventStreams streams;
  private final EventReader events;
  private final UnitOfWork unitOfWork;
  private final DixaEvents form;

  EventStreamResource(
      Call call, EventStreams streams, EventReader events, UnitOfWork unitOfWork, DixaEvents form) {
    this.call = call;
    this.streams = streams;
    this.events = events;
    this.unitOfWork = unitOfWork;
    this.form = form;
  }

  @GET
  @Resumes
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "streamEvents",
      summary = "Stream events as they happen, without end; data is what a webhook receives")
  @Parameter(
      name = Resuming.HEADER,
      in = ParameterIn.HEADER,
      description = "Goes on after this event; without it the stream begins now.",
      schema = @Schema(implementation = Long.class))
  @Parameter(
      name = Resuming.QUERY,
      in = ParameterIn.QUERY,
      description = "As the header, which outranks it.",
      schema = @Schema(implementation = Long.class))
  @APIResponse(
      responseCode = "200",
      description = "Server-sent events; the id is the place in the feed",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = EventPayload.class)))
  @APIResponse(responseCode = "410", description = "What follows the last event id is not kept")
  public Multi<OutboundSseEvent> stream(
      @Context ContainerRequestContext request, @Context Sse sse) {
    Beginning beginning = Resuming.of(request);
    EventStreams.Stream stream =
        streams.open(call.actor().organization(), call.keyId(), beginning.head());
    return new Followed(stream, beginning.position(), this::read, sse, form).items();
  }

  private Uni<List<Event>> read(EventStreams.Stream stream, long position, int most) {
    return unitOfWork.inTransaction(stream.organization(), tx -> events.after(tx, position, most));
  }
}
