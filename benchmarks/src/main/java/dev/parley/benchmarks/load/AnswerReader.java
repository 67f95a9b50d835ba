package dev.parley.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Finds where HTTP/1.1 answers end (RFC 9112 §6). A whole HTTP client costs about as much as the
 * service itself, on the cores that are measured.
 */
final class AnswerReader {
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_END = STATUS_AT + 3;
  private static final int NO_CONTENT = 204;
  private static final int HEXADECIMAL = 16;
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private final IntConsumer onAnswer;
  private final StringBuilder line = new StringBuilder();
  private Part part = Part.STATUS;
  private int status;
  private int missing;
  private boolean chunked;

  private enum Part {
    STATUS,
    HEADERS,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    LAST_LINE
  }

  /**
   * @param onAnswer told the status of each answer once all of it is there
   */
  AnswerReader(IntConsumer onAnswer) {
    this.onAnswer = onAnswer;
  }

  void read(Buffer received) {
    int at = 0;
    while (at < received.length()) {
      if (part == Part.BODY || part == Part.CHUNK) {
        at += skip(Math.min(missing, received.length() - at));
      } else {
        byte next = received.getByte(at++);
        if (next == '\n') {
          endOfLine();
        } else if (next != '\r') {
          line.append((char) next);
        }
      }
    }
  }

  private int skip(int bytes) {
    missing -= bytes;
    if (missing == 0) {
      if (part == Part.BODY) {
        complete();
      } else {
        part = Part.CHUNK_SIZE;
      }
    }
    return bytes;
  }

  private void endOfLine() {
    String text = line.toString();
    line.setLength(0);
    switch (part) {
      case STATUS -> {
        status = Integer.parseInt(text, STATUS_AT, STATUS_END, 10);
        missing = -1;
        chunked = false;
        part = Part.HEADERS;
      }
      case HEADERS -> header(text.toLowerCase(Locale.ROOT));
      case CHUNK_SIZE -> {
        int size = Integer.parseInt(text.split(";", 2)[0], HEXADECIMAL);
        // A chunk ends with a line break of its own.
        missing = size + 2;
        part = size == 0 ? Part.LAST_LINE : Part.CHUNK;
      }
      case LAST_LINE -> complete();
      case BODY, CHUNK -> throw new IllegalStateException("a body has no lines");
    }
  }

  private void header(String text) {
    if (text.startsWith(LENGTH)) {
      missing = Integer.parseInt(text.substring(LENGTH.length()).strip());
    } else if (text.equals(CHUNKED)) {
      chunked = true;
    } else if (text.isEmpty()) {
      beginBody();
    }
  }

  private void beginBody() {
    if (chunked) {
      part = Part.CHUNK_SIZE;
    } else if (missing > 0) {
      part = Part.BODY;
    } else if (missing == 0 || status == NO_CONTENT) {
      complete();
    } else {
      throw new IllegalStateException("an answer does not tell its length");
    }
  }

  private void complete() {
    part = Part.STATUS;
    onAnswer.accept(status);
  }
}
