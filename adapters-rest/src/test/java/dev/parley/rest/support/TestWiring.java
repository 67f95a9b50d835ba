package dev.parley.rest.support;

import dev.parley.application.agent.ApiToken;
import dev.parley.application.agent.Credentials;
import dev.parley.application.idempotency.IdempotencyStore;
import dev.parley.application.idempotency.InMemoryIdempotencyStore;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.organization.OrganizationId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.UUID;

/** What the application gives the adapters, as tests need it. */
@Singleton
public class TestWiring {
  public static final String TOKEN =
      "prl_0123456789abcdef_sssssssssssssssssssssssssssssssssssssssssss";
  public static final String DISABLED =
      "prl_disabled00000000_sssssssssssssssssssssssssssssssssssssssssss";
  public static final String UNKNOWN =
      "prl_unknown000000000_sssssssssssssssssssssssssssssssssssssssssss";

  /**
   * Of {@link #ACTOR} too; its clock stands still, so {@link #BURST} requests are all it may do.
   */
  public static final String LIMITED =
      "prl_limited000000000_sssssssssssssssssssssssssssssssssssssssssss";

  public static final int BURST = 4;
  public static final Actor ACTOR =
      new Actor(
          new OrganizationId(1),
          new AgentId(UUID.fromString("019a0000-0000-7000-8000-000000000001")),
          EnumSet.allOf(Permission.class));
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");

  record Limits(
      int jsonBytes,
      int jsonDepth,
      int stringLength,
      int numberLength,
      int listItems,
      int attachments,
      int pageItems)
      implements RestLimits {}

  @Produces
  @Singleton
  RestLimits limits() {
    return new Limits(100_000, 20, 50_000, 50, 100, 3, 500);
  }

  @Produces
  @Singleton
  RateLimit rateLimit() {
    TokenBuckets buckets = new TokenBuckets(new TokenBuckets.Rate(10, BURST, 864_000), () -> 0);
    return keyId -> LIMITED.contains(keyId) ? buckets.secondsToWait(keyId) : 0;
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Produces
  @Singleton
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Produces
  @Singleton
  IdSource ids() {
    return UUID::randomUUID;
  }

  @Produces
  @Singleton
  IdempotencyStore idempotency() {
    return new InMemoryIdempotencyStore();
  }

  @Produces
  @Singleton
  Credentials credentials() {
    return token -> Uni.createFrom().item(verdict(token));
  }

  private static Credentials.Authentication verdict(ApiToken token) {
    return switch (token.text()) {
      case TOKEN, LIMITED -> new Credentials.Authentication.Authenticated(ACTOR);
      case DISABLED -> new Credentials.Authentication.Disabled();
      default -> new Credentials.Authentication.Unknown();
    };
  }
}
