package dev.parley.rest.dixa.event;

import dev.parley.application.event.EventFeed;
import dev.parley.application.event.EventFeed.Extent;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.rest.dixa.DixaErrors;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a stream begins, while the answer can still have a status of its own: the stream
 * itself has sent its headers before anything is looked up.
 */
@Singleton
class Resuming {
  static final String HEADER = "Last-Event-ID";
  static final String QUERY = "lastEventId";

  private static final String BEGINNING = "parley.stream";
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  private final Call call;
  private final EventFeed feed;
  private final UnitOfWork unitOfWork;

  @Inject
  Resuming(Call call, EventFeed feed, UnitOfWork unitOfWork) {
    this.call = call;
    this.feed = feed;
    this.unitOfWork = unitOfWork;
  }

  /**
   * @param position after which the stream goes on
   * @param head how far the feed went when it was asked for
   */
  record Beginning(long position, long head) {}

  static Beginning of(ContainerRequestContext request) {
    if (request.getProperty(BEGINNING) instanceof Beginning beginning) {
      return beginning;
    }
    throw new IllegalStateException("the request did not come through the filter");
  }

  @Resumes
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 100)
  public Uni<Void> find(ContainerRequestContext request) {
    call.actor().require(Permission.CONVERSATIONS_READ);
    @Nullable Long after = after(request);
    return unitOfWork
        .inTransaction(call.actor().organization(), feed::extent)
        .invoke(extent -> request.setProperty(BEGINNING, beginning(after, extent)))
        .replaceWithVoid();
  }

  /** Browsers send the header when they come back; the first time it may be in the query. */
  private static @Nullable Long after(ContainerRequestContext request) {
    String header = request.getHeaderString(HEADER);
    if (header != null) {
      if (!POSITION.matcher(header).matches()) {
        throw RequestRefused.badHeader(HEADER);
      }
      return Long.valueOf(header);
    }
    String query = request.getUriInfo().getQueryParameters().getFirst(QUERY);
    if (query != null && !POSITION.matcher(query).matches()) {
      throw RequestRefused.badQuery(QUERY);
    }
    return query == null ? null : Long.valueOf(query);
  }

  private static Beginning beginning(@Nullable Long after, Extent extent) {
    if (after == null) {
      return new Beginning(extent.last(), extent.last());
    }
    if (after > extent.last()) {
      throw DixaErrors.badRequest("Invalid value for: last event id (no such event)");
    }
    if (!extent.goesOnFrom(after)) {
      throw DixaErrors.worded(
          410, "The events after this one are not kept any more; begin without a last event id");
    }
    return new Beginning(after, extent.last());
  }
}
