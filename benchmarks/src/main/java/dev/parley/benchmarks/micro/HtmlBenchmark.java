package dev.parley.benchmarks.micro;

import dev.parley.channels.email.html.CleanHtml;
import dev.parley.channels.email.html.HtmlCleaner;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Making HTML of a mail safe to show. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HtmlBenchmark {
  private static final String LETTER = "<div dir=\"ltr\"><p>" + Samples.TEXT + "</p></div>";
  private static final String ROW =
      """
      <tr><td style="padding:8px;font-family:Arial"><a href="https://shop.example/item?id=%d" \
      onclick="track()"><img src="https://shop.example/%d.png" width="120" height="90"></a></td>
      <td><b>Lamp number %d</b><br><span style="color:#c00">now only 19&euro;</span></td></tr>
      """;

  private final String newsletter = newsletter();

  private static String newsletter() {
    StringBuilder html =
        new StringBuilder("<html><head><style>td{margin:0}</style></head><body><table>");
    for (int i = 0; i < 60; i++) {
      html.append(ROW.replace("%d", Integer.toString(i)));
    }
    return html.append("</table><script>track()</script></body></html>").toString();
  }

  @Benchmark
  public CleanHtml letter() {
    return HtmlCleaner.clean(LETTER, _ -> Optional.empty());
  }

  /** About 18 kB with sixty pictures and links. */
  @Benchmark
  public CleanHtml newsletter18kB() {
    return HtmlCleaner.clean(newsletter, _ -> Optional.empty());
  }
}
