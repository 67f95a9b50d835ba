package dev.parley.channels.email.html;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text a reader of HTML sees. */
public final class PlainText {
  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "noscript",
          "title",
          "svg",
          "math",
          "object",
          "iframe",
          "select",
          "textarea",
          "xmp",
          "plaintext");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote", "table");

  private static final Set<String> SAME_LINE = Set.of("body", "td", "th");

  private PlainText() {}

  /** For previews, search and automation: link addresses are left out. */
  public static String fromHtml(String html) {
    return text(html, false);
  }

  /** For the text alternative of a mail: a link's address follows its text in angle brackets. */
  public static String withLinks(String html) {
    return text(html, true);
  }

  private static String text(String html, boolean links) {
    Collector collector = new Collector(links);
    Markup.parse(html).body().filter(collector);
    return collector.text();
  }

  private static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName()) || Hidden.is(element);
  }

  private static final class Collector implements NodeFilter {
    private final boolean links;
    private final StringBuilder text = new StringBuilder();
    private int preformatted;
    private int breaks;
    private boolean space;

    /** A list item's mark was the last thing written: its text follows on the same line. */
    private boolean marked;

    Collector(boolean links) {
      this.links = links;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        if (isUnseen(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        begin(element);
      }
      return FilterResult.CONTINUE;
    }

    private void begin(Element element) {
      marked &= !element.normalName().equals("li");
      breakAround(element);
      switch (element.normalName()) {
        case "br" -> breaks++;
        case "hr" -> breakLines(2);
        case "li" -> {
          append("- ");
          marked = true;
        }
        case "td", "th" -> space = true;
        case "pre" -> preformatted++;
        default -> {}
      }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.normalName().equals("pre")) {
          preformatted--;
        }
        if (links && element.normalName().equals("a")) {
          appendAddress(element);
        }
        breakAround(element);
      }
      return FilterResult.CONTINUE;
    }

    private void breakAround(Element element) {
      if (PARAGRAPHS.contains(element.normalName())) {
        breakLines(2);
      } else if (element.isBlock() && !SAME_LINE.contains(element.normalName())) {
        breakLines(1);
      }
    }

    private void breakLines(int atLeast) {
      breaks = marked ? breaks : Math.max(breaks, atLeast);
    }

    private void appendAddress(Element link) {
      String address = link.attr("href").strip();
      String shown = link.text().strip();
      boolean tells = address.matches("(?i)(?:https?:|mailto:|tel:)\\S{1,2000}");
      if (tells && !shown.equals(address) && !address.endsWith(":" + shown)) {
        append(" <" + address + ">");
      }
    }

    private void append(String words) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (c == '\n' && preformatted > 0) {
          breaks++;
        } else if (c == '\u00A0' || (preformatted > 0 && c == ' ')) {
          flush();
          text.append(' ');
        } else if (c <= ' ') {
          space = true;
        } else if (c != '\u200B' && c != '\u00AD' && c != '\uFEFF') {
          flush();
          text.append(c);
        }
      }
    }

    /** Two empty lines say no more than one. */
    private void flush() {
      if (breaks > 0 && !text.isEmpty()) {
        text.append("\n".repeat(Math.min(breaks, 2)));
      } else if (space && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append(' ');
      }
      breaks = 0;
      space = false;
      marked = false;
    }

    String text() {
      String lines = text.toString().lines().map(String::stripTrailing).collect(joining("\n"));
      return lines.replaceAll("\n{3,}", "\n\n").strip();
    }
  }
}
