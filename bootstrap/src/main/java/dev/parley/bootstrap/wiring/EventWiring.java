package dev.parley.bootstrap.wiring;

import dev.parley.application.event.EventPositions;
import dev.parley.application.event.PositionEvents;
import dev.parley.application.event.TrimEvents;
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
  PositionEvents position(EventPositions positions) {
    return new PositionEvents(positions);
  }

  @Produces
  @Singleton
  TrimEvents trim(EventPositions positions, InstantSource clock) {
    return new TrimEvents(positions, clock);
  }
}
