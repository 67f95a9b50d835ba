package dev.parley.application.webhook;

import dev.parley.application.event.TrimEvents;
import dev.parley.application.shared.Work;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Gives up deliveries that waited too long, and forgets those that are over. */
public final class TidyDeliveries implements Work {
  private static final int BATCH = 10_000;

  /** A delivery in hand gives up by itself. */
  private static final Duration GRACE = Duration.ofHours(1);

  private final WebhookDeliveries deliveries;
  private final InstantSource clock;

  public TidyDeliveries(WebhookDeliveries deliveries, InstantSource clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook-tidy";
  }

  @Override
  public Uni<Integer> once() {
    Instant now = clock.instant();
    return deliveries
        .tidy(now.minus(WebhookWork.PATIENCE).minus(GRACE), now.minus(TrimEvents.KEPT), BATCH)
        .map(Long::intValue);
  }
}
