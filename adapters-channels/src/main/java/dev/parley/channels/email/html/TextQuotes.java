package dev.parley.channels.email.html;

import dev.parley.channels.email.html.QuoteLine.Kind;
import java.util.List;

/** Divides plain text, where quoted lines begin with {@code >}. */
final class TextQuotes {
  private TextQuotes() {}

  static QuoteSplit split(String text) {
    List<String> lines = List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    int cut = QuoteFinder.cut(lines.stream().map(TextQuotes::line).toList());
    String quoted = String.join("\n", lines.subList(cut, lines.size())).strip();
    return quoted.isEmpty()
        ? QuoteSplit.whole(text)
        : new QuoteSplit(String.join("\n", lines.subList(0, cut)).stripTrailing(), quoted);
  }

  private static QuoteLine line(String written) {
    return new QuoteLine(
        LeadLines.normalised(written), written.startsWith(">") ? Kind.QUOTED : Kind.WRITTEN);
  }
}
