package dev.parley.channels.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of its own parts a mail's HTML refers to (RFC 2392, RFC 2557). */
final class InlineReferences {
  /** Only what the cleaned HTML can show counts: sources, not backgrounds. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "\\bsrc\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([^\"'<>\\s]{1,500})", Pattern.CASE_INSENSITIVE);

  private final Set<String> contentIds = new LinkedHashSet<>();
  private final Set<String> foldedIds = new LinkedHashSet<>();
  private final Set<String> locations = new LinkedHashSet<>();

  static InlineReferences none() {
    return new InlineReferences();
  }

  static InlineReferences in(String html) {
    InlineReferences references = new InlineReferences();
    Matcher source = SOURCE.matcher(html);
    while (source.find()) {
      references.add(source.group(1));
    }
    return references;
  }

  private void add(String source) {
    if (source.regionMatches(true, 0, "cid:", 0, 4)) {
      String id = decoded(source.substring(4));
      contentIds.add(id);
      foldedIds.add(id.toLowerCase(Locale.ROOT));
    } else {
      locations.add(source.replace("&amp;", "&"));
    }
  }

  /** Undoes the escapes of HTML and of URLs. */
  static String decoded(String written) {
    String url = written.replace("&amp;", "&").replace("&#64;", "@").replace("&#x40;", "@");
    return url.indexOf('%') < 0
        ? url
        : new String(
            FieldParameters.percentDecoded(url, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  Set<String> contentIds() {
    return contentIds;
  }

  boolean contain(@Nullable String contentId, @Nullable String location) {
    return (contentId != null && foldedIds.contains(contentId.toLowerCase(Locale.ROOT)))
        || (location != null && locations.contains(location));
  }
}
