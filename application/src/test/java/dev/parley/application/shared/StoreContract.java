package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** What every contract of a store asks of the one that runs it: two organizations, nothing else. */
public interface StoreContract {
  Instant NOW = Instant.parse("2026-11-20T10:15:30.123Z");

  UnitOfWork unitOfWork();

  /** The same organization all through one test, empty when the test begins. */
  OrganizationId here();

  /** Another one. */
  OrganizationId elsewhere();

  default <T> T inTransaction(Function<Transaction, Uni<T>> work) {
    return await(unitOfWork().inTransaction(here(), work));
  }

  default <T> T inTransactionElsewhere(Function<Transaction, Uni<T>> work) {
    return await(unitOfWork().inTransaction(elsewhere(), work));
  }

  default <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }

  /** The error it fails with. */
  default DomainError errorOf(Uni<?> uni) {
    try {
      Object item = await(uni);
      throw new AssertionError("expected a failure but got " + item);
    } catch (DomainException e) {
      return e.error();
    }
  }

  default UUID newId() {
    return UUID.randomUUID();
  }
}
