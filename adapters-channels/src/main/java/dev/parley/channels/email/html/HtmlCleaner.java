package dev.parley.channels.email.html;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/**
 * Makes HTML from a stranger safe to show: parsed and rewritten by jsoup, then built anew from an
 * allow-list by the OWASP sanitizer, whose output is the result. Show it in a sandboxed frame all
 * the same.
 *
 * <p>Nothing is loaded from elsewhere: a remote image keeps its address in {@value #REMOTE_SOURCE}
 * and has no source, so that a reader can ask for it through the proxy. Images as {@code data:}
 * URLs, spacers of one pixel and images that cannot be resolved are dropped.
 */
public final class HtmlCleaner {
  /** Raised with every change of what is allowed; whatever was stored before is cleaned again. */
  public static final int POLICY_VERSION = 1;

  /** The attribute with the address of an image that was not let in. */
  public static final String REMOTE_SOURCE = "data-remote-src";

  private HtmlCleaner() {}

  /**
   * Cleans HTML as it was received or written.
   *
   * @param images gives our URL for an image of this mail; asked with the content id of a {@code
   *     cid:} source, decoded, and with every other source as written (it may be a content
   *     location); empty means that it is none of ours
   */
  public static CleanHtml clean(String html, Function<String, Optional<String>> images) {
    Document document = Markup.parse(html);
    Set<String> own = new HashSet<>();
    Rewriter rewriter =
        new Rewriter(
            source -> {
              Optional<String> url = images.apply(source);
              url.ifPresent(own::add);
              return url;
            });
    rewriter.rewrite(document);
    String safe = Policy.sanitize(document.body().html(), own::contains);
    return new CleanHtml(safe, POLICY_VERSION, rewriter.remoteImages(), Markup.isCut(html));
  }

  /**
   * Cleans what was cleaned before, perhaps under an older policy.
   *
   * @param own whether an image source is a URL of ours
   */
  public static CleanHtml cleanAgain(String html, Predicate<String> own) {
    return clean(html, source -> Optional.of(source).filter(own));
  }
}
