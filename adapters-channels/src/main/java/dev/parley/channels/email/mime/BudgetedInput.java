package dev.parley.channels.email.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes in memory, readable until the time is spent. */
final class BudgetedInput extends InputStream {

  /** Reading took too long. */
  static final class SpentException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final ByteArrayInputStream bytes;
  private final TimeBudget budget;

  BudgetedInput(byte[] raw, int start, int end, TimeBudget budget) {
    this.bytes = new ByteArrayInputStream(raw, start, end - start);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    requireTime();
    return bytes.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    requireTime();
    return bytes.read(target, offset, length);
  }

  private void requireTime() throws IOException {
    if (budget.isSpent()) {
      throw new SpentException();
    }
  }
}
