package dev.parley.persistence.channel;

import dev.parley.application.channel.InboundLoad;
import dev.parley.persistence.support.PgUnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts what waits in the inbox, at most once a second and never beyond the limit. Whoever asks
 * gets the last count without waiting.
 */
public final class PgInboundLoad implements InboundLoad {
  private static final Duration COUNT_EVERY = Duration.ofSeconds(1);

  private final PgUnitOfWork unitOfWork;
  private final InstantSource clock;
  private final int limit;
  private final AtomicReference<@Nullable Instant> counted = new AtomicReference<>();
  private volatile boolean tooHigh;

  /**
   * @param limit items that wait, of all organizations; from there on the load is too high
   */
  public PgInboundLoad(PgUnitOfWork unitOfWork, InstantSource clock, int limit) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public boolean isTooHigh() {
    Instant now = clock.instant();
    Instant last = counted.get();
    boolean due = last == null || !now.isBefore(last.plus(COUNT_EVERY));
    if (due && counted.compareAndSet(last, now)) {
      count();
    }
    return tooHigh;
  }

  /** A store that does not answer is found out by whoever wants to store something. */
  private void count() {
    unitOfWork
        .acrossOrganizations("select waiting_inbound($1)", limit)
        .subscribe()
        .with(
            rows -> tooHigh = rows.iterator().next().getInteger(0) >= limit, _ -> tooHigh = false);
  }
}
