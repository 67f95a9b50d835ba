package dev.parley.bootstrap.work;

import dev.parley.application.shared.Backlog;
import dev.parley.application.shared.Backlog.Waiting;
import dev.parley.application.shared.Work;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows how much work waits. What has been seen once is shown as zero when it is done. */
@Singleton
final class MeasureBacklog implements Work {
  private static final int MILLIS = 1000;

  private final Backlog backlog;
  private final InstantSource clock;
  private final Map<MultiGauge, ToDoubleFunction<Waiting>> gauges;
  private final Map<Tags, Waiting> seen = new HashMap<>();

  @Inject
  MeasureBacklog(Backlog backlog, InstantSource clock, MeterRegistry metrics) {
    this.backlog = backlog;
    this.clock = clock;
    this.gauges =
        Map.of(
            gauge("waiting", "Pieces of work to be done", null, metrics),
            Waiting::waiting,
            gauge("parked", "Pieces of work that were given up and need a look", null, metrics),
            Waiting::parked,
            gauge("oldest", "How long the oldest piece has been waiting", "seconds", metrics),
            waiting -> (double) waiting.oldest().toMillis() / MILLIS,
            gauge("attempts", "How often the most difficult piece was tried", null, metrics),
            Waiting::attempts);
  }

  private static MultiGauge gauge(
      String name, String meaning, @Nullable String unit, MeterRegistry metrics) {
    return MultiGauge.builder("parley.backlog." + name)
        .description(meaning)
        .baseUnit(unit)
        .register(metrics);
  }

  @Override
  public String name() {
    return "backlog";
  }

  @Override
  public Uni<Integer> once() {
    return backlog.at(clock.instant()).invoke(this::show).replaceWith(0);
  }

  private void show(List<Waiting> now) {
    seen.replaceAll((tags, old) -> new Waiting(old.work(), old.channel(), 0, 0, Duration.ZERO, 0));
    now.forEach(
        waiting ->
            seen.put(Tags.of("work", waiting.work(), "channel", waiting.channel()), waiting));
    gauges.forEach((gauge, value) -> gauge.register(rows(value), true));
  }

  private List<MultiGauge.Row<?>> rows(ToDoubleFunction<Waiting> value) {
    return seen.entrySet().stream()
        .<MultiGauge.Row<?>>map(
            each -> MultiGauge.Row.of(each.getKey(), value.applyAsDouble(each.getValue())))
        .toList();
  }
}
