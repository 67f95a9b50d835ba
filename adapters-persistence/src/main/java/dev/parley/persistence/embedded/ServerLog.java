package dev.parley.persistence.embedded;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The server's own log file, with one predecessor kept. */
final class ServerLog {
  private static final long ROTATE_BYTES = 1 << 20;
  private static final int TAIL_BYTES = 1 << 14;

  private static final List<String> PASSING_REASONS =
      List.of("could not create any TCP/IP sockets", "is still in use", "already exists");

  private final Path file;
  private long start;

  ServerLog(Path directory) {
    this.file = directory.resolve("server.log");
  }

  /** Where the next run appends; {@link #lastWords} then speaks of that run only. */
  File open() throws IOException {
    if (Files.notExists(file)) {
      PrivateFiles.write(file, "");
    } else if (Files.size(file) > ROTATE_BYTES) {
      Path old = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.write(file, "");
    }
    start = Files.size(file);
    return file.toFile();
  }

  /** The last line of the run that says why it ended, or its last line. */
  String lastWords() throws IOException {
    List<String> lines = tail().lines().toList();
    return lines.reversed().stream()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .findFirst()
        .orElse(lines.isEmpty() ? "no output" : lines.getLast());
  }

  /**
   * Whether trying again may help: our port was snatched, or an old server's last processes linger.
   */
  boolean endedForPassingReason() throws IOException {
    String tail = tail();
    return PASSING_REASONS.stream().anyMatch(tail::contains);
  }

  private String tail() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(Math.max(start, log.length() - TAIL_BYTES));
      byte[] bytes = new byte[(int) (log.length() - log.getFilePointer())];
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
