package dev.parley.channels.email.mime;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a part says about itself.
 *
 * @param type lower case, always of the form {@code a/b}
 * @param boundary raw, one char per byte; empty when there is none to use
 * @param reportType lower case, empty when absent (RFC 6522)
 * @param rootId content id of the part that a {@code multipart/related} is about, empty for its
 *     first one
 * @param flowed whether text is {@code format=flowed} (RFC 3676), with {@code delSp} or without
 * @param disposition lower case, empty when absent
 * @param fileName decoded, not yet cleaned; empty when absent
 */
record ContentHeaders(
    String type,
    String charset,
    String boundary,
    String reportType,
    String rootId,
    boolean flowed,
    boolean delSp,
    String disposition,
    String fileName,
    String transferEncoding,
    @Nullable String contentId,
    @Nullable String contentLocation) {

  /** RFC 2046 allows 70; searching for a boundary gets slower with its length. */
  private static final int LONGEST_BOUNDARY = 100;

  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,120}");

  static ContentHeaders of(MailHeaders headers, String defaultType) {
    FieldParameters type = FieldParameters.parse(headers.firstRaw("Content-Type"));
    FieldParameters disposition = FieldParameters.parse(headers.firstRaw("Content-Disposition"));
    String fileName = disposition.text("filename");
    String name = fileName.isBlank() ? type.text("name") : fileName;
    String boundary = type.raw("boundary");
    return new ContentHeaders(
        type(type.value(), defaultType, !name.isBlank()),
        type.text("charset"),
        boundary.length() > LONGEST_BOUNDARY ? "" : boundary.stripTrailing(),
        type.raw("report-type").toLowerCase(Locale.ROOT),
        type.raw("start").replaceAll("[<>\\s]", ""),
        type.raw("format").equalsIgnoreCase("flowed"),
        type.raw("delsp").equalsIgnoreCase("yes"),
        disposition.value().toLowerCase(Locale.ROOT),
        name,
        firstWord(headers.firstRaw("Content-Transfer-Encoding")),
        id(headers.firstRaw("Content-ID")),
        location(headers));
  }

  private static String type(String written, String defaultType, boolean named) {
    String type = written.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    if (TYPE.matcher(type).matches()) {
      return type;
    }
    return written.isBlank() || !named ? defaultType : "application/octet-stream";
  }

  private static String firstWord(String body) {
    return body.split("[\\s;(]", 2)[0];
  }

  private static @Nullable String id(String body) {
    String id = HeaderText.decodeLine(body).replaceFirst("^<", "").replaceFirst(">$", "").strip();
    return id.isEmpty() ? null : id;
  }

  private static @Nullable String location(MailHeaders headers) {
    return headers
        .first("Content-Location")
        .map(location -> location.replace(" ", ""))
        .filter(location -> !location.isEmpty())
        .orElse(null);
  }

  boolean isMultipart() {
    return type.startsWith("multipart/");
  }

  boolean isAttachment() {
    return disposition.equals("attachment");
  }

  boolean isHtml() {
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }
}
