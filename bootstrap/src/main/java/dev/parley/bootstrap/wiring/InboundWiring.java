package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.InboundParser;
import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.conversation.Deliveries;
import dev.parley.application.conversation.InboundWork;
import dev.parley.application.conversation.ReceiveEvent;
import dev.parley.application.conversation.ReceiveEventHandler;
import dev.parley.application.queue.Queues;
import dev.parley.application.shared.Aside;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.application.shared.WorkLog;
import dev.parley.bootstrap.configuration.ParleyConfig;
import dev.parley.persistence.channel.PgArrivals;
import dev.parley.persistence.support.PgUnitOfWork;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

class InboundWiring {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2));

  @Produces
  @Singleton
  PgArrivals arrivals(PgUnitOfWork unitOfWork, Blobs blobs, Wakeups wakeups, InstanceId self) {
    return new PgArrivals(unitOfWork, blobs, wakeups, self);
  }

  @Produces
  @Singleton
  ReceiveEvent receive(
      UnitOfWork unitOfWork,
      Arrivals arrivals,
      Conversations conversations,
      Deliveries deliveries,
      Contacts contacts,
      Queues queues,
      StoreFiles files,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    return new ReceiveEventHandler(
        unitOfWork,
        arrivals,
        conversations,
        deliveries,
        contacts,
        queues,
        files,
        ids,
        clock,
        wakeups);
  }

  @Produces
  @Singleton
  InboundWork work(
      ParleyConfig config,
      Arrivals arrivals,
      ContactEndpoints endpoints,
      @All List<InboundParser> parsers,
      ReceiveEvent receive,
      @Blocking Executor blocking,
      Aside aside,
      InstantSource clock,
      WorkLog log) {
    return new InboundWork(
        arrivals,
        endpoints,
        parsers,
        receive,
        blocking,
        aside,
        clock,
        new Backoff(PAUSES, new SecureRandom()),
        log,
        atOnce(config.databaseConnections()));
  }

  /** Leaves most connections to requests. */
  private static int atOnce(int connections) {
    return Math.max(1, connections * 2 / 5);
  }
}
