package dev.parley.channels.email.html;

import dev.parley.channels.email.html.QuoteLine.Kind;
import java.util.List;

/** Decides at which line of a body the history or the signature begins. */
final class QuoteFinder {
  /** A lead line is wrapped into so many lines at most. */
  private static final int WRAPPED = 4;

  /** Fields of a header block stand this close together. */
  private static final int BLOCK = 8;

  private static final int NONE = -1;

  private final List<QuoteLine> lines;

  private QuoteFinder(List<QuoteLine> lines) {
    this.lines = lines;
  }

  /** Index of the first line that is not reply; the number of lines when all are. */
  static int cut(List<QuoteLine> lines) {
    QuoteFinder finder = new QuoteFinder(lines);
    int history = finder.historyStart();
    int cut = finder.signatureStart(history == NONE ? lines.size() : history);
    return finder.isWrittenBefore(cut) ? cut : lines.size();
  }

  private int historyStart() {
    for (int i = 0; i < lines.size(); i++) {
      QuoteLine line = lines.get(i);
      if (line.is(Kind.HISTORY)) {
        return withRule(i);
      }
      if (isFirstOfItsKind(i) && LeadLines.isForwarded(line.text())) {
        return NONE;
      }
      if (line.is(Kind.WRITTEN)) {
        int start = leadStart(i);
        if (start != NONE) {
          return hasAnswersFrom(i + 1) ? NONE : start;
        }
        if (LeadLines.isOriginal(line.text()) || isHeaderBlock(i)) {
          return withRule(i);
        }
      }
    }
    return trailingQuoteStart();
  }

  /** Deep inside a quotation everything occurs. */
  private boolean isFirstOfItsKind(int i) {
    return lines.get(i).is(Kind.WRITTEN) || i == 0 || !lines.get(i - 1).is(lines.get(i).kind());
  }

  /** Where the lead line that ends at line {@code end} starts. */
  private int leadStart(int end) {
    String joined = lines.get(end).text();
    if (!joined.endsWith(":")) {
      return NONE;
    }
    int start = end;
    while (!LeadLines.isLead(joined)) {
      start--;
      if (start < 0 || start <= end - WRAPPED || !lines.get(start).is(Kind.WRITTEN)) {
        return NONE;
      }
      joined = lines.get(start).text() + " " + joined;
    }
    return start;
  }

  private boolean isHeaderBlock(int from) {
    if (!LeadLines.isFromField(lines.get(from).text())) {
      return false;
    }
    long fields =
        lines.subList(from + 1, Math.min(lines.size(), from + BLOCK)).stream()
            .filter(line -> LeadLines.isOtherField(line.text()))
            .count();
    return fields >= 2;
  }

  /** Outlook draws a line of underscores above its block. */
  private int withRule(int start) {
    int above = start - 1;
    while (above > 0 && lines.get(above).isBlank()) {
      above--;
    }
    return above >= 0 && lines.get(above).text().matches("_{10,100}") ? above : start;
  }

  /**
   * Whether somebody wrote between or below the quoted lines that follow a lead. Where none follow,
   * the program that wrote the lead did not mark what it quoted.
   */
  private boolean hasAnswersFrom(int start) {
    boolean marked = lines.stream().skip(start).anyMatch(line -> line.is(Kind.QUOTED));
    return marked
        && lines.stream()
            .skip(start)
            .takeWhile(line -> !line.isSignatureMark())
            .anyMatch(line -> line.is(Kind.WRITTEN) && !line.isBlank());
  }

  private int trailingQuoteStart() {
    int start = lines.size();
    boolean quoted = false;
    while (start > 0 && !isWritten(start - 1)) {
      start--;
      quoted |= lines.get(start).is(Kind.QUOTED);
    }
    boolean interleaved = lines.stream().limit(start).anyMatch(line -> line.is(Kind.QUOTED));
    return quoted && !interleaved ? start : NONE;
  }

  private boolean isWritten(int i) {
    return lines.get(i).is(Kind.WRITTEN) && !lines.get(i).isBlank();
  }

  /** The first of the last lines that are signature and nothing else. */
  private int signatureStart(int end) {
    int start = end;
    for (int i = end - 1; i > 0; i--) {
      if (lines.get(i).isSignatureMark()) {
        return i;
      }
    }
    while (start > 0 && !isWritten(start - 1) && !lines.get(start - 1).is(Kind.QUOTED)) {
      start--;
    }
    return start;
  }

  private boolean isWrittenBefore(int cut) {
    for (int i = 0; i < cut; i++) {
      if (isWritten(i)) {
        return true;
      }
    }
    return false;
  }
}
