package dev.parley.benchmarks.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The words that texts are made of, most frequent first: small words of English, which tell the
 * service the language, then made-up ones. How often they occur follows Zipf's law. The last ones
 * are rare and never drawn by it.
 */
final class Vocabulary {
  static final int RARE = 200;

  private static final List<String> SMALL =
      List.of(
          ("the and of is to you that it for with have this my your not are was be i we our please"
                  + " where what when how can has been would could thanks")
              .split(" "));
  private static final int MADE_UP = 20_000;
  private static final int QUANTILES = 1 << 20;
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  private static final int COMMON_FROM = SMALL.size() + 10;
  private static final int COMMON_TO = SMALL.size() + 200;

  private final List<String> words;
  private final int[] byQuantile;

  Vocabulary(long seed) {
    this.words = words(new SplittableRandom(seed));
    this.byQuantile = zipf(size() - RARE);
  }

  /** The rare ones included. */
  int size() {
    return words.size();
  }

  String word(int index) {
    return words.get(index);
  }

  List<String> words() {
    return words;
  }

  int draw(SplittableRandom random) {
    return byQuantile[random.nextInt(QUANTILES)];
  }

  /** One that every twentieth to hundredth text has. */
  int drawCommon(SplittableRandom random) {
    return random.nextInt(COMMON_FROM, COMMON_TO);
  }

  int drawRare(SplittableRandom random) {
    return size() - RARE + random.nextInt(RARE);
  }

  private static List<String> words(SplittableRandom random) {
    Set<String> made = new LinkedHashSet<>(SMALL);
    while (made.size() < SMALL.size() + MADE_UP + RARE) {
      made.add(madeUp(random));
    }
    return List.copyOf(new ArrayList<>(made));
  }

  private static String madeUp(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    int syllables = random.nextInt(2, 5);
    for (int i = 0; i < syllables; i++) {
      word.append(letter(CONSONANTS, random)).append(letter(VOWELS, random));
    }
    return word.append(letter(CONSONANTS, random)).toString();
  }

  private static char letter(String of, SplittableRandom random) {
    return of.charAt(random.nextInt(of.length()));
  }

  /** Which word each of many equal parts of all occurrences falls on. */
  private static int[] zipf(int words) {
    double all = 0;
    for (int rank = 1; rank <= words; rank++) {
      all += 1.0 / rank;
    }
    int[] table = new int[QUANTILES];
    int word = 0;
    double reached = 1 / all;
    for (int i = 0; i < QUANTILES; i++) {
      while (word < words - 1 && (i + 0.5) / QUANTILES > reached) {
        word++;
        reached += 1 / (all * (word + 1));
      }
      table[i] = word;
    }
    return table;
  }
}
