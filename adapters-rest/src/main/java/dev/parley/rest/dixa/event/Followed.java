package dev.parley.rest.dixa.event;

import dev.parley.application.event.Event;
import dev.parley.application.event.EventStreams.Stream;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * One client's stream: a page of events is read when there is something to read and the client has
 * taken the page before, so that a slow one costs no more memory than a quick one.
 */
final class Followed {
  private static final Logger LOG = Logger.getLogger(Followed.class);
  private static final int PAGE = 20;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final long RECONNECT_MILLIS = 1000;

  private final Stream stream;
  private final Reader reader;
  private final Sse sse;
  private final DixaEvents form;
  private volatile long position;
  private volatile boolean begun;

  /** Reads what follows a position. */
  @FunctionalInterface
  interface Reader {
    Uni<List<Event>> read(Stream stream, long position, int most);
  }

  Followed(Stream stream, long position, Reader reader, Sse sse, DixaEvents form) {
    this.stream = stream;
    this.position = position;
    this.reader = reader;
    this.sse = sse;
    this.form = form;
  }

  /** What to send at once; an end is the last of a stream. */
  private record Page(List<OutboundSseEvent> events, boolean isEnd) {
    static final Page END = new Page(List.of(), true);
  }

  /** Ends with the stream, and when something breaks: the client comes back to where it was. */
  Multi<OutboundSseEvent> items() {
    return Multi.createBy()
        .repeating()
        .uni(this::next)
        .whilst(page -> !page.isEnd())
        .onItem()
        .transformToIterable(Page::events)
        .onTermination()
        .invoke(stream::close);
  }

  private Uni<Page> next() {
    if (!begun) {
      begun = true;
      return Uni.createFrom().item(new Page(List.of(beginning()), false));
    }
    return stream
        .beyond(position)
        .map(goesOn -> goesOn ? News.SOME : News.END)
        .ifNoItem()
        .after(HEARTBEAT)
        .recoverWithItem(News.NONE)
        .chain(this::page)
        .onFailure()
        .invoke(failure -> LOG.warnf("A stream of events ends: %s", failure.getClass().getName()))
        .onFailure()
        .recoverWithItem(Page.END);
  }

  private enum News {
    SOME,
    NONE,
    END
  }

  private Uni<Page> page(News news) {
    return switch (news) {
      case SOME -> reader.read(stream, position, PAGE).map(this::page);
      case NONE -> Uni.createFrom().item(new Page(List.of(heartbeat()), false));
      case END -> Uni.createFrom().item(Page.END);
    };
  }

  /** Places have no gaps: where one is missing the client was away for too long. */
  private Page page(List<Event> events) {
    List<OutboundSseEvent> sent = new ArrayList<>(events.size());
    for (Event event : events) {
      if (event.position() != position + 1) {
        return Page.END;
      }
      position = event.position();
      sent.add(
          sse.newEventBuilder()
              .id(Long.toString(position))
              .data(String.class, new String(form.render(event), StandardCharsets.UTF_8))
              .build());
    }
    return new Page(sent, false);
  }

  /** Tells where the stream begins, so that it can be resumed before anything has happened. */
  private OutboundSseEvent beginning() {
    return sse.newEventBuilder()
        .comment("events of this organization")
        .id(Long.toString(position))
        .reconnectDelay(RECONNECT_MILLIS)
        .build();
  }

  private OutboundSseEvent heartbeat() {
    return sse.newEventBuilder().comment("").build();
  }
}
