package dev.parley.channels.email.webhook;

import dev.parley.application.InMemoryStores;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.shared.CountingIds;
import dev.parley.channels.support.WebhookDoor;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** One mailbox, and an inbox that can be told to fail. */
@Singleton
class WebhookWiring {
  static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
  static final UUID ENDPOINT = UUID.fromString("0193478e-0000-7000-8000-000000000001");
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final String PREVIOUS = "the secret before";

  /** In bytes. */
  static final int LARGEST = 10_000;

  private final InMemoryStores stores = new InMemoryStores();
  private final List<byte[]> stored = new CopyOnWriteArrayList<>();
  private volatile boolean overloaded;
  private volatile boolean broken;

  @Produces
  @Singleton
  WebhookDoor door() {
    stores
        .endpoints
        .add(
            new OrganizationId(1),
            new ContactEndpoint(
                new ContactEndpointId(ENDPOINT),
                0,
                Channel.EMAIL,
                null,
                "help@example.com",
                null,
                Map.of(),
                Map.of("secret", new Secret(SECRET), "previousSecret", new Secret(PREVIOUS))),
            NOW)
        .subscribeAsCompletionStage()
        .join();
    InstantSource clock = InstantSource.fixed(NOW);
    Inbox inbox = this::accept;
    return new WebhookDoor(
        List.of(new EmailWebhook(LARGEST, clock)),
        stores.endpoints,
        inbox,
        () -> overloaded,
        new CountingIds(),
        clock,
        Runnable::run);
  }

  private Uni<Boolean> accept(RawInbound raw) {
    if (broken) {
      return Uni.createFrom()
          .failure(new DomainException(new SharedError.TemporarilyUnavailable()));
    }
    return stores
        .arrivals
        .accept(raw)
        .invoke(
            isNew -> {
              if (isNew) {
                stored.add(raw.bytes());
              }
            });
  }

  /** Mails that were accepted since the last reset. */
  List<byte[]> stored() {
    return List.copyOf(stored);
  }

  void overload() {
    overloaded = true;
  }

  void breakStore() {
    broken = true;
  }

  void reset() {
    overloaded = false;
    broken = false;
    stored.clear();
  }
}
