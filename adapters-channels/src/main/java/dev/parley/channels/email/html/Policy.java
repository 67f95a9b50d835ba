package dev.parley.channels.email.html;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The allow-list. Whoever changes it raises {@link HtmlCleaner#POLICY_VERSION}. */
final class Policy {
  private static final String[] ELEMENTS = {
    "a",
    "abbr",
    "address",
    "b",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr"
  };
  private static final List<String> STYLES =
      List.of(
          "color",
          "background-color",
          "font",
          "font-family",
          "font-size",
          "font-style",
          "font-variant",
          "font-weight",
          "line-height",
          "letter-spacing",
          "text-align",
          "text-decoration",
          "text-indent",
          "text-transform",
          "white-space",
          "word-break",
          "overflow-wrap",
          "word-wrap",
          "vertical-align",
          "margin",
          "margin-top",
          "margin-right",
          "margin-bottom",
          "margin-left",
          "padding",
          "padding-top",
          "padding-right",
          "padding-bottom",
          "padding-left",
          "width",
          "height",
          "max-width",
          "max-height",
          "min-width",
          "min-height",
          "border",
          "border-top",
          "border-right",
          "border-bottom",
          "border-left",
          "border-color",
          "border-style",
          "border-width",
          "border-collapse",
          "border-spacing",
          "border-radius",
          "list-style-type",
          "direction",
          "rgb()",
          "rgba()",
          "hsl()",
          "hsla()");
  private static final CssSchema CSS = CssSchema.withProperties(STYLES);

  private static final Pattern LINK =
      Pattern.compile("(?:https?://|mailto:|tel:)[^\\s\"'<>`]{1,4000}", Pattern.CASE_INSENSITIVE);
  static final Pattern REMOTE =
      Pattern.compile("https?://[^\\s\"'<>`]{1,4000}", Pattern.CASE_INSENSITIVE);
  private static final Pattern LENGTH =
      Pattern.compile("(?:1?\\d{1,3}|2000)(?:px)?|(?:\\d{1,2}|100)%");
  private static final Pattern SMALL = Pattern.compile("\\d{1,3}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
  private static final Pattern COLOR = Pattern.compile("#?[A-Za-z0-9]{1,30}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z-]{1,20}");
  private static final Pattern FACE = Pattern.compile("[\\p{L}\\p{N} ,'_-]{1,200}");

  /** Which image sources were just given out; no other is let through, however it got there. */
  private static final ScopedValue<Predicate<String>> OWN_IMAGES = ScopedValue.newInstance();

  /** Building it takes longer than cleaning a short mail. */
  private static final PolicyFactory FACTORY = build();

  private Policy() {}

  static String sanitize(String html, Predicate<String> ownImages) {
    return ScopedValue.where(OWN_IMAGES, ownImages).call(() -> FACTORY.sanitize(html));
  }

  private static @Nullable String own(String element, String attribute, String value) {
    return OWN_IMAGES.get().test(value) ? value : null;
  }

  private static PolicyFactory build() {
    return new HtmlPolicyBuilder()
        .allowElements(ELEMENTS)
        .allowWithoutAttributes("a", "font", "img", "span")
        .allowUrlProtocols("http", "https", "mailto", "tel")
        .allowAttributes("href")
        .matching(LINK)
        .onElements("a")
        .allowAttributes("target")
        .matching(false, "_blank")
        .onElements("a")
        .requireRelsOnLinks("noopener", "noreferrer", "nofollow", "ugc")
        .allowAttributes("src")
        .matching(Policy::own)
        .onElements("img")
        .allowAttributes(HtmlCleaner.REMOTE_SOURCE)
        .matching(REMOTE)
        .onElements("img")
        .allowAttributes("alt", "title")
        .globally()
        .allowAttributes("dir")
        .matching(true, "ltr", "rtl", "auto")
        .globally()
        .allowAttributes("lang")
        .matching(WORD)
        .globally()
        .allowAttributes("width", "height")
        .matching(LENGTH)
        .onElements("img", "table", "td", "th", "tr", "col", "colgroup", "hr")
        .allowAttributes("align", "valign")
        .matching(WORD)
        .onElements(
            "table",
            "td",
            "th",
            "tr",
            "tbody",
            "thead",
            "tfoot",
            "col",
            "colgroup",
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "img",
            "hr",
            "caption")
        .allowAttributes("bgcolor")
        .matching(COLOR)
        .onElements("table", "td", "th", "tr")
        .allowAttributes("border", "cellpadding", "cellspacing")
        .matching(SMALL)
        .onElements("table", "img")
        .allowAttributes("colspan", "rowspan", "span")
        .matching(SMALL)
        .onElements("td", "th", "col", "colgroup")
        .allowAttributes("color")
        .matching(COLOR)
        .onElements("font")
        .allowAttributes("size")
        .matching(Pattern.compile("[+-]?\\d"))
        .onElements("font")
        .allowAttributes("face")
        .matching(FACE)
        .onElements("font")
        .allowAttributes("start", "value")
        .matching(NUMBER)
        .onElements("ol", "li")
        .allowAttributes("type")
        .matching(Pattern.compile("[1aAiI]|disc|circle|square"))
        .onElements("ol", "ul", "li")
        .allowStyling(CSS)
        .toFactory();
  }
}
