package dev.parley.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
  private static final String WITH_LENGTH =
      "HTTP/1.1 200 OK\r\ncontent-length: 5\r\nX-Other: 1\r\n\r\nhello";

  private static final String EMPTY = "HTTP/1.1 204 No Content\r\n\r\n";

  private static final String CHUNKED =
      "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n";

  private static final String NOTHING = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

  private final List<Integer> told = new ArrayList<>();
  private final AnswerReader reader = new AnswerReader(told::add);

  @Test
  void findsTheEndOfEachAnswer() {
    reader.read(Buffer.buffer(WITH_LENGTH + EMPTY + CHUNKED + NOTHING + WITH_LENGTH));
    assertThat(told).containsExactly(200, 204, 201, 404, 200);
  }

  @Test
  void readsWhatComesByteByByte() {
    for (char c : (CHUNKED + WITH_LENGTH + EMPTY).toCharArray()) {
      reader.read(Buffer.buffer(Character.toString(c)));
    }
    assertThat(told).containsExactly(201, 200, 204);
  }

  @Test
  void tellsNothingBeforeTheLastByte() {
    reader.read(Buffer.buffer(WITH_LENGTH.substring(0, WITH_LENGTH.length() - 1)));
    assertThat(told).isEmpty();
  }

  @Test
  void refusesAnAnswerWithoutALength() {
    assertThatThrownBy(() -> reader.read(Buffer.buffer("HTTP/1.1 200 OK\r\n\r\n")))
        .isInstanceOf(IllegalStateException.class);
  }
}
