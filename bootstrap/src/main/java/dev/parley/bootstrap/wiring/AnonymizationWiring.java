package dev.parley.bootstrap.wiring;

import dev.parley.application.anonymization.AnonymizationRequests;
import dev.parley.application.anonymization.AnonymizationWork;
import dev.parley.application.anonymization.PersonalData;
import dev.parley.application.anonymization.RequestAnonymization;
import dev.parley.application.anonymization.RequestAnonymizationHandler;
import dev.parley.application.attachment.Blobs;
import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.conversation.Deliveries;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.application.shared.WorkLog;
import dev.parley.persistence.anonymization.PgAnonymizationRequests;
import dev.parley.persistence.anonymization.PgPersonalData;
import dev.parley.persistence.support.PgUnitOfWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

class AnonymizationWiring {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10));

  @Produces
  @Singleton
  AnonymizationRequests requests(PgUnitOfWork unitOfWork, InstanceId self) {
    return new PgAnonymizationRequests(unitOfWork, self);
  }

  @Produces
  @Singleton
  PersonalData personalData() {
    return new PgPersonalData();
  }

  @Produces
  @Singleton
  RequestAnonymization request(
      UnitOfWork unitOfWork,
      AnonymizationRequests requests,
      PersonalData personalData,
      Conversations conversations,
      Deliveries deliveries,
      Contacts contacts,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    return new RequestAnonymizationHandler(
        unitOfWork,
        requests,
        personalData,
        conversations,
        deliveries,
        contacts,
        ids,
        clock,
        wakeups);
  }

  @Produces
  @Singleton
  AnonymizationWork work(
      AnonymizationRequests requests,
      PersonalData personalData,
      Conversations conversations,
      Blobs blobs,
      UnitOfWork unitOfWork,
      InstantSource clock,
      WorkLog log) {
    return new AnonymizationWork(
        requests,
        personalData,
        conversations,
        blobs,
        unitOfWork,
        clock,
        new Backoff(PAUSES, new SecureRandom()),
        log);
  }
}
