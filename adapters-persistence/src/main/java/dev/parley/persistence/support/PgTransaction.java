package dev.parley.persistence.support;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A transaction on one connection whose rows are limited to one organization by the server. */
public final class PgTransaction implements Transaction {
  private final OrganizationId organization;
  private final SqlConnection connection;
  private final UnaryOperator<String> rewrite;
  private volatile boolean aborted;
  private volatile boolean closing;
  private volatile @Nullable Future<?> commit;
  private volatile boolean telling;

  PgTransaction(
      OrganizationId organization, SqlConnection connection, UnaryOperator<String> rewrite) {
    this.organization = organization;
    this.connection = connection;
    this.rewrite = rewrite;
  }

  /** The transaction behind the port's type; adapters of one store only ever meet their own. */
  public static PgTransaction of(Transaction tx) {
    return (PgTransaction) tx;
  }

  @Override
  public OrganizationId organization() {
    return organization;
  }

  @Override
  public Transaction closing() {
    closing = true;
    return this;
  }

  /**
   * Sends the statement now; see {@link Transaction} for why that matters.
   *
   * @throws IllegalStateException when the commit has been sent
   */
  public Uni<RowSet<Row>> run(Sql sql) {
    if (commit != null) {
      throw new IllegalStateException("a statement after the one that was to close the work");
    }
    Future<RowSet<Row>> sent =
        connection
            .preparedQuery(rewrite.apply(sql.text()))
            .execute(sql.tuple(organization.number()));
    if (closing) {
      commit = connection.query("commit").execute();
    }
    return Uni.createFrom()
        .completionStage(sent.toCompletionStage())
        .onFailure()
        .invoke(() -> aborted = true)
        .onFailure()
        .transform(PgFailures::translate);
  }

  /** Waits for the commit that has been sent, or sends it now. */
  Uni<Void> commit() {
    Future<?> sent = commit;
    return ended(sent == null ? connection.query("commit").execute() : sent)
        .onFailure()
        .transform(PgFailures::translate);
  }

  /**
   * Of what was committed along with a statement that failed, the server has rolled back all. A
   * connection too broken to roll back is rolled back by the server when it notices.
   */
  Uni<Void> rollBack() {
    Future<?> sent = commit;
    return ended(sent == null ? connection.query("rollback").execute() : sent)
        .onFailure()
        .recoverWithItem(() -> null);
  }

  private static Uni<Void> ended(Future<?> sent) {
    return Uni.createFrom().completionStage(sent.toCompletionStage()).replaceWithVoid();
  }

  /** Says that it writes events, so that somebody looks for them once they are committed. */
  public void tells() {
    telling = true;
  }

  boolean isTelling() {
    return telling;
  }

  /**
   * After a failed statement the server turns every commit into a rollback without saying so; work
   * that went on regardless must not be reported as done.
   */
  boolean isAborted() {
    return aborted;
  }
}
