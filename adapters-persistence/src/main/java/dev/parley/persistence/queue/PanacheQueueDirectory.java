package dev.parley.persistence.queue;

import dev.parley.application.queue.QueueDetails;
import dev.parley.application.queue.QueueDirectory;
import dev.parley.application.queue.QueueMember;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.hours.ScheduleError;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.Counters;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.RowTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The queues of an organization, kept by Hibernate, and their members. */
public final class PanacheQueueDirectory implements QueueDirectory {
  private final RowTransactions transactions;
  private final PgQueueMembers members;

  public PanacheQueueDirectory(RowTransactions transactions, PgUnitOfWork unitOfWork) {
    this.transactions = transactions;
    this.members = new PgQueueMembers(unitOfWork);
  }

  @Override
  public Uni<Queue> add(OrganizationId organization, QueueDetails wanted) {
    return transactions
        .inTransaction(organization, () -> insert(organization, wanted))
        .map(row -> row.toDomain().queue())
        .onFailure(PgFailures.breaks("queue_name_taken"))
        .transform(_ -> new DomainException(new QueueError.QueueNameTaken(wanted.queue().name())))
        .onFailure(PgFailures.breaks("queue_business_hours"))
        .transform(failure -> missing(wanted.queue().schedule(), failure));
  }

  private static Throwable missing(@Nullable ScheduleId schedule, Throwable failure) {
    return schedule == null
        ? failure
        : new DomainException(new ScheduleError.ScheduleNotFound(schedule));
  }

  @Override
  public Uni<List<QueueDetails>> list(OrganizationId organization) {
    return transactions
        .inTransaction(
            organization,
            () -> QueueRow.<QueueRow>list("orgId = ?1 order by number", organization.number()))
        .map(rows -> rows.stream().map(QueueRow::toDomain).toList());
  }

  @Override
  public Uni<QueueDetails> get(OrganizationId organization, QueueId id) {
    return transactions
        .inTransaction(
            organization,
            () ->
                QueueRow.<QueueRow>find("orgId = ?1 and id = ?2", organization.number(), id.value())
                    .firstResult())
        .onItem()
        .ifNull()
        .failWith(() -> new DomainException(new QueueError.QueueNotFound(id)))
        .map(QueueRow::toDomain);
  }

  @Override
  public Uni<Void> change(OrganizationId organization, QueueId id, UnaryOperator<Queue> change) {
    AtomicReference<@Nullable ScheduleId> schedule = new AtomicReference<>();
    return transactions
        .inTransaction(
            organization,
            () ->
                QueueRow.<QueueRow>find("orgId = ?1 and id = ?2", organization.number(), id.value())
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResult()
                    .onItem()
                    .ifNull()
                    .failWith(() -> new DomainException(new QueueError.QueueNotFound(id)))
                    .invoke(
                        row -> {
                          Queue changed = change.apply(row.toDomain().queue());
                          schedule.set(changed.schedule());
                          row.handOutAs(changed);
                        }))
        .onFailure(PgFailures.breaks("queue_business_hours"))
        .transform(failure -> missing(schedule.get(), failure))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<QueueMember>> members(OrganizationId organization, QueueId id) {
    return members.list(organization, id);
  }

  @Override
  public Uni<Set<AgentId>> addMembers(
      OrganizationId organization, QueueId id, Collection<AgentId> agents) {
    return members.add(organization, id, agents);
  }

  @Override
  public Uni<Void> removeMembers(
      OrganizationId organization, QueueId id, Collection<AgentId> agents) {
    return members.remove(organization, id, agents);
  }

  /** The counter's lock comes first, so two new default queues do not collide. */
  private static Uni<QueueRow> insert(OrganizationId organization, QueueDetails wanted) {
    return Counters.QUEUES
        .next(organization)
        .call(
            () ->
                wanted.queue().isDefault()
                    ? QueueRow.update(
                        "isDefault = false where orgId = ?1 and isDefault", organization.number())
                    : Uni.createFrom().voidItem())
        .map(number -> new QueueRow(organization, wanted, number))
        .call(row -> row.persist());
  }
}
