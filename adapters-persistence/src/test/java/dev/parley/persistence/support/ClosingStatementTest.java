package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.persistence.conversation.PgConversations;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On one connection, so that each test finds it as the one before has left it. */
class ClosingStatementTest {
  private static final TestStore STORE = new TestStore(1);

  private final PgUnitOfWork unitOfWork = new PgUnitOfWork(STORE.pool());
  private final PgConversations conversations = new PgConversations(UUID::randomUUID);

  @AfterAll
  static void close() {
    STORE.close();
  }

  @BeforeEach
  void noTagIsNew() {
    STORE.asSuperuser("delete from tag where name like 'New%'");
  }

  @Test
  void whatItChangesIsCommittedWithAllBefore() {
    run(
        tx -> {
          Uni<?> first = add(tx, "New");
          Uni<?> second = add(tx.closing(), "Newer");
          return first.chain(() -> second);
        });

    assertThat(tags()).isEqualTo(2);
  }

  @Test
  void whenItFailsNothingIsCommitted() {
    assertThatThrownBy(
            () ->
                run(
                    tx -> {
                      Uni<?> first = add(tx, "New");
                      Uni<?> same = add(tx.closing(), "New");
                      return first.chain(() -> same);
                    }))
        .hasMessageContaining("tag_name_taken");

    assertThat(tags()).isZero();
  }

  @Test
  void whenAnEarlierOneFailsNothingIsCommittedWhateverTheWorkMakesOfIt() {
    assertThatThrownBy(
            () ->
                run(
                    tx -> {
                      Uni<?> broken = insert(tx, "nonsense").onFailure().recoverWithNull();
                      Uni<?> last = add(tx.closing(), "New").onFailure().recoverWithNull();
                      return broken.chain(() -> last);
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(tags()).isZero();
  }

  @Test
  void nothingCanBeSentAfterIt() {
    assertThatThrownBy(() -> run(tx -> add(tx.closing(), "New").chain(() -> add(tx, "Newer"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("after");
  }

  @Test
  void workThatTurnsOutToNeedNoneIsCommittedAsUsual() {
    run(tx -> add(tx, "New").invoke(tx::closing));

    assertThat(tags()).isOne();
  }

  @Test
  void aDecisionOnAnOldVersionFailsByItselfAndIsMadeAnewThreeTimes() {
    run(tx -> conversations.create(tx.closing(), STORE.here.newConversation()));
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                run(
                    tx ->
                        conversations
                            .get(tx, 1)
                            .call(
                                () ->
                                    insert(
                                        tx,
                                        "with moved as (update conversation set version = version"
                                            + " + 1 where org_id = $1) "
                                            + tag("New" + tries.incrementAndGet())))
                            .chain(
                                found ->
                                    conversations.save(
                                        tx.closing(),
                                        found.claim(
                                            STORE.here.alice(),
                                            false,
                                            new Author.ByAgent(STORE.here.alice()),
                                            TestStore.NOW)))))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.error()).isInstanceOf(SharedError.ConcurrentChange.class));

    assertThat(tries).hasValue(3);
    assertThat(tags()).isZero();
  }

  private <T> T run(Function<Transaction, Uni<T>> work) {
    return unitOfWork.inTransaction(STORE.here.id(), work).await().atMost(Duration.ofSeconds(30));
  }

  private static Uni<RowSet<Row>> add(Transaction tx, String name) {
    return insert(tx, tag(name));
  }

  private static String tag(String name) {
    return "insert into tag (org_id, id, name, name_key, active, created_at)"
        + " values ($1, gen_random_uuid(), '%1$s', '%1$s', true, now())".formatted(name);
  }

  private static Uni<RowSet<Row>> insert(Transaction tx, String statement) {
    return PgTransaction.of(tx).run(Sql.of(statement));
  }

  private static int tags() {
    return STORE.askSuperuser("select id from tag where name like 'New%'").size();
  }
}
