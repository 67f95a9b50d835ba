package dev.parley.persistence.support;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.List;

/**
 * A pool that keeps our longest statements prepared too. By default the client prepares anew, at
 * the cost of a round trip, whatever has 2048 characters or more, as the statement that writes a
 * decision does.
 */
public final class PreparedPool implements PgPoolCreator {
  static final int STATEMENT_MAX = 16 * 1024;

  @Override
  public Pool create(Input input) {
    List<PgConnectOptions> options = input.pgConnectOptionsList();
    options.forEach(each -> each.setPreparedStatementCacheSqlLimit(STATEMENT_MAX));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(options))
        .using(input.vertx())
        .build();
  }
}
