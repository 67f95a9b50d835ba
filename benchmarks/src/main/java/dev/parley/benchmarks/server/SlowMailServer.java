package dev.parley.benchmarks.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * Takes any mail and throws it away, but takes its time: so that sending has next to no part in
 * what is measured, and what is written still goes through an outbox that is worked on.
 */
public final class SlowMailServer implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Vertx vertx = Vertx.vertx();
  private final NetServer server;

  public SlowMailServer() {
    server =
        vertx
            .createNetServer()
            .connectHandler(this::greet)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public int port() {
    return server.actualPort();
  }

  private void greet(NetSocket client) {
    boolean[] inMail = {false};
    client.handler(RecordParser.newDelimited("\r\n", line -> answer(client, line, inMail)));
    reply(client, "220 parley.test");
  }

  private void answer(NetSocket client, Buffer received, boolean[] inMail) {
    String line = received.toString(StandardCharsets.ISO_8859_1);
    if (inMail[0]) {
      if (line.equals(".")) {
        inMail[0] = false;
        reply(client, "250 taken");
      }
      return;
    }
    switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
      case "DATA" -> {
        inMail[0] = true;
        reply(client, "354 go on");
      }
      case "QUIT" -> reply(client, "221 bye");
      default -> reply(client, "250 ok");
    }
  }

  private void reply(NetSocket client, String words) {
    vertx.setTimer(PAUSE.toMillis(), _ -> client.write(words + "\r\n"));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
