package dev.parley.channels.email.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Divides HTML at the first element or text of the line where the history begins. */
final class HtmlQuotes {
  private HtmlQuotes() {}

  static QuoteSplit split(String html) {
    if (Markup.isCut(html)) {
      return QuoteSplit.whole(html);
    }
    Document document = Markup.parse(html);
    HtmlLines lines = HtmlLines.of(document.body());
    int cut = QuoteFinder.cut(lines.lines());
    if (cut == lines.lines().size()) {
      return QuoteSplit.whole(html);
    }
    String quoted = removeFrom(lines.start(cut), document.body());
    return new QuoteSplit(document.body().html().strip(), quoted);
  }

  /** Removes what comes at and after a node in document order; returns it. */
  private static String removeFrom(Node start, Element body) {
    List<Node> removed = new ArrayList<>();
    Node node = outermostStartingAt(start, body);
    removed.add(node);
    while (!node.equals(body)) {
      for (Node next = node.nextSibling(); next != null; next = next.nextSibling()) {
        removed.add(next);
      }
      node = parent(node, body);
    }
    StringBuilder html = new StringBuilder();
    removed.forEach(part -> html.append(part.outerHtml()));
    removed.forEach(Node::remove);
    return html.toString().strip();
  }

  /** Leaves no empty wrapper behind. */
  private static Node outermostStartingAt(Node start, Element body) {
    Node node = start;
    while (node.previousSibling() == null && !parent(node, body).equals(body)) {
      node = parent(node, body);
    }
    return node;
  }

  private static Node parent(Node node, Element body) {
    Node parent = node.parent();
    return parent == null ? body : parent;
  }
}
