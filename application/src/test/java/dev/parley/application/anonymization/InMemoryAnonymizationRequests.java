package dev.parley.application.anonymization;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.InMemoryRows.Owned;
import dev.parley.application.shared.InMemoryTransaction;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Recoverable;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.anonymization.AnonymizationError;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Anonymization requests of all organizations with their certificates. */
public final class InMemoryAnonymizationRequests implements AnonymizationRequests, Recoverable {
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryRows<AnonymizationRequestId, Ordered> rows = new InMemoryRows<>();

  public InMemoryAnonymizationRequests(InMemoryUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  private record Ordered(
      AnonymizationRequest request, int attempts, Instant notBefore, Removed removed) {
    Ordered due(Instant at, int newAttempts) {
      return new Ordered(request, newAttempts, at, removed);
    }

    Ordered counting(Removed more) {
      return new Ordered(
          request,
          attempts,
          notBefore,
          new Removed(
              removed.contacts() + more.contacts(),
              removed.conversations() + more.conversations(),
              removed.messages() + more.messages(),
              removed.notes() + more.notes(),
              removed.files() + more.files(),
              removed.originals() + more.originals(),
              removed.answers() + more.answers()));
    }

    Ordered processed(@Nullable Instant at) {
      AnonymizationRequest done =
          new AnonymizationRequest(
              request.id(), request.scope(), request.requestedBy(), request.initiatedAt(), at);
      return new Ordered(done, attempts, notBefore, removed);
    }
  }

  @Override
  public Uni<Void> add(Transaction tx, AnonymizationRequest request) {
    return attempt(
        () -> {
          if (rows.any(
              tx.organization(), other -> other.request().scope().equals(request.scope()))) {
            throw InMemoryTransaction.refused(tx, new AnonymizationError.AlreadyRequested());
          }
          rows.put(
              tx.organization(),
              request.id(),
              new Ordered(request, 0, request.initiatedAt(), Removed.NOTHING));
        });
  }

  @Override
  public Uni<AnonymizationRequest> get(Transaction tx, AnonymizationRequestId id) {
    return attempt(
        () ->
            rows.find(tx.organization(), id)
                .map(Ordered::request)
                .orElseThrow(
                    () ->
                        new DomainException(
                            new AnonymizationError.AnonymizationRequestNotFound(id))));
  }

  @Override
  public Uni<List<Leased>> lease(Instant now, Duration lease, int most) {
    return unitOfWork.alone(
        () ->
            rows.all().stream()
                .filter(row -> row.row().request().processedAt() == null)
                .filter(row -> !row.row().notBefore().isAfter(now))
                .sorted(Comparator.comparing(row -> row.row().notBefore()))
                .limit(most)
                .map(row -> lease(row, now.plus(lease)))
                .toList());
  }

  private Leased lease(Owned<Ordered> row, Instant until) {
    AnonymizationRequestId id = row.row().request().id();
    int attempts = row.row().attempts() + 1;
    rows.put(row.organization(), id, row.row().due(until, attempts));
    return new Leased(row.organization(), id, attempts);
  }

  @Override
  public Uni<Void> count(Transaction tx, AnonymizationRequestId id, Removed removed) {
    return change(tx, id, ordered -> ordered.counting(removed));
  }

  @Override
  public Uni<Void> complete(Transaction tx, AnonymizationRequestId id, Instant at) {
    return change(
        tx,
        id,
        ordered -> ordered.request().processedAt() == null ? ordered.processed(at) : ordered);
  }

  @Override
  public Uni<Void> retry(Transaction tx, AnonymizationRequestId id, Instant notBefore) {
    return change(tx, id, ordered -> ordered.due(notBefore, ordered.attempts()));
  }

  /** What the certificate counts. */
  public Removed certificate(OrganizationId organization, AnonymizationRequestId id) {
    return rows.find(organization, id).map(Ordered::removed).orElseThrow();
  }

  private Uni<Void> change(
      Transaction tx, AnonymizationRequestId id, UnaryOperator<Ordered> change) {
    return attempt(
        () ->
            rows.find(tx.organization(), id)
                .ifPresent(ordered -> rows.put(tx.organization(), id, change.apply(ordered))));
  }

  /** All there is. */
  public List<?> everything() {
    return rows.all();
  }

  @Override
  public Runnable mark() {
    return rows.mark();
  }
}
