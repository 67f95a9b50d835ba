package dev.parley.benchmarks.data;

import dev.parley.application.search.Language;
import dev.parley.application.search.Word;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the service would put into its search index for a text. The stem of a word does not depend
 * on the words around it, so each word of the vocabulary is stemmed once, by the schema's function.
 */
final class SearchVectors {
  private static final Set<Language> ALL = EnumSet.allOf(Language.class);

  private final Vocabulary vocabulary;
  private final Map<Language, String[]> stems = new EnumMap<>(Language.class);
  private final Map<Language, boolean[]> smallIn = new EnumMap<>(Language.class);

  /** Takes a second. */
  SearchVectors(Vocabulary vocabulary, Connection connection) throws SQLException {
    this.vocabulary = vocabulary;
    for (Language language : Language.values()) {
      smallIn.put(language, smallIn(language));
      stems.put(language, stems(language, connection));
    }
  }

  /** The text form of a {@code tsvector}. */
  String of(int[] words) {
    StringBuilder vector = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      vector.append(vocabulary.word(words[i])).append(':').append(i + 1).append(' ');
    }
    for (Language language : languages(words)) {
      String[] known = stems.getOrDefault(language, new String[0]);
      for (int word : words) {
        vector.append(known[word]).append(' ');
      }
    }
    return vector.toString();
  }

  /** As {@link Language#of} has it, which a test watches over. */
  private Set<Language> languages(int[] words) {
    Map<Language, Integer> counts = new EnumMap<>(Language.class);
    int most = 0;
    for (Map.Entry<Language, boolean[]> small : smallIn.entrySet()) {
      int count = count(words, small.getValue());
      counts.put(small.getKey(), count);
      most = Math.max(most, count);
    }
    if (most < 2) {
      return ALL;
    }
    Set<Language> likely = EnumSet.noneOf(Language.class);
    for (Map.Entry<Language, Integer> count : counts.entrySet()) {
      if (count.getValue() * 2 > most) {
        likely.add(count.getKey());
      }
    }
    return likely;
  }

  private static int count(int[] words, boolean[] small) {
    int count = 0;
    for (int word : words) {
      if (small[word]) {
        count++;
      }
    }
    return count;
  }

  private boolean[] smallIn(Language language) {
    boolean[] small = new boolean[vocabulary.size()];
    for (int i = 0; i < small.length; i++) {
      small[i] = isSmall(vocabulary.word(i), language);
    }
    return small;
  }

  /** Twice the same word tells in which languages it is a small one, or in none. */
  private static boolean isSmall(String word, Language language) {
    Set<Language> languages = Language.of(Word.in(word + " " + word));
    return languages.contains(language) && !languages.equals(ALL);
  }

  private String[] stems(Language language, Connection connection) throws SQLException {
    String[] found = new String[vocabulary.size()];
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select array_to_string(tsvector_to_array(search_stems(w.word, array[?])), ' ')
              from unnest(?::text[]) with ordinality w(word, n) order by w.n
            """)) {
      query.setString(1, language.name().toLowerCase(Locale.ROOT));
      query.setArray(2, connection.createArrayOf("text", vocabulary.words().toArray()));
      ResultSet rows = query.executeQuery();
      for (int i = 0; rows.next(); i++) {
        found[i] = rows.getString(1);
      }
    }
    return found;
  }
}
