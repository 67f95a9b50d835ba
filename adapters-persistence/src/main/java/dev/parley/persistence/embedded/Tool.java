package dev.parley.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs a program to its end. */
final class Tool {
  private Tool() {}

  /** Fails with the program's last words when it does not end well. */
  static void run(ProcessBuilder builder, String input) throws IOException {
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    Process process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new EmbeddedPostgresException(
            "PostgreSQL's files cannot be created: " + lastLine(output));
      }
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }

  private static String lastLine(String output) {
    return output.substring(output.lastIndexOf('\n') + 1);
  }
}
