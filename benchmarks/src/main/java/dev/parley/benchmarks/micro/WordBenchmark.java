package dev.parley.benchmarks.micro;

import dev.parley.application.search.Language;
import dev.parley.application.search.PlainText;
import dev.parley.application.search.Word;
import dev.parley.domain.conversation.Content;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From a message of about 80 words to what can be searched. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WordBenchmark {
  private final Content html = new Content(Content.Format.HTML, "<p>" + Samples.TEXT + "</p>");
  private final String text = PlainText.oneLine(Samples.TEXT);
  private final List<Word> words = Word.in(text);

  @Benchmark
  public String plainText() {
    return PlainText.of(html);
  }

  @Benchmark
  public List<Word> words() {
    return Word.in(text);
  }

  @Benchmark
  public Set<Language> languages() {
    return Language.of(words);
  }
}
