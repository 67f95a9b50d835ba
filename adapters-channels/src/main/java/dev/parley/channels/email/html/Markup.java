package dev.parley.channels.email.html;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses hostile HTML within bounds. */
final class Markup {
  /** Deeper nesting is flattened; mail written by people stays well below it. */
  static final int DEEPEST = 200;

  /**
   * Tags read at most. Misnested tables cost the parser time by the square of their number: this
   * many take about one second, twice as many five (measured with jsoup 1.23.2).
   */
  static final int MOST_TAGS = 50_000;

  private Markup() {}

  static Document parse(String html) {
    String bounded = html.substring(0, end(html));
    Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(bounded, "");
    document.outputSettings().prettyPrint(false);
    return document;
  }

  /** Whether the document has more tags than are read. */
  static boolean isCut(String html) {
    return end(html) < html.length();
  }

  private static int end(String html) {
    int tags = 0;
    int at = html.indexOf('<');
    while (at >= 0 && at + 1 < html.length()) {
      char next = html.charAt(at + 1);
      if ((next == '/' || Character.isLetter(next)) && ++tags > MOST_TAGS) {
        return at;
      }
      at = html.indexOf('<', at + 1);
    }
    return html.length();
  }
}
