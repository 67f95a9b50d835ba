package dev.parley.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final double MISSING = Double.NaN;

  @TempDir Path directory;

  @Test
  void jsonHasTheFiguresAndWhatFollowsFromThem() throws IOException {
    JsonNode json = json(MadeUp.report());
    assertThat(json.at("/environment/at").asText()).isEqualTo("2026-11-28T14:00:35Z");
    assertThat(json.at("/environment/took").asText()).isEqualTo("PT12M34S");
    assertThat(json.at("/scenarios/0/id").asText()).isEqualTo("W1");
    assertThat(json.at("/scenarios/0/most/median").asDouble()).isEqualTo(4_012.6);
    assertThat(json.at("/scenarios/0/ceiling/before").asDouble()).isEqualTo(15_705);
    assertThat(json.at("/scenarios/0/ratio").asDouble()).isBetween(0.252, 0.254);
    assertThat(json.at("/scenarios/0/latencies/1/p99Millis").asDouble()).isEqualTo(7.43 * 1.6);
    assertThat(json.at("/environment/yardstick/tpcbPerSecond").asDouble()).isEqualTo(1_768.4);
    assertThat(json.at("/environment/yardstick/scale").asInt()).isEqualTo(20);
    assertThat(json.at("/growth/2/rounds").asInt()).isEqualTo(7);
    assertThat(json.at("/growth/2/factor").asDouble()).isBetween(2.99, 3.01);
    assertThat(json.at("/starts/0/median").asDouble()).isEqualTo(0.81);
  }

  @Test
  void jsonKeepsTheOrderOfTheComponents() throws IOException {
    List<String> names =
        json(MadeUp.report()).at("/scenarios/0").propertyStream().map(e -> e.getKey()).toList();
    assertThat(names)
        .startsWith("id", "title", "unit", "shape", "messages", "most")
        .endsWith("latencies", "remarks", "ratio");
  }

  @Test
  void jsonHasNullForWhatIsMissing() throws IOException {
    JsonNode json = json(withMissingFigures());
    assertThat(json.at("/environment/yardstick/tpcbPerSecond").isNull()).isTrue();
    assertThat(json.at("/scenarios/0/cost/roundTrips").isNull()).isTrue();
    assertThat(json.at("/scenarios/0/ceiling/after").isNull()).isTrue();
    assertThat(json.at("/scenarios/1/ceiling").isNull()).isTrue();
    assertThat(json.at("/scenarios/1/ratio").isNull()).isTrue();
  }

  @Test
  void markdownBeginsWithWhatItWasMeasuredOn() throws IOException {
    assertThat(markdown(MadeUp.report()))
        .startsWith(
            """
            # Benchmark report

            - Commit `a4679a4+changes`, 2026-11-28 14:00 UTC, took 12 min 34 s
            - Java: 25.0.1+8-LTS; `-XX:+UseSerialGC`
            - PostgreSQL: 18.4; `shared_buffers = 2GB`, `synchronous_commit = on`
            - Machine: AMD EPYC, 2 cores, 23.0 GiB, Linux 6.1
            - Cores: service and PostgreSQL on 0–1, load on 0–1
            - One fdatasync: 112 µs (median)
            - Stalls: threads that only read the clock, one on each core, lose 4.12 % of their time in pauses of 26.4 ms at most
            - Yardstick: pgbench's own TPC-B-like 1,768/s, select-only 12,277/s (8 clients, prepared, scale 20)
            """);
  }

  @Test
  void markdownHasATableOfEachKind() throws IOException {
    assertThat(markdown(MadeUp.report()).lines())
        .contains(
            "| **W1** Inbound message | 4,013 (3,975–4,120) | 15,862 (+2.0 %) | 0.25 | 0.65 "
                + "| 1,000/s: 1.31 / 7.43 / 15.2<br>2,000/s: 2.10 / 11.9 / 24.3<br>"
                + "3,200/s: 11.8 / 66.9 / 137, **7 errors** |",
            "| W1 | 151 | 98.4 | 64.2 | 40.0 | 4 | 2 | 47.4 | 1,234 |",
            "| W1 | 256 | 12 | 4.31 | 21.7 |",
            "| 3,200/s | 3,200 | 3,199 | 192,000 | 7 | 11.8 | 19.1 | 66.9 | 137 | 1,086 |",
            "| W5 Growing | 500 | 10,000,000 | 3.93 | 22.3 | 45.6 | 0 | **3.00 ×** |",
            "| AOT cache, external database | 0.810 | 0.790–0.840 | 3 | 190 |",
            "| No cache | 2.40 | – | 1 | – |",
            "![W1: latency by percentile, a line for each rate](latency-w1.svg)",
            "\\set org random(1, 100)");
  }

  @Test
  void markdownSaysHowGrowthWasMeasured() throws IOException {
    assertThat(markdown(MadeUp.report()).lines())
        .contains(
            "The same requests at the same rate on ever more data, each size in a database of its"
                + " own. The sizes were measured in turn, round after round (7): p50 and p99 are"
                + " medians of the rounds, p99.9 and errors are of all rounds together.");
  }

  @Test
  void markdownKeepsMarkupOfNamesOutOfTables() throws IOException {
    assertThat(markdown(MadeUp.report()))
        .contains(
            "| **W2** List conversations \\| 25 rows |", "| **W8** Anonymize &lt;a person> |");
  }

  @Test
  void whatIsMissingIsNeverZero() throws IOException {
    assertThat(markdown(withMissingFigures()).lines())
        .contains(
            "| W1 | – | – | – | – | – | – | – | – |",
            "| W1 | – | – | – | – |",
            "- Yardstick: pgbench's own TPC-B-like –, select-only – (8 clients, prepared, scale 20)")
        .anyMatch(line -> line.startsWith("| **W2** Nothing | – | – | – | – | – |"));
  }

  @Test
  void aSoundRunSaysNothingOfBeingVoid() throws IOException {
    assertThat(markdown(MadeUp.report())).doesNotContain("VOID");
  }

  @Test
  void aVoidedRunSaysSoFirst() throws IOException {
    assertThat(markdown(MadeUp.voided()))
        .startsWith(
            """
            # Benchmark report

            **VOID: do not use the figures of these scenarios.**

            - **W1: the ceiling drifted by -23.6 %, more than 10 %**
            """);
  }

  @Test
  void aCeilingWithoutAFigureVoidsToo() throws IOException {
    assertThat(markdown(withMissingFigures()))
        .contains("**W1: the ceiling was not measured both before and after**");
  }

  @Test
  void plotsAreWellFormedAndShown() throws IOException {
    String markdown = markdown(MadeUp.report());
    List<Path> plots = plots();
    assertThat(plots)
        .extracting(plot -> plot.getFileName().toString())
        .containsExactly(
            "growth.svg", "latency-w1.svg", "latency-w2.svg", "latency-w8.svg", "ratio.svg");
    for (Path plot : plots) {
      assertThat(markdown).contains("](" + plot.getFileName() + ")");
      assertThat(plot).content().doesNotContain("NaN", "Infinity");
      assertThatCode(
              () ->
                  DocumentBuilderFactory.newDefaultNSInstance()
                      .newDocumentBuilder()
                      .parse(plot.toFile()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void withoutFiguresThereAreNoPlots() throws IOException {
    ReportWriter.write(withMissingFigures(), directory);
    assertThat(plots()).isEmpty();
  }

  @Test
  void theSameReportGivesTheSameBytes() throws IOException {
    ReportWriter.write(MadeUp.report(), directory.resolve("a"));
    ReportWriter.write(MadeUp.report(), directory.resolve("b"));
    for (String name : List.of("report.json", "report.md", "growth.svg", "ratio.svg")) {
      assertThat(directory.resolve("a").resolve(name))
          .hasSameBinaryContentAs(directory.resolve("b").resolve(name));
    }
  }

  private static Report withMissingFigures() {
    Cost nothing =
        new Cost(
            MISSING, MISSING, MISSING, MISSING, MISSING, MISSING, MISSING, MISSING, 0, -1, MISSING,
            MISSING);
    return new Report(
        MadeUp.environment(new Yardstick(MISSING, MISSING, 8, 20)),
        List.of(empty("W1", MadeUp.ceiling(100, MISSING), nothing), empty("W2", null, null)),
        List.of(),
        List.of());
  }

  private static ScenarioResult empty(String id, @Nullable Ceiling ceiling, @Nullable Cost cost) {
    return new ScenarioResult(
        id,
        "Nothing",
        "requests",
        "None",
        0,
        new Throughput(List.of(), 0),
        0,
        ceiling,
        cost,
        List.of(),
        List.of());
  }

  private JsonNode json(Report report) throws IOException {
    ReportWriter.write(report, directory);
    return new ObjectMapper().readTree(directory.resolve("report.json").toFile());
  }

  private String markdown(Report report) throws IOException {
    ReportWriter.write(report, directory);
    return Files.readString(directory.resolve("report.md"));
  }

  private List<Path> plots() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".svg")).sorted().toList();
    }
  }
}
