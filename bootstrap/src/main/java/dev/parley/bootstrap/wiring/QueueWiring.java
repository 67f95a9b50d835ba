package dev.parley.bootstrap.wiring;

import dev.parley.application.queue.QueueAdministration;
import dev.parley.application.queue.QueueDirectory;
import dev.parley.application.queue.QueueQueries;
import dev.parley.application.queue.Queues;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Wakeups;
import dev.parley.persistence.queue.PanacheQueueDirectory;
import dev.parley.persistence.queue.PgQueueQueries;
import dev.parley.persistence.queue.PgQueues;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.RowTransactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class QueueWiring {
  @Produces
  @Singleton
  Queues queues() {
    return new PgQueues();
  }

  @Produces
  @Singleton
  QueueDirectory directory(RowTransactions transactions, PgUnitOfWork unitOfWork) {
    return new PanacheQueueDirectory(transactions, unitOfWork);
  }

  @Produces
  @Singleton
  QueueAdministration administration(
      QueueDirectory queues, IdSource ids, InstantSource clock, Wakeups wakeups) {
    return new QueueAdministration(queues, ids, clock, wakeups);
  }

  @Produces
  @Singleton
  QueueQueries queries(PgUnitOfWork unitOfWork) {
    return new PgQueueQueries(unitOfWork);
  }
}
