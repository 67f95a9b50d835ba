package dev.parley.application.search;

import dev.parley.domain.shared.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * Words to look for.
 *
 * @param exact whether they must stand one after the other as they are; otherwise any of them, in
 *     any form, is enough, and more of them are better
 */
public record TextQuery(String text, boolean exact) {
  public static final int LENGTH_MAX = 1000;

  /** Of longer queries the first words count. */
  private static final int WORDS_MAX = 32;

  public TextQuery {
    text = Text.required("query", text, LENGTH_MAX);
  }

  /** Folded, in their order; none when there are only signs. */
  public List<String> words() {
    return all().map(Word::folded).toList();
  }

  /** The same words with their accents. */
  public List<String> spellings() {
    return all().map(Word::spelled).toList();
  }

  private Stream<Word> all() {
    return Word.in(text).stream().limit(WORDS_MAX);
  }
}
