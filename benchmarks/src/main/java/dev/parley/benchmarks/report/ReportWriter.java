package dev.parley.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a report for programs, as {@code report.json}, and for people, as {@code report.md}. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes both and the plots that {@code report.md} shows. The same report gives the same bytes.
   *
   * @param directory made when it is not there; files of the same names are replaced
   */
  public static void write(Report report, Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("report.json"), JsonReport.of(report));
    Files.writeString(directory.resolve("report.md"), MarkdownReport.of(report));
    for (Map.Entry<String, String> plot : Plots.of(report).entrySet()) {
      Files.writeString(directory.resolve(plot.getKey()), plot.getValue());
    }
  }
}
