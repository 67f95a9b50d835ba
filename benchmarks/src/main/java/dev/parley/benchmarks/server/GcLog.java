package dev.parley.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collections of a JVM, as {@code -Xlog:gc} tells them. */
public final class GcLog {
  private static final Pattern PAUSE =
      Pattern.compile("GC\\(\\d+\\) Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms");

  private static final long MIB = 1 << 20;

  private final Path file;

  GcLog(Path file) {
    this.file = file;
  }

  private record Pause(long before, long after, double millis) {}

  /**
   * What happened between two moments.
   *
   * @param allocatedBytes up to the last collection; NaN without one
   */
  public record Span(
      long pauses, double longestMillis, double totalMillis, double allocatedBytes) {}

  /** How many collections there have been. */
  public int position() {
    return pauses().size();
  }

  /** What happened since. */
  public Span since(int position) {
    List<Pause> all = pauses();
    List<Pause> span = all.subList(Math.min(position, all.size()), all.size());
    double allocated = 0;
    for (int i = position; i < all.size(); i++) {
      allocated += (all.get(i).before() - (i == 0 ? 0 : all.get(i - 1).after())) * (double) MIB;
    }
    return new Span(
        span.size(),
        span.stream().mapToDouble(Pause::millis).max().orElse(0),
        span.stream().mapToDouble(Pause::millis).sum(),
        span.isEmpty() ? Double.NaN : allocated);
  }

  private List<Pause> pauses() {
    try (var lines = Files.lines(file)) {
      return lines.map(GcLog::pause).filter(Objects::nonNull).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Pause pause(String line) {
    Matcher matcher = PAUSE.matcher(line);
    return matcher.find()
        ? new Pause(
            Long.parseLong(matcher.group(1)),
            Long.parseLong(matcher.group(2)),
            Double.parseDouble(matcher.group(3)))
        : null;
  }
}
