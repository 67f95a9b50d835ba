package dev.parley.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InMemoryUnitOfWorkTest {
  private static final OrganizationId HERE = new OrganizationId(1);

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryRows<String, Integer> rows = unitOfWork.with(new InMemoryRows<>());

  @Test
  void whatFailsLeavesNoTrace() {
    Uni<Integer> failing =
        unitOfWork.inTransaction(
            HERE,
            tx -> {
              rows.put(HERE, "a", 1);
              return Uni.createFrom().failure(new IllegalStateException("no"));
            });

    assertThatThrownBy(() -> failing.await().indefinitely()).hasMessage("no");
    assertThat(rows.of(HERE)).isEmpty();
  }

  @Test
  void whatThrowsLeavesNoTraceEither() {
    Uni<Integer> failing =
        unitOfWork.inTransaction(
            HERE,
            tx -> {
              rows.put(HERE, "a", 1);
              throw new IllegalStateException("no");
            });

    assertThatThrownBy(() -> failing.await().indefinitely()).hasMessage("no");
    assertThat(rows.of(HERE)).isEmpty();
  }

  @Test
  void whatMeetsAConcurrentChangeIsTriedThreeTimes() {
    AtomicInteger tries = new AtomicInteger();
    Uni<Integer> failing =
        unitOfWork.inTransaction(
            HERE,
            tx -> {
              tries.incrementAndGet();
              throw new DomainException(new SharedError.ConcurrentChange());
            });

    assertThatThrownBy(() -> failing.await().indefinitely()).isInstanceOf(DomainException.class);
    assertThat(tries).hasValue(3);
  }

  @Test
  void workThatGoesOnAfterARefusedStatementFails() {
    Uni<Integer> deaf =
        unitOfWork.inTransaction(
            HERE,
            tx -> {
              rows.put(HERE, "a", 1);
              InMemoryTransaction.refused(tx, new SharedError.ConcurrentChange());
              return Uni.createFrom().item(1);
            });

    assertThatThrownBy(() -> deaf.await().indefinitely()).isInstanceOf(IllegalStateException.class);
    assertThat(rows.of(HERE)).isEmpty();
  }

  @Test
  void transactionsOfManyThreadsRunOneAfterTheOther() {
    rows.put(HERE, "counter", 0);

    Multi.createFrom()
        .range(0, 200)
        .onItem()
        .transformToUni(
            i ->
                unitOfWork
                    .inTransaction(HERE, tx -> increment())
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .merge(16)
        .collect()
        .last()
        .await()
        .indefinitely();

    assertThat(rows.find(HERE, "counter")).contains(200);
  }

  private Uni<Integer> increment() {
    int next = rows.find(HERE, "counter").orElseThrow() + 1;
    rows.put(HERE, "counter", next);
    return Uni.createFrom().item(next);
  }
}
