package dev.parley.channels.email.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a sender put into the markup but not before the reader's eyes. */
final class Hidden {
  private static final Pattern STYLE =
      Pattern.compile("(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  private Hidden() {}

  static boolean is(Element element) {
    return element.hasAttr("hidden")
        || STYLE.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
  }
}
