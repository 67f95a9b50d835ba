package dev.parley.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A process with all its descendants, as Linux accounts for them. */
public final class ProcessTree {
  /** {@code USER_HZ}, the same on every Linux a JVM runs on. */
  private static final long TICKS_PER_SECOND = 100;

  private static final int UTIME = 11;
  private static final int STIME = 12;
  private static final int CUTIME = 13;
  private static final int CSTIME = 14;
  private static final long KIB = 1024;

  private final ProcessHandle root;

  public ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /** CPU time so far, with that of children that have ended. */
  public Duration cpu() {
    Set<Long> children = children();
    while (true) {
      long ticks =
          ticks(root.pid(), true) + children.stream().mapToLong(child -> ticks(child, false)).sum();
      // One that ended in between may be in neither figure: its own is gone, its parent's was read.
      Set<Long> now = children();
      if (now.equals(children)) {
        return Duration.ofNanos(ticks * (1_000_000_000 / TICKS_PER_SECOND));
      }
      children = now;
    }
  }

  private Set<Long> children() {
    return root.descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  /** Resident memory of the process itself, in bytes. */
  public long residentBytes() {
    return statusOf("VmRSS:") * KIB;
  }

  private long statusOf(String name) {
    try {
      return Files.readAllLines(proc(root.pid(), "status")).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long ticks(long pid, boolean withEnded) {
    try {
      String stat = Files.readString(proc(pid, "stat"));
      // The name in parentheses may hold blanks.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      LongStream counted =
          withEnded ? LongStream.of(UTIME, STIME, CUTIME, CSTIME) : LongStream.of(UTIME, STIME);
      return counted.map(field -> Long.parseLong(fields[(int) field])).sum();
    } catch (IOException gone) {
      // Children come and go; what they used is then told by their parent.
      return 0;
    }
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }
}
