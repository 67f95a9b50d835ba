package dev.parley.persistence.support;

import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on the PG client. {@code begin} and the organization travel in one message that
 * shares its packet with the work's first statements, the commit with the last one where the work
 * says which that is.
 */
public final class PgUnitOfWork implements UnitOfWork {
  /** How often work is run that keeps meeting concurrent changes. */
  private static final int TRIES = 3;

  private final Pool pool;
  private final UnaryOperator<String> rewrite;
  private final Runnable onEvents;

  public PgUnitOfWork(Pool pool) {
    this(pool, () -> {});
  }

  /**
   * @param onEvents called after each commit of events
   */
  public PgUnitOfWork(Pool pool, Runnable onEvents) {
    this.pool = pool;
    this.rewrite = UnaryOperator.identity();
    this.onEvents = onEvents;
  }

  /**
   * @param rewrite for tests that take conditions out of statements to see the server refuse
   */
  PgUnitOfWork(Pool pool, UnaryOperator<String> rewrite) {
    this.pool = pool;
    this.rewrite = rewrite;
    this.onEvents = () -> {};
  }

  @Override
  public <T> Uni<T> inTransaction(OrganizationId organization, Function<Transaction, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> once(organization, work))
        .onFailure(PgUnitOfWork::isConcurrentChange)
        .retry()
        .atMost(TRIES - 1L);
  }

  /**
   * Runs reads without a transaction's cost: begin, the statements and commit leave in one flush as
   * long as the work does not wait between its statements.
   */
  public <T> Uni<T> reading(OrganizationId organization, Function<PgTransaction, Uni<T>> work) {
    return connect()
        .chain(
            connection -> {
              begin(connection, organization, " read only");
              Uni<T> result = work.apply(new PgTransaction(organization, connection, rewrite));
              // Sent behind the reads in the same flush, so it costs no round trip of its own.
              Future<?> committed = connection.query("commit").execute();
              return result
                  .eventually(() -> Uni.createFrom().completionStage(committed.toCompletionStage()))
                  .eventually(() -> close(connection));
            });
  }

  /**
   * Calls a function that runs with its owner's rights and so sees all organizations: leasing work,
   * looking up whose token or endpoint something is.
   *
   * @param text numbers its parameters itself, from {@code $1}
   */
  public Uni<RowSet<Row>> acrossOrganizations(String text, @Nullable Object... parameters) {
    Tuple tuple = Tuple.tuple();
    for (Object parameter : parameters) {
      tuple.addValue(parameter);
    }
    return Uni.createFrom()
        .completionStage(() -> pool.preparedQuery(text).execute(tuple).toCompletionStage())
        .onFailure()
        .transform(PgFailures::translate);
  }

  private <T> Uni<T> once(OrganizationId organization, Function<Transaction, Uni<T>> work) {
    return connect()
        .chain(
            connection -> {
              begin(connection, organization, "");
              PgTransaction tx = new PgTransaction(organization, connection, rewrite);
              return Uni.createFrom()
                  .deferred(() -> work.apply(tx))
                  .invoke(() -> requireSound(tx))
                  .call(tx::commit)
                  .invoke(() -> announce(tx))
                  .onFailure()
                  .call(tx::rollBack)
                  .eventually(() -> close(connection));
            });
  }

  private Uni<SqlConnection> connect() {
    return Uni.createFrom()
        .completionStage(() -> pool.getConnection().toCompletionStage())
        .onFailure()
        .transform(PgFailures::translate);
  }

  /** Not waited for: a failure here fails every statement that follows on the connection. */
  private static void begin(SqlConnection connection, OrganizationId organization, String mode) {
    connection
        .query("begin" + mode + "; set local app.org = '" + organization.number() + "'")
        .execute();
  }

  private void announce(PgTransaction tx) {
    if (tx.isTelling()) {
      onEvents.run();
    }
  }

  private static void requireSound(PgTransaction tx) {
    if (tx.isAborted()) {
      throw new IllegalStateException("work went on after one of its statements had failed");
    }
  }

  private static Uni<Void> close(SqlConnection connection) {
    return Uni.createFrom().completionStage(() -> connection.close().toCompletionStage());
  }

  private static boolean isConcurrentChange(Throwable failure) {
    return failure instanceof DomainException e
        && e.error() instanceof SharedError.ConcurrentChange;
  }
}
