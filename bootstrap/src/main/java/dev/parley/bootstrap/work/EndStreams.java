package dev.parley.bootstrap.work;

import dev.parley.application.event.EventStreams;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Streams would be waited for as requests in flight: they end when the stop begins. */
@Singleton
final class EndStreams {
  private final EventStreams streams;

  @Inject
  EndStreams(EventStreams streams) {
    this.streams = streams;
  }

  void end(@Observes ShutdownDelayInitiatedEvent event) {
    streams.end();
  }
}
