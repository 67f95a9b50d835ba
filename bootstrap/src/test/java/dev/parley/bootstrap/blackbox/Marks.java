package dev.parley.bootstrap.blackbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Words that stand nowhere by chance, to be put into what a person says and looked for in what is
 * kept. The same seed makes the same words.
 */
final class Marks {
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
  private static final int LENGTH = 14;
  private static final int BASE64_BITS = 6;

  private final Random random;
  private final Map<String, String> words = new LinkedHashMap<>();

  Marks(long seed) {
    random = new Random(seed);
  }

  /** The word that stands for {@code meaning}; a new one at the first call. */
  String word(String meaning) {
    return words.computeIfAbsent(meaning, _ -> next());
  }

  /** The meanings whose words occur in a text, plain or as mails and dumps encode them. */
  List<String> in(String text) {
    String unfolded = text.replace("=\r\n", "").replaceAll("[\r\n]", "");
    String lower = unfolded.toLowerCase(Locale.ROOT);
    return words.entrySet().stream()
        .filter(word -> occurs(word.getValue(), unfolded, lower))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All meanings that have a word. */
  List<String> meanings() {
    return List.copyOf(words.keySet());
  }

  private static boolean occurs(String word, String text, String lower) {
    String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.US_ASCII));
    return Stream.of(word, hex).anyMatch(lower::contains)
        || base64(word).stream().anyMatch(text::contains);
  }

  /** What of an encoded text depends on the word alone, wherever in a group of three it begins. */
  private static List<String> base64(String word) {
    List<String> forms = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      String padded = "x".repeat(before) + word;
      String encoded =
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString(padded.getBytes(StandardCharsets.US_ASCII));
      int from = Math.ceilDiv(before * Byte.SIZE, BASE64_BITS);
      forms.add(encoded.substring(from, padded.length() * Byte.SIZE / BASE64_BITS));
    }
    return forms;
  }

  private String next() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
