package dev.parley.persistence.support;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.List;

/**
 * The pool the service works with. It keeps our longest statements prepared too: by default the
 * client prepares anew, at the cost of a round trip, whatever has 2048 characters or more, as the
 * statement that writes a decision does. And what is sent without waiting leaves in one packet, see
 * {@link SharedFlush}.
 */
public final class ServicePool implements PgPoolCreator {
  private static final int STATEMENT_MAX = 16 * 1024;

  @Override
  public Pool create(Input input) {
    return of(input.vertx(), input.poolOptions(), input.pgConnectOptionsList());
  }

  static Pool of(Vertx vertx, PoolOptions pool, List<PgConnectOptions> servers) {
    servers.forEach(each -> each.setPreparedStatementCacheSqlLimit(STATEMENT_MAX));
    return PgBuilder.pool()
        .with(pool)
        .connectingTo(List.<SqlConnectOptions>copyOf(servers))
        .withConnectHandler(new SharedFlush())
        .using(vertx)
        .build();
  }
}
