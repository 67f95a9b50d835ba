package dev.parley.channels.email.mime;

import dev.parley.channels.email.html.HtmlText;
import dev.parley.channels.email.html.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what of a mail's parts is its text: of alternatives the last HTML and the first plain
 * one, of a mixture every inline text in order (RFC 2046 §5.1). Everything else is attached.
 */
final class BodyReader {
  /** One stretch of text, in the forms the sender gave it. */
  private record Segment(@Nullable String text, @Nullable String html) {}

  /** Other renderings of the same text, made for few programs and shown by fewer. */
  private static final Set<String> UNUSED_ALTERNATIVES =
      Set.of("text/x-amp-html", "text/watch-html", "text/enriched", "text/richtext", "text/rtf");

  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature");

  private final Set<ParseWarning> warnings;
  private final AttachmentReader attachments;
  private final TextReader texts;

  BodyReader(MailLimits limits, Set<ParseWarning> warnings, TypeSniffer sniffer) {
    this.warnings = warnings;
    this.attachments = new AttachmentReader(limits, warnings, sniffer);
    this.texts = new TextReader(limits, warnings, attachments);
  }

  MailBody read(Part root) {
    List<Segment> segments = segments(root, true);
    String html = joinedHtml(segments);
    InlineReferences references =
        html == null ? InlineReferences.none() : InlineReferences.in(html);
    return new MailBody(
        joinedText(segments), html, attachments.found(references), references.contentIds());
  }

  private List<Segment> segments(Part part, boolean first) {
    if (!part.headers().isMultipart() || part.isUndivided()) {
      return leaf(part, first);
    }
    if (part.children().isEmpty()) {
      warnings.add(ParseWarning.NO_BOUNDARY);
      return List.of(new Segment(texts.plain(part), null));
    }
    return switch (part.type()) {
      case "multipart/alternative" -> alternative(part.children());
      case "multipart/related" -> related(part);
      case "multipart/signed" -> signed(part.children());
      case "multipart/encrypted" -> encrypted(part.children());
      default -> mixed(part.children());
    };
  }

  private List<Segment> leaf(Part part, boolean first) {
    ContentHeaders headers = part.headers();
    boolean body = !headers.isAttachment() && (first || headers.fileName().isBlank());
    if (body && headers.isHtml()) {
      return List.of(new Segment(null, texts.html(part)));
    }
    if (body && isPlain(headers)) {
      return List.of(new Segment(texts.plain(part), null));
    }
    attachments.add(part);
    return List.of();
  }

  private static boolean isPlain(ContentHeaders headers) {
    return headers.type().equals("text/plain")
        || headers.type().equals("text/markdown")
        || (headers.isMultipart() && headers.boundary().isEmpty());
  }

  private List<Segment> mixed(List<Part> children) {
    List<Segment> segments = new ArrayList<>();
    for (Part child : children) {
      segments.addAll(segments(child, segments.isEmpty()));
    }
    return segments;
  }

  private List<Segment> alternative(List<Part> children) {
    String text = null;
    String html = null;
    for (Part child : children) {
      if (UNUSED_ALTERNATIVES.contains(child.type())) {
        continue;
      }
      List<Segment> segments = segments(child, true);
      String childHtml = joinedHtml(segments);
      html = childHtml == null ? html : childHtml;
      boolean plain = childHtml == null && !segments.isEmpty();
      text = plain && (text == null || text.isBlank()) ? joinedText(segments) : text;
    }
    return text == null && html == null ? List.of() : List.of(new Segment(text, html));
  }

  private List<Segment> related(Part part) {
    Part root =
        part.children().stream()
            .filter(child -> part.headers().rootId().equals(child.headers().contentId()))
            .findFirst()
            .orElse(part.children().getFirst());
    List<Segment> segments = segments(root, true);
    for (Part child : part.children()) {
      if (child != root) {
        addWhole(child);
      }
    }
    return segments;
  }

  private List<Segment> signed(List<Part> children) {
    List<Segment> segments = segments(children.getFirst(), true);
    children.stream()
        .skip(1)
        .filter(child -> !SIGNATURES.contains(child.type()))
        .forEach(this::addWhole);
    return segments;
  }

  private List<Segment> encrypted(List<Part> children) {
    warnings.add(ParseWarning.ENCRYPTED);
    children.forEach(this::addWhole);
    return List.of();
  }

  private void addWhole(Part part) {
    if (part.children().isEmpty()) {
      attachments.add(part);
    } else {
      part.children().forEach(this::addWhole);
    }
  }

  private static @Nullable String joinedHtml(List<Segment> segments) {
    if (segments.stream().allMatch(segment -> segment.html() == null)) {
      return null;
    }
    return segments.stream()
        .map(segment -> segment.html() != null ? segment.html() : fromPlain(segment))
        .collect(Collectors.joining("\n<br>\n"));
  }

  private static String fromPlain(Segment segment) {
    return HtmlText.fromPlain(Objects.requireNonNullElse(segment.text(), ""));
  }

  private static String joinedText(List<Segment> segments) {
    return segments.stream().map(BodyReader::text).collect(Collectors.joining("\n"));
  }

  private static String text(Segment segment) {
    boolean given = segment.text() != null && !segment.text().isBlank();
    if (given || segment.html() == null) {
      return Objects.requireNonNullElse(segment.text(), "");
    }
    return PlainText.fromHtml(segment.html());
  }
}
