package dev.parley.channels.email.html;

import dev.parley.channels.email.html.QuoteLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** The lines of a document as a reader sees them, each with the node it starts at. */
final class HtmlLines implements NodeFilter {
  private static final Evaluator QUOTATION =
      Selector.evaluatorOf(
          "blockquote.gmail_quote, .gmail_attr, blockquote[type=cite], .moz-cite-prefix,"
              + " div.yahoo_quoted, #yahoo_quoted, .protonmail_quote, div.zmail_extra");

  /** Holds a lead and quotations, and what was written between them. */
  private static final Evaluator MIXTURE = Selector.evaluatorOf("div.gmail_quote");

  private static final Evaluator HISTORY =
      Selector.evaluatorOf(
          "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container,"
              + " .ms-outlook-mobile-reference-message, #OLK_SRC_BODY_SECTION, hr#stopSpelling");

  private static final Evaluator SIGNATURE =
      Selector.evaluatorOf(
          ".gmail_signature, .gmail_signature_prefix, .moz-signature, #Signature,"
              + " #ms-outlook-mobile-signature, .protonmail_signature_block");

  /** The line Outlook draws above its header block. */
  private static final Pattern OUTLOOK_RULE =
      Pattern.compile("border-top\\s*:\\s*solid\\s+#(?:e1e1e1|b5c4df)\\s+1\\.0pt");

  /** Stands for an image: it is content, though not text. */
  private static final char OBJECT = '\uFFFC';

  private final List<QuoteLine> lines = new ArrayList<>();
  private final List<Node> starts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Node start;
  private int quotations;
  private int signatures;
  private boolean leading;

  private HtmlLines() {}

  static HtmlLines of(Element body) {
    HtmlLines lines = new HtmlLines();
    body.filter(lines);
    lines.endLine();
    return lines;
  }

  List<QuoteLine> lines() {
    return lines;
  }

  Node start(int line) {
    return starts.get(line);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText(), node);
    } else if (node instanceof Element element) {
      if (Hidden.is(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      begin(element);
    }
    return FilterResult.CONTINUE;
  }

  private void begin(Element element) {
    if (isBreak(element)) {
      endLine();
    }
    if (isHistory(element)) {
      add("", Kind.HISTORY, element);
    }
    if (element.normalName().equals("img")) {
      append(String.valueOf(OBJECT), element);
    }
    quotations += QUOTATION.matches(element, element) ? 1 : 0;
    signatures += SIGNATURE.matches(element, element) ? 1 : 0;
    leading |= MIXTURE.matches(element, element);
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (isBreak(element)) {
        endLine();
      }
      quotations -= QUOTATION.matches(element, element) ? 1 : 0;
      signatures -= SIGNATURE.matches(element, element) ? 1 : 0;
      leading &= !element.normalName().equals("blockquote") && !MIXTURE.matches(element, element);
    }
    return FilterResult.CONTINUE;
  }

  private static boolean isBreak(Element element) {
    return element.isBlock()
        || element.normalName().equals("br")
        || QUOTATION.matches(element, element)
        || SIGNATURE.matches(element, element);
  }

  private static boolean isHistory(Element element) {
    return HISTORY.matches(element, element)
        || OUTLOOK_RULE.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }

  private void append(String words, Node node) {
    if (start == null && !words.isBlank()) {
      start = node;
    }
    text.append(words);
  }

  private void endLine() {
    String line = LeadLines.normalised(text.toString());
    if (start != null && !line.isEmpty()) {
      add(line, kind(line), start);
    }
    text.setLength(0);
    start = null;
  }

  /** Some programs mark quotations in HTML as in text. */
  private Kind kind(String line) {
    if (quotations > 0 || leading || line.startsWith(">")) {
      return Kind.QUOTED;
    }
    return signatures > 0 ? Kind.SIGNATURE : Kind.WRITTEN;
  }

  private void add(String line, Kind kind, Node from) {
    lines.add(new QuoteLine(line, kind));
    starts.add(from);
  }
}
