package dev.parley.channels.email.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Judges cleaned HTML by another list than the one it was made by: what must never be in it. */
final class SafeHtml {
  private static final Set<String> KNOWN_ATTRIBUTES =
      Set.of(
          "href",
          "target",
          "rel",
          "src",
          "data-remote-src",
          "alt",
          "title",
          "dir",
          "lang",
          "width",
          "height",
          "align",
          "valign",
          "bgcolor",
          "border",
          "cellpadding",
          "cellspacing",
          "colspan",
          "rowspan",
          "span",
          "color",
          "size",
          "face",
          "start",
          "value",
          "type",
          "style");
  private static final Set<String> FORBIDDEN =
      Set.of(
          "script",
          "style",
          "link",
          "meta",
          "base",
          "form",
          "input",
          "button",
          "select",
          "option",
          "textarea",
          "svg",
          "math",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "template",
          "noscript",
          "noembed",
          "noframes",
          "xmp",
          "plaintext",
          "listing",
          "title",
          "audio",
          "video",
          "source",
          "marquee",
          "details",
          "dialog",
          "portal",
          "isindex",
          "layer",
          "bgsound",
          "keygen",
          "image",
          "animate",
          "set",
          "foreignobject",
          "mglyph",
          "malignmark");

  private SafeHtml() {}

  static void assertSafe(String html) {
    assertSafe(Jsoup.parseBodyFragment(html));
    assertSafe(Jsoup.parse("<noscript>" + html));
    assertSafe(Jsoup.parse(html, Parser.xmlParser()));
  }

  private static void assertSafe(Document document) {
    for (Element element : document.getAllElements()) {
      element.attributes().forEach(SafeHtml::assertSafe);
      if (!element.normalName().equals("noscript")) {
        assertThat(FORBIDDEN).doesNotContain(element.normalName());
      }
      assertThat(element.childNodes()).noneMatch(DataNode.class::isInstance);
    }
  }

  private static void assertSafe(Attribute attribute) {
    String value = attribute.getValue().toLowerCase(Locale.ROOT);
    assertThat(KNOWN_ATTRIBUTES).contains(attribute.getKey());
    switch (attribute.getKey()) {
      case "href" -> assertThat(value).matches("(?s)(?:https?://|mailto:|tel:).*");
      case "src" -> assertThat(value).startsWith("/media/");
      case "data-remote-src" -> assertThat(value).matches("https?://.*");
      case "style" ->
          assertThat(value)
              .doesNotContain(
                  "url", "expression", "import", "behavior", "binding", "position", "\\", "<")
              .doesNotContain("/*");
      default -> {}
    }
  }
}
