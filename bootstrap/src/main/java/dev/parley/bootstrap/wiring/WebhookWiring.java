package dev.parley.bootstrap.wiring;

import dev.parley.application.event.EventReader;
import dev.parley.application.event.EventRenderer;
import dev.parley.application.shared.Aside;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.application.shared.WorkLog;
import dev.parley.application.webhook.FanOut;
import dev.parley.application.webhook.TidyDeliveries;
import dev.parley.application.webhook.WebhookAdministration;
import dev.parley.application.webhook.WebhookDeliveries;
import dev.parley.application.webhook.WebhookWork;
import dev.parley.bootstrap.configuration.ParleyConfig;
import dev.parley.channels.support.DerivedKeys;
import dev.parley.channels.support.NameResolver;
import dev.parley.channels.support.OutboundHttp;
import dev.parley.channels.webhook.WebhookPoster;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Seal;
import dev.parley.persistence.webhook.PgDeliveryLog;
import dev.parley.persistence.webhook.PgWebhookDeliveries;
import dev.parley.persistence.webhook.PgWebhooks;
import dev.parley.persistence.webhook.WebhookBox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

class WebhookWiring {
  /** Quick at first, since most trouble is short; then a few times a day. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  @Produces
  @Singleton
  WebhookBox box(DerivedKeys keys) {
    return new WebhookBox(new Seal(keys.derive("webhook secrets")));
  }

  /** Closed networks and tests post to their own machines, which have no certificates. */
  @Produces
  @Singleton
  WebhookPoster poster(ParleyConfig config, @Blocking Executor blocking) {
    boolean allowPrivate = config.outboundAllowPrivate();
    return new WebhookPoster(
        new OutboundHttp(allowPrivate, WebhookPoster.LIMITS, NameResolver.SYSTEM),
        allowPrivate,
        blocking);
  }

  @Produces
  @Singleton
  WebhookDeliveries deliveries(PgUnitOfWork unitOfWork, WebhookBox box, InstanceId self) {
    return new PgWebhookDeliveries(unitOfWork, box, self);
  }

  @Produces
  @Singleton
  WebhookAdministration administration(
      WebhookBox box,
      UnitOfWork unitOfWork,
      WebhookPoster poster,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    return new WebhookAdministration(
        new PgWebhooks(box),
        new PgDeliveryLog(),
        unitOfWork,
        poster,
        new SecureRandom(),
        ids,
        clock,
        wakeups);
  }

  @Produces
  @Singleton
  FanOut fanOut(
      WebhookDeliveries deliveries,
      EventRenderer words,
      UnitOfWork unitOfWork,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups,
      WorkLog log) {
    return new FanOut(deliveries, words, unitOfWork, ids, clock, wakeups, log);
  }

  @Produces
  @Singleton
  WebhookWork work(
      WebhookDeliveries deliveries,
      EventReader events,
      EventRenderer renderer,
      WebhookPoster poster,
      UnitOfWork unitOfWork,
      Aside aside,
      InstantSource clock,
      Wakeups wakeups,
      WorkLog log) {
    return new WebhookWork(
        deliveries,
        events,
        renderer,
        poster,
        unitOfWork,
        aside,
        clock,
        new Backoff(PAUSES, new SecureRandom()),
        wakeups,
        log);
  }

  @Produces
  @Singleton
  TidyDeliveries tidy(WebhookDeliveries deliveries, InstantSource clock) {
    return new TidyDeliveries(deliveries, clock);
  }
}
