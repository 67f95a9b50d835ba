package dev.parley.application.anonymization;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The orders, and the certificates of those carried out. */
public interface AnonymizationRequests {
  /**
   * @return fails with {@code AlreadyRequested} when there is one for the same target
   */
  Uni<Void> add(Transaction tx, AnonymizationRequest request);

  /**
   * @return fails with {@code AnonymizationRequestNotFound}
   */
  Uni<AnonymizationRequest> get(Transaction tx, AnonymizationRequestId id);

  /** Takes due ones of all organizations; others get them when the lease has run out. */
  Uni<List<Leased>> lease(Instant now, Duration lease, int most);

  /** Adds to what the certificate counts; in the transaction that removed it. */
  Uni<Void> count(Transaction tx, AnonymizationRequestId id, Removed removed);

  /** Issues the certificate: nothing of the scope is left. */
  Uni<Void> complete(Transaction tx, AnonymizationRequestId id, Instant at);

  Uni<Void> retry(Transaction tx, AnonymizationRequestId id, Instant notBefore);

  /**
   * An order taken for a while.
   *
   * @param attempts with this one
   */
  record Leased(OrganizationId organization, AnonymizationRequestId id, int attempts) {}
}
