package dev.parley.bootstrap.wiring;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.application.shared.Aside;
import dev.parley.application.shared.Backlog;
import dev.parley.application.shared.Heartbeat;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.Instances;
import dev.parley.application.shared.Wakeups;
import dev.parley.persistence.support.PgBacklog;
import dev.parley.persistence.support.PgInstances;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.RowTransactions;
import dev.parley.persistence.support.ServicePool;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;

class SharedWiring {
  /** Whole milliseconds: what is stored reads back the same, and so do the dialects' times. */
  @Produces
  @Singleton
  InstantSource clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  IdSource ids() {
    return UuidCreator::getTimeOrderedEpoch;
  }

  @Produces
  @Singleton
  InstanceId self(IdSource ids) {
    return new InstanceId(ids.next());
  }

  @Produces
  @Singleton
  Instances instances(PgUnitOfWork unitOfWork, InstanceId self) {
    return new PgInstances(unitOfWork, self);
  }

  @Produces
  @Singleton
  Heartbeat heartbeat(Instances instances) {
    return new Heartbeat(instances);
  }

  @Produces
  @Singleton
  PgPoolCreator pool() {
    return new ServicePool();
  }

  @Produces
  @Singleton
  PgUnitOfWork unitOfWork(Pool pool, Wakeups wakeups) {
    return new PgUnitOfWork(pool, () -> wakeups.wake(Wakeups.Topic.EVENTS));
  }

  @Produces
  @Singleton
  Backlog backlog(PgUnitOfWork unitOfWork) {
    return new PgBacklog(unitOfWork);
  }

  @Produces
  @Singleton
  RowTransactions rowTransactions(Vertx vertx) {
    return new RowTransactions(vertx);
  }

  @Produces
  @Singleton
  @Blocking
  Executor blocking() {
    return BlockingThreads.executor();
  }

  @Produces
  @Singleton
  Aside aside(@Blocking Executor blocking) {
    return piece -> blocking.execute(() -> piece.get().await().indefinitely());
  }
}
