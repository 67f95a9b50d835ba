package dev.parley.channels.email.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Resolves images, prepares links and removes what has no place in a mail, with its content. */
final class Rewriter {
  private static final String REMOVED =
      "script, style, link, meta, base, title, head, template, noscript, noembed, noframes, iframe,"
          + " frame, frameset, object, embed, applet, param, svg, math, audio, video, source,"
          + " track, canvas, map, area, input, select, option, textarea, datalist, dialog, portal,"
          + " xmp, plaintext, bgsound, keygen, slot";

  private static final Pattern STYLE_LENGTH =
      Pattern.compile("(?:^|[;\\s])(width|height)\\s*:\\s*(\\d{1,6})");
  private static final Pattern LINK_SCHEME =
      Pattern.compile("(?:https?|mailto|tel):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Function<String, Optional<String>> images;
  private int remoteImages;

  Rewriter(Function<String, Optional<String>> images) {
    this.images = images;
  }

  int remoteImages() {
    return remoteImages;
  }

  void rewrite(Document document) {
    Element body = document.body();
    body.select(REMOVED).remove();
    removeComments(body);
    List<Element> elements = body.getAllElements();
    elements.stream().filter(Hidden::is).forEach(Node::remove);
    body.select("img, image").forEach(this::image);
    body.select("a").forEach(Rewriter::link);
    body.select("[style]").forEach(e -> e.attr("style", CssBounds.within(e.attr("style"))));
  }

  private static void removeComments(Element body) {
    body.nodeStream(Comment.class).toList().forEach(Node::remove);
  }

  private void image(Element image) {
    String source = image.attr("src").strip();
    String remote = source.isEmpty() ? image.attr(HtmlCleaner.REMOTE_SOURCE).strip() : source;
    image.removeAttr("src");
    image.removeAttr(HtmlCleaner.REMOTE_SOURCE);
    Optional<String> own = isSpacer(image) ? Optional.empty() : own(source);
    if (own.isPresent()) {
      image.attr("src", own.get());
    } else if (!isSpacer(image) && Policy.REMOTE.matcher(absolute(remote)).matches()) {
      remoteImages++;
      image.attr(HtmlCleaner.REMOTE_SOURCE, absolute(remote));
    } else {
      image.remove();
    }
  }

  private Optional<String> own(String source) {
    if (source.isEmpty() || startsWith(source, "data:")) {
      return Optional.empty();
    }
    return images.apply(startsWith(source, "cid:") ? decoded(source.substring(4)) : source);
  }

  private static boolean startsWith(String source, String scheme) {
    return source.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static String absolute(String source) {
    return source.startsWith("//") ? "https:" + source : source;
  }

  private static String decoded(String contentId) {
    try {
      return URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return contentId;
    }
  }

  /** One pixel or none each way: it only tells that, when and where a mail was opened. */
  private static boolean isSpacer(Element image) {
    return side(image, "width") <= 1 && side(image, "height") <= 1;
  }

  private static int side(Element image, String name) {
    Matcher styled = STYLE_LENGTH.matcher(image.attr("style").toLowerCase(Locale.ROOT));
    while (styled.find()) {
      if (name.equals(styled.group(1))) {
        return Integer.parseInt(styled.group(2));
      }
    }
    String attribute = image.attr(name).strip();
    return attribute.matches("\\d{1,6}(?:px)?")
        ? Integer.parseInt(attribute.replace("px", ""))
        : Integer.MAX_VALUE;
  }

  private static void link(Element link) {
    String target = link.attr("href").strip();
    if (LINK_SCHEME.matcher(target).matches()) {
      link.attr("href", target.replace(" ", "%20")).attr("target", "_blank");
    } else {
      link.removeAttr("href").removeAttr("target");
    }
  }
}
