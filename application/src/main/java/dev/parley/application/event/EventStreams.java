package dev.parley.application.event;

import dev.parley.application.agent.KeysInForce;
import dev.parley.application.shared.Work;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who follow feeds when they go on. One look per round serves all of them, however many
 * they are; each reads its own pages when it is told and has room.
 */
public final class EventStreams implements Work {
  /** How often keys are looked at; a revoked one is to be noticed within a second or so. */
  private static final Duration KEYS_EVERY = Duration.ofMillis(500);

  private final EventFeed feed;
  private final KeysInForce keys;
  private final InstantSource clock;
  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;
  private volatile Instant keysSeen = Instant.EPOCH;

  public EventStreams(EventFeed feed, KeysInForce keys, InstantSource clock) {
    this.feed = feed;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Somebody follows a feed.
   *
   * @param keyId whose end is the stream's, too
   * @param head a position that is known to be given
   */
  public Stream open(OrganizationId organization, String keyId, long head) {
    Stream stream = new Stream(organization, keyId, head);
    streams.add(stream);
    if (ending) {
      stream.end();
    }
    return stream;
  }

  /** How many follow a feed on this instance. */
  public int size() {
    return streams.size();
  }

  /** Ends all streams, those to come too: the process stops. */
  public void end() {
    ending = true;
    streams.forEach(Stream::end);
  }

  @Override
  public String name() {
    return "event-streams";
  }

  @Override
  public Uni<Integer> once() {
    if (streams.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return feed.heads(streams.stream().map(Stream::organization).collect(Collectors.toSet()))
        .invoke(this::tell)
        .chain(this::lookAtKeys)
        .replaceWith(0);
  }

  private void tell(Map<OrganizationId, Long> heads) {
    streams.forEach(stream -> stream.goesOn(heads.getOrDefault(stream.organization(), 0L)));
  }

  private Uni<Void> lookAtKeys() {
    Instant now = clock.instant();
    if (now.isBefore(keysSeen.plus(KEYS_EVERY))) {
      return Uni.createFrom().voidItem();
    }
    keysSeen = now;
    return keys.among(streams.stream().map(Stream::keyId).collect(Collectors.toSet()))
        .invoke(this::endOthers)
        .replaceWithVoid();
  }

  private void endOthers(Set<String> inForce) {
    streams.stream().filter(stream -> !inForce.contains(stream.keyId())).forEach(Stream::end);
  }

  /** One who follows a feed. */
  public final class Stream {
    private final OrganizationId organization;
    private final String keyId;
    private final AtomicReference<@Nullable Waiting> waiting = new AtomicReference<>();
    private volatile long head;
    private volatile boolean ended;

    private Stream(OrganizationId organization, String keyId, long head) {
      this.organization = organization;
      this.keyId = keyId;
      this.head = head;
    }

    public OrganizationId organization() {
      return organization;
    }

    String keyId() {
      return keyId;
    }

    /**
     * Waits until there is something after a position.
     *
     * @return whether there is; false when the stream is to end
     */
    public Uni<Boolean> beyond(long position) {
      return Uni.createFrom()
          .emitter(
              emitter -> {
                Waiting one = new Waiting(position, emitter);
                waiting.set(one);
                // The next wait may have begun before this one is over.
                emitter.onTermination(() -> waiting.compareAndSet(one, null));
                look();
              });
    }

    /** Nobody follows any more. */
    public void close() {
      streams.remove(this);
    }

    private void goesOn(long newHead) {
      if (newHead > head) {
        head = newHead;
        look();
      }
    }

    private void end() {
      ended = true;
      look();
    }

    private void look() {
      Waiting one = waiting.get();
      if (one != null && (ended || head > one.position())) {
        one.emitter().complete(!ended);
      }
    }
  }

  private record Waiting(long position, UniEmitter<? super Boolean> emitter) {}
}
