package dev.parley.bootstrap.work;

import dev.parley.application.anonymization.AnonymizationWork;
import dev.parley.application.attachment.RemoveOrphans;
import dev.parley.application.conversation.AssignmentWork;
import dev.parley.application.conversation.FollowUpWork;
import dev.parley.application.conversation.InboundWork;
import dev.parley.application.conversation.OutboundWork;
import dev.parley.application.event.EventStreams;
import dev.parley.application.event.PositionEvents;
import dev.parley.application.event.TrimEvents;
import dev.parley.application.idempotency.ForgetAnswers;
import dev.parley.application.search.EnterTerms;
import dev.parley.application.shared.Heartbeat;
import dev.parley.application.shared.Instances;
import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.application.webhook.FanOut;
import dev.parley.application.webhook.TidyDeliveries;
import dev.parley.application.webhook.WebhookWork;
import dev.parley.bootstrap.configuration.ParleyConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Starts the loops with the service and stops them with it. What an earlier run had claimed on the
 * embedded database is free before they start.
 */
@Singleton
final class BackgroundWork {
  private static final Logger LOG = Logger.getLogger(BackgroundWork.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** Together with the requests' time and the database's stop less than 30 s. */
  private static final Duration LAST_ROUND = Duration.ofSeconds(8);

  private final Instances instances;
  private final Heartbeat heartbeat;
  private final boolean alone;
  private final List<Loop> loops;
  private final Thread beginning =
      Thread.ofPlatform().daemon().name("work-begins").unstarted(this::begin);

  @Inject
  BackgroundWork(
      ParleyConfig config,
      Instances instances,
      Heartbeat heartbeat,
      Bells bells,
      InboundWork inbound,
      OutboundWork outbound,
      AssignmentWork assignment,
      AnonymizationWork anonymization,
      FollowUpWork followUps,
      PositionEvents events,
      TrimEvents oldEvents,
      EventStreams streams,
      FanOut fanOut,
      WebhookWork webhooks,
      TidyDeliveries oldDeliveries,
      ForgetAnswers answers,
      RemoveOrphans orphans,
      EnterTerms terms,
      MeasureBacklog backlog,
      MeterRegistry metrics) {
    this.instances = instances;
    this.heartbeat = heartbeat;
    // Only one process works on the embedded database; see its directory's lock.
    this.alone = config.databaseUrl().isEmpty();
    loops =
        List.of(
            new Loop(heartbeat, new Bell(), Heartbeat.PAUSE),
            new Loop(inbound, bells.of(Topic.INBOUND), Duration.ofMillis(500)),
            new Loop(outbound, bells.of(Topic.OUTBOUND), Duration.ofMillis(500)),
            new Loop(assignment, bells.of(Topic.ASSIGNMENT), Duration.ofSeconds(1)),
            new Loop(anonymization, bells.of(Topic.ANONYMIZATION), Duration.ofSeconds(1)),
            new Loop(followUps, new Bell(), Duration.ofSeconds(1)),
            new Loop(events, bells.of(Topic.EVENTS), Duration.ofMillis(500)),
            new Loop(oldEvents, new Bell(), Duration.ofHours(1)),
            new Loop(streams, bells.of(Topic.STREAMS), Duration.ofMillis(500)),
            new Loop(fanOut, bells.of(Topic.FAN_OUT), Duration.ofMillis(500)),
            new Loop(webhooks, bells.of(Topic.WEBHOOKS), Duration.ofMillis(500)),
            new Loop(oldDeliveries, new Bell(), Duration.ofHours(1)),
            new Loop(answers, new Bell(), Duration.ofHours(1)),
            new Loop(orphans, new Bell(), Duration.ofDays(1)),
            new Loop(terms, new Bell(), Duration.ofMillis(500)),
            new Loop(backlog, new Bell(), Duration.ofSeconds(10)));
    loops.forEach(loop -> show(loop, metrics));
  }

  private static void show(Loop loop, MeterRegistry metrics) {
    TimeGauge.builder("parley.work.round", loop, TimeUnit.MILLISECONDS, l -> l.inRound().toMillis())
        .description("How long the round has lasted that runs now, zero when none does")
        .tag("work", loop.name())
        .register(metrics);
  }

  void start(@Observes DoorsOpen event) {
    beginning.start();
  }

  private void begin() {
    try {
      while (!report()) {
        Thread.sleep(AFTER_FAILURE);
      }
      loops.forEach(Loop::start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The database may be away: the service is open and waits for it, as requests do. */
  private boolean report() {
    try {
      Uni<?> report = alone ? instances.reportAlone() : heartbeat.once();
      report.await().atMost(PATIENCE);
      return true;
    } catch (RuntimeException | Error e) {
      LOG.warnf("The background work cannot begin yet: %s", e);
      return false;
    }
  }

  /** What was sent is noted before the process ends, so that a restart sends nothing twice. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    beginning.interrupt();
    beginning.join();
    loops.forEach(Loop::stop);
    long end = System.nanoTime() + LAST_ROUND.toNanos();
    for (Loop loop : loops) {
      loop.awaitEnd(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }
}
