package dev.parley.persistence.support;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Handler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;

/**
 * Lets statements that are sent one after the other leave in one packet. The client pipelines them,
 * but writes each to the socket by itself: the server, awake after the first, answers it, finds
 * nothing more and sleeps again, for every statement.
 *
 * <p>The client has no setting for it, hence its internal types.
 */
final class SharedFlush implements Handler<SqlConnection> {
  /** More statements than any work sends without waiting. */
  private static final int STATEMENTS_MAX = 64;

  private static final boolean ALSO_BETWEEN_READS = true;

  /** Of a connection that has just been made; gives it to its pool. */
  @Override
  public void handle(SqlConnection connection) {
    pipeline(connection)
        .addFirst(new FlushConsolidationHandler(STATEMENTS_MAX, ALSO_BETWEEN_READS));
    connection.close();
  }

  static ChannelPipeline pipeline(SqlConnection connection) {
    var socket = (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap().unwrap();
    return socket.socket().channelHandlerContext().pipeline();
  }
}
