package dev.parley.benchmarks.ceiling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as PostgreSQL's log tells it.
 *
 * @param backend the process that ran it
 * @param parameters as texts, null for null
 */
public record Statement(long backend, String text, List<@Nullable String> parameters) {
  boolean begins() {
    return text.startsWith("begin");
  }

  boolean ends() {
    return text.equals("commit") || text.equals("rollback");
  }
}
