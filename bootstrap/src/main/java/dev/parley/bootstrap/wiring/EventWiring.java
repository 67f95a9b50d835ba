package dev.parley.bootstrap.wiring;

import dev.parley.application.event.EventFeed;
import dev.parley.application.event.EventPositions;
import dev.parley.application.event.EventReader;
import dev.parley.application.event.EventStreams;
import dev.parley.application.event.PositionEvents;
import dev.parley.application.event.TrimEvents;
import dev.parley.application.shared.Wakeups;
import dev.parley.persistence.agent.PgKeysInForce;
import dev.parley.persistence.conversation.PgEventReader;
import dev.parley.persistence.event.PgEventFeed;
import dev.parley.persistence.event.PgEventPositions;
import dev.parley.persistence.support.PgUnitOfWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class EventWiring {
  @Produces
  @Singleton
  EventPositions positions(PgUnitOfWork unitOfWork) {
    return new PgEventPositions(unitOfWork);
  }

  @Produces
  @Singleton
  PositionEvents position(EventPositions positions, Wakeups wakeups) {
    return new PositionEvents(positions, wakeups);
  }

  @Produces
  @Singleton
  TrimEvents trim(EventPositions positions, InstantSource clock) {
    return new TrimEvents(positions, clock);
  }

  @Produces
  @Singleton
  EventReader reader() {
    return new PgEventReader();
  }

  @Produces
  @Singleton
  EventFeed feed(PgUnitOfWork unitOfWork) {
    return new PgEventFeed(unitOfWork);
  }

  @Produces
  @Singleton
  EventStreams streams(EventFeed feed, PgUnitOfWork unitOfWork, InstantSource clock) {
    return new EventStreams(feed, new PgKeysInForce(unitOfWork), clock);
  }
}
