package dev.parley.benchmarks.load;

import io.vertx.core.net.NetSocket;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** One connection with at most one request on its way. All on one event loop. */
final class Wire {
  /** What is reported for a request whose connection broke. */
  static final int BROKEN = -1;

  private final NetSocket socket;
  private @Nullable IntConsumer waiting;
  private boolean broken;

  Wire(NetSocket socket) {
    this.socket = socket;
    AnswerReader answers = new AnswerReader(this::answered);
    socket.handler(
        received -> {
          try {
            answers.read(received);
          } catch (RuntimeException e) {
            System.err.println("an answer could not be read: " + e);
            breakOff();
          }
        });
    socket.exceptionHandler(_ -> breakOff());
    socket.closeHandler(_ -> breakOff());
  }

  /**
   * @param onStatus told the answer's status, or {@link #BROKEN}
   */
  void send(Request request, IntConsumer onStatus) {
    waiting = onStatus;
    if (broken) {
      answered(BROKEN);
    } else {
      socket.write(request.bytes());
    }
  }

  void close() {
    socket.close();
  }

  private void breakOff() {
    broken = true;
    answered(BROKEN);
  }

  private void answered(int status) {
    IntConsumer told = waiting;
    waiting = null;
    if (told != null) {
      told.accept(status);
    }
  }
}
