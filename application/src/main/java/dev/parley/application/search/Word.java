package dev.parley.application.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A word of a text, as it is compared: without case, accents and ligatures, so that {@code Ärger},
 * {@code ÄRGER} and {@code arger} are the same.
 *
 * @param spelled with its accents, which tell the forms of words in some languages
 * @param start where it begins in the text
 * @param end behind its last character
 */
public record Word(String folded, String spelled, int start, int end) {
  /** Longer ones are no words but data; they count as nothing. */
  private static final int LENGTH_MAX = 100;

  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}\\p{M}]+");

  /** Letters that Unicode does not take apart but people do. */
  private static final Map<String, String> SPELLED =
      Map.ofEntries(
          Map.entry("ß", "ss"),
          Map.entry("æ", "ae"),
          Map.entry("œ", "oe"),
          Map.entry("ø", "o"),
          Map.entry("đ", "d"),
          Map.entry("ð", "d"),
          Map.entry("þ", "th"),
          Map.entry("ł", "l"),
          Map.entry("ı", "i"),
          Map.entry("ς", "σ"));

  private static final Pattern TO_SPELL = Pattern.compile("[ßæœøđðþłıς]");

  /** The words of a text in their order. */
  public static List<Word> in(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean alone = isWordByItself(c);
      if (start >= 0 && (alone || !continuesWord(c))) {
        add(words, text, start, i);
        start = -1;
      }
      if (alone) {
        add(words, text, i, next);
      } else if (start < 0 && Character.isLetterOrDigit(c)) {
        start = i;
      }
      i = next;
    }
    if (start >= 0) {
      add(words, text, start, text.length());
    }
    return words;
  }

  private static void add(List<Word> words, String text, int start, int end) {
    if (end - start > LENGTH_MAX) {
      return;
    }
    String spelled =
        Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
    String folded = fold(spelled);
    if (!folded.isEmpty() && folded.length() <= LENGTH_MAX) {
      words.add(new Word(folded, NO_WORD.matcher(spelled).replaceAll(""), start, end));
    }
  }

  private static boolean continuesWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }

  /** Scripts that are written without spaces. */
  private static boolean isWordByItself(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA -> Character.isLetter(c);
      default -> false;
    };
  }

  private static String fold(String lower) {
    String bare = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    String plain = TO_SPELL.matcher(bare).replaceAll(Word::plain);
    return Normalizer.normalize(NO_WORD.matcher(plain).replaceAll(""), Normalizer.Form.NFC);
  }

  private static String plain(MatchResult letter) {
    return SPELLED.getOrDefault(letter.group(), "");
  }
}
