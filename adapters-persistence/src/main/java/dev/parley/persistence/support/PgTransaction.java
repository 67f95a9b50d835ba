package dev.parley.persistence.support;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.UnaryOperator;

/** A transaction on one connection whose rows are limited to one organization by the server. */
public final class PgTransaction implements Transaction {
  private final OrganizationId organization;
  private final SqlConnection connection;
  private final UnaryOperator<String> rewrite;
  private volatile boolean aborted;
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

  /** Sends the statement now; see {@link Transaction} for why that matters. */
  public Uni<RowSet<Row>> run(Sql sql) {
    Future<RowSet<Row>> sent =
        connection
            .preparedQuery(rewrite.apply(sql.text()))
            .execute(sql.tuple(organization.number()));
    return Uni.createFrom()
        .completionStage(sent.toCompletionStage())
        .onFailure()
        .invoke(() -> aborted = true)
        .onFailure()
        .transform(PgFailures::translate);
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
