package dev.parley.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Keeps this instance known as living, and takes the claims of dead ones from them. */
public final class Heartbeat implements Work {
  /** How often a round is due. */
  public static final Duration PAUSE = Duration.ofSeconds(5);

  /** Longer than a pause of the machine or a slow database should last. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Instances instances;

  public Heartbeat(Instances instances) {
    this.instances = instances;
  }

  @Override
  public String name() {
    return "heartbeat";
  }

  @Override
  public Uni<Integer> once() {
    return instances.report(PATIENCE).replaceWith(0);
  }
}
