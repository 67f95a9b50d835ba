package dev.parley.application.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks what was looked for, and cuts a part around the first mark out of a longer text. */
public final class Highlighter {
  private final List<String> asked;
  private final Set<String> found;
  private final boolean phrase;

  private Highlighter(List<String> asked, Set<String> found, boolean phrase) {
    this.asked = asked;
    this.found = found;
    this.phrase = phrase;
  }

  /**
   * Marks every word of {@code found}, together with the words asked for that stand next to it.
   *
   * @param found folded words of the text that count as found, whatever their form
   */
  public static Highlighter ofWords(TextQuery query, Collection<String> found) {
    return new Highlighter(query.words(), Set.copyOf(found), false);
  }

  /** Marks the query's words where they stand one after the other. */
  public static Highlighter ofPhrase(TextQuery query) {
    return new Highlighter(query.words(), Set.of(), true);
  }

  /** The whole text; empty when nothing in it is to be marked. */
  public Optional<Excerpt> whole(String text) {
    List<Mark> marks = marks(text, Word.in(text));
    return marks.isEmpty() ? Optional.empty() : Optional.of(cut(text, 0, text.length(), marks));
  }

  /** About {@code length} characters around the first mark, or from the beginning without one. */
  public Excerpt part(String text, int length) {
    List<Word> words = Word.in(text);
    List<Mark> marks = marks(text, words);
    if (text.length() <= length) {
      return cut(text, 0, text.length(), marks);
    }
    int first = marks.isEmpty() ? 0 : marks.getFirst().start();
    int earliest = Math.max(0, first - length / 4);
    int start =
        earliest == 0
            ? 0
            : words.stream().mapToInt(Word::start).filter(s -> s >= earliest).findFirst().orElse(0);
    int latest = start + length;
    int mustHave = marks.isEmpty() ? start : marks.getFirst().end();
    int end =
        latest >= text.length()
            ? text.length()
            : words.stream().mapToInt(Word::end).filter(e -> e <= latest).max().orElse(mustHave);
    return cut(text, start, Math.max(end, mustHave), marks);
  }

  private record Mark(int start, int end) {}

  private List<Mark> marks(String text, List<Word> words) {
    return phrase ? phrases(words) : runs(text, words);
  }

  private List<Mark> phrases(List<Word> words) {
    List<Mark> marks = new ArrayList<>();
    int length = asked.size();
    for (int i = 0; length > 0 && i + length <= words.size(); ) {
      List<Word> here = words.subList(i, i + length);
      if (here.stream().map(Word::folded).toList().equals(asked)) {
        marks.add(new Mark(here.getFirst().start(), here.getLast().end()));
        i += length;
      } else {
        i++;
      }
    }
    return marks;
  }

  /** Found words, and those asked for in between: {@code cancel my order} is one mark. */
  private List<Mark> runs(String text, List<Word> words) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int end = i;
      boolean hit = false;
      while (end < words.size() && isWanted(words.get(end)) && follows(text, words, i, end)) {
        hit |= found.contains(words.get(end).folded());
        end++;
      }
      if (hit) {
        marks.add(new Mark(words.get(i).start(), words.get(end - 1).end()));
      }
      i = Math.max(end, i + 1);
    }
    return marks;
  }

  private boolean isWanted(Word word) {
    return found.contains(word.folded()) || asked.contains(word.folded());
  }

  private static boolean follows(String text, List<Word> words, int first, int index) {
    return index == first
        || text.substring(words.get(index - 1).end(), words.get(index).start()).isBlank();
  }

  private static Excerpt cut(String text, int start, int end, List<Mark> marks) {
    List<Excerpt.Piece> pieces = new ArrayList<>();
    int at = start;
    for (Mark mark : marks) {
      if (mark.start() >= start && mark.end() <= end) {
        addPlain(pieces, text, at, mark.start());
        pieces.add(new Excerpt.Piece(text.substring(mark.start(), mark.end()), true));
        at = mark.end();
      }
    }
    addPlain(pieces, text, at, end);
    return new Excerpt(pieces);
  }

  private static void addPlain(List<Excerpt.Piece> pieces, String text, int start, int end) {
    if (start < end) {
      pieces.add(new Excerpt.Piece(text.substring(start, end), false));
    }
  }
}
