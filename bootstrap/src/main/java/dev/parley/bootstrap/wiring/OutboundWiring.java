package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.Senders;
import dev.parley.application.conversation.AssignmentWork;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.conversation.Deliveries;
import dev.parley.application.conversation.OutboundWork;
import dev.parley.application.conversation.WaitingConversations;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.WorkLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

class OutboundWiring {
  /** Quick at first, since most trouble is short; hourly in the end, as mail servers do. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  @Produces
  @Singleton
  OutboundWork outbound(
      Deliveries deliveries,
      Conversations conversations,
      ContactEndpoints endpoints,
      UnitOfWork unitOfWork,
      Blobs blobs,
      Senders senders,
      @Blocking Executor blocking,
      InstantSource clock,
      WorkLog log) {
    return new OutboundWork(
        deliveries,
        conversations,
        endpoints,
        unitOfWork,
        blobs,
        senders,
        blocking,
        clock,
        new Backoff(PAUSES, new SecureRandom()),
        log);
  }

  @Produces
  @Singleton
  AssignmentWork assignment(
      WaitingConversations waiting,
      Conversations conversations,
      UnitOfWork unitOfWork,
      InstantSource clock,
      WorkLog log) {
    return new AssignmentWork(waiting, conversations, unitOfWork, clock, log);
  }
}
