package dev.parley.bootstrap.work;

import dev.parley.application.anonymization.AnonymizationWork;
import dev.parley.application.attachment.RemoveOrphans;
import dev.parley.application.conversation.AssignmentWork;
import dev.parley.application.conversation.InboundWork;
import dev.parley.application.conversation.OutboundWork;
import dev.parley.application.idempotency.ForgetAnswers;
import dev.parley.application.shared.Wakeups.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Starts the loops with the service and stops them with it. */
@Singleton
final class BackgroundWork {
  private final List<Loop> loops;

  @Inject
  BackgroundWork(
      Bells bells,
      InboundWork inbound,
      OutboundWork outbound,
      AssignmentWork assignment,
      AnonymizationWork anonymization,
      ForgetAnswers answers,
      RemoveOrphans orphans,
      MeasureBacklog backlog) {
    loops =
        List.of(
            new Loop(inbound, bells.of(Topic.INBOUND), Duration.ofMillis(500)),
            new Loop(outbound, bells.of(Topic.OUTBOUND), Duration.ofMillis(500)),
            new Loop(assignment, bells.of(Topic.ASSIGNMENT), Duration.ofSeconds(1)),
            new Loop(anonymization, bells.of(Topic.ANONYMIZATION), Duration.ofSeconds(1)),
            new Loop(answers, new Bell(), Duration.ofHours(1)),
            new Loop(orphans, new Bell(), Duration.ofDays(1)),
            new Loop(backlog, new Bell(), Duration.ofSeconds(10)));
  }

  void start(@Observes StartupEvent event) {
    loops.forEach(Loop::start);
  }

  void stop(@Observes ShutdownEvent event) {
    loops.forEach(Loop::stop);
  }
}
