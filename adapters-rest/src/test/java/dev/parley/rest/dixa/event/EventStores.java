package dev.parley.rest.dixa.event;

import dev.parley.application.InMemoryStores;
import dev.parley.application.conversation.InMemorySeeds;
import dev.parley.application.conversation.Scene;
import dev.parley.application.event.EventFeed;
import dev.parley.application.event.EventReader;
import dev.parley.application.event.EventStreams;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** The feed of organization 1 in memory; nothing moves by itself. */
@Singleton
public class EventStores {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final InMemoryStores stores = new InMemoryStores();
  private final Scene scene = new Scene(new OrganizationId(1), new InMemorySeeds(stores));
  private final EventStreams streams =
      new EventStreams(
          stores.events,
          keys -> Uni.createFrom().item(() -> Set.copyOf(keys)),
          InstantSource.fixed(Instant.EPOCH));

  @Produces
  @Singleton
  EventFeed feed() {
    return stores.events;
  }

  @Produces
  @Singleton
  EventReader reader() {
    return stores.eventReader;
  }

  @Produces
  @Singleton
  UnitOfWork unitOfWork() {
    return stores.unitOfWork;
  }

  @Produces
  @Singleton
  EventStreams streams() {
    return streams;
  }

  /** A conversation begins: three events more. */
  void somethingHappens() {
    stores
        .unitOfWork
        .inTransaction(
            scene.organization, tx -> stores.conversations.create(tx, scene.aNewConversation()))
        .await()
        .atMost(PATIENCE);
    stores.events.assign(1000).await().atMost(PATIENCE);
  }

  long head() {
    return stores
        .unitOfWork
        .inTransaction(scene.organization, stores.events::extent)
        .await()
        .atMost(PATIENCE)
        .last();
  }

  void forgetAll() {
    stores.events.trim(Instant.MAX, 1000).await().atMost(PATIENCE);
  }

  void look() {
    streams.once().await().atMost(PATIENCE);
  }
}
