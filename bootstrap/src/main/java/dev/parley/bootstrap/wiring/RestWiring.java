package dev.parley.bootstrap.wiring;

import dev.parley.application.idempotency.ForgetAnswers;
import dev.parley.application.idempotency.IdempotencyStore;
import dev.parley.application.shared.InstanceId;
import dev.parley.bootstrap.configuration.ParleyConfig;
import dev.parley.channels.support.DerivedKeys;
import dev.parley.persistence.idempotency.PgIdempotencyStore;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Seal;
import dev.parley.rest.operator.OperatorToken;
import dev.parley.rest.support.RateLimit;
import dev.parley.rest.support.RestLimits;
import dev.parley.rest.support.TokenBuckets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class RestWiring {
  /** More digits than any number has that a contract knows. */
  private static final int NUMBER_DIGITS = 100;

  /** Behind a proxy, since request filters exist before the settings can be read. */
  @Produces
  @ApplicationScoped
  IdempotencyStore idempotency(PgUnitOfWork unitOfWork, DerivedKeys keys, InstanceId self) {
    return new PgIdempotencyStore(unitOfWork, new Seal(keys.derive("idempotent answers")), self);
  }

  @Produces
  @Singleton
  ForgetAnswers forget(IdempotencyStore answers, InstantSource clock) {
    return new ForgetAnswers(answers, clock);
  }

  /** Behind a proxy, since body readers exist before the settings can be read. */
  @Produces
  @ApplicationScoped
  RestLimits limits(ParleyConfig config) {
    ParleyConfig.Limits limits = config.limits();
    return new Limits(
        Math.toIntExact(limits.bodyBytes()),
        limits.jsonDepth(),
        limits.stringChars(),
        NUMBER_DIGITS,
        limits.listItems(),
        limits.attachments(),
        limits.pageSize());
  }

  /** Behind a proxy, since request filters exist before the settings can be read. */
  @Produces
  @ApplicationScoped
  RateLimit rateLimit(ParleyConfig config) {
    ParleyConfig.Limits limits = config.limits();
    return limits.rate()
        ? new TokenBuckets(
            new TokenBuckets.Rate(limits.ratePerSecond(), limits.rateBurst(), limits.ratePerDay()),
            System::nanoTime)
        : RateLimit.NONE;
  }

  @Produces
  @Singleton
  OperatorToken operator(ParleyConfig config) {
    return new OperatorToken(config.operatorToken());
  }

  private record Limits(
      int jsonBytes,
      int jsonDepth,
      int stringLength,
      int numberLength,
      int listItems,
      int attachments,
      int pageItems)
      implements RestLimits {}
}
