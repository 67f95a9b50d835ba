package dev.parley.benchmarks.data;

import java.util.SplittableRandom;

/** Texts of messages and subjects, each following from its seed alone. */
final class Texts {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 60;
  private static final double MEAN_BEYOND = 16;
  private static final int SENTENCE = 12;

  /** One text in so many has one of the rare words, so each of them is in one of 20,000. */
  private static final int RARE_IN = 20_000 / Vocabulary.RARE;

  private static final int PHRASES = 100;
  private static final int PHRASE_IN = 20;

  private final Vocabulary vocabulary;
  private final int[][] phrases = new int[PHRASES][];

  Texts(long seed) {
    this.vocabulary = new Vocabulary(seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < PHRASES; i++) {
      phrases[i] = new int[] {vocabulary.drawCommon(random), vocabulary.drawCommon(random)};
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The words of a message, as numbers of the vocabulary. */
  int[] message(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double beyond = -MEAN_BEYOND * Math.log(1 - random.nextDouble());
    int[] words = drawn(random, (int) Math.min(LONGEST, SHORTEST + beyond));
    if (random.nextInt(RARE_IN) == 0) {
      words[0] = vocabulary.drawRare(random);
    }
    if (random.nextInt(PHRASE_IN) == 0) {
      int[] phrase = phrases[random.nextInt(PHRASES)];
      System.arraycopy(phrase, 0, words, random.nextInt(1, words.length - 1), phrase.length);
    }
    return words;
  }

  int[] subject(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return drawn(random, random.nextInt(2, 6));
  }

  private int[] drawn(SplittableRandom random, int count) {
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = vocabulary.draw(random);
    }
    return words;
  }

  /** As a person would write them. */
  String written(int[] words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      String word = vocabulary.word(words[i]);
      if (i % SENTENCE == 0) {
        text.append(i == 0 ? "" : ". ").append(capitalized(word));
      } else {
        text.append(' ').append(word);
      }
    }
    return text.toString();
  }

  /** A first and a last name. */
  String name(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return capitalized(vocabulary.word(vocabulary.drawCommon(random)))
        + " "
        + capitalized(vocabulary.word(vocabulary.drawCommon(random)));
  }

  String phrase(SplittableRandom random) {
    int[] phrase = phrases[random.nextInt(PHRASES)];
    return vocabulary.word(phrase[0]) + " " + vocabulary.word(phrase[1]);
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
