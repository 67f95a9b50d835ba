package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedFlushTest {
  private final TestStore store = new TestStore(1);
  private final PgUnitOfWork unitOfWork = new PgUnitOfWork(store.pool());
  private final AtomicInteger packets = new AtomicInteger();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_read_with_its_begin_and_commit_is_one_packet() {
    onTheLoop(this::read);
    onTheLoop(this::count);

    onTheLoop(this::read);

    assertThat(packets).hasValue(1);
  }

  private Uni<RowSet<Row>> read() {
    return unitOfWork.reading(
        store.here.id(), tx -> tx.run(Sql.of("select 1 from queue where org_id = $1")));
  }

  /** Closest to the socket, so that it sees what leaves. */
  private Uni<?> count() {
    return Uni.createFrom()
        .completionStage(() -> store.pool().getConnection().toCompletionStage())
        .call(
            connection -> {
              SharedFlush.pipeline(connection).addFirst(new Counting());
              return Uni.createFrom().completionStage(() -> connection.close().toCompletionStage());
            });
  }

  private final class Counting extends ChannelOutboundHandlerAdapter {
    @Override
    public void flush(ChannelHandlerContext context) {
      packets.incrementAndGet();
      context.flush();
    }
  }

  /** As requests come in: on an event loop, whose connections are its own. */
  private void onTheLoop(Supplier<Uni<?>> work) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    store
        .vertx()
        .getOrCreateContext()
        .runOnContext(
            _ -> work.get().subscribe().with(done::complete, done::completeExceptionally));
    done.join();
  }
}
