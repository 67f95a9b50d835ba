package dev.parley.bootstrap.wiring;

import dev.parley.application.idempotency.IdempotencyStore;
import dev.parley.bootstrap.configuration.ParleyConfig;
import dev.parley.persistence.idempotency.PgIdempotencyStore;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.rest.operator.OperatorToken;
import dev.parley.rest.support.RestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class RestWiring {
  /** More digits than any number has that a contract knows. */
  private static final int NUMBER_DIGITS = 100;

  @Produces
  @Singleton
  IdempotencyStore idempotency(PgUnitOfWork unitOfWork) {
    return new PgIdempotencyStore(unitOfWork);
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
        limits.pageSize());
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
      int pageItems)
      implements RestLimits {}
}
