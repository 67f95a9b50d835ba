package dev.parley.channels.email.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decodes a text part: declared character set, else the one HTML names itself, else byte order
 * mark, else what the bytes look like, else windows-1252. A declaration the bytes contradict is
 * treated as absent.
 */
final class TextDecoder {
  /** WHATWG HTML §13.2.3.2: a meta element counts only in the first kilobyte. */
  private static final int META_WINDOW = 1024;

  private static final Pattern META =
      Pattern.compile(
          "<meta\\b[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private final Set<ParseWarning> warnings;

  TextDecoder(Set<ParseWarning> warnings) {
    this.warnings = warnings;
  }

  /**
   * @param declared name from the part's header, empty when absent
   */
  String decode(Content bytes, String declared, boolean html) {
    Optional<Charset> trusted = MailCharsets.lookup(declared).filter(c -> fits(c, bytes));
    if (trusted.isEmpty() && !declared.isBlank()) {
      warnings.add(ParseWarning.CHARSET_REPLACED);
    }
    Charset charset = trusted.orElseGet(() -> undeclared(bytes, html));
    String text = new String(bytes.array(), bytes.start(), bytes.size(), charset);
    return HeaderText.storable(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static Charset undeclared(Content bytes, boolean html) {
    return Optional.of(bytes)
        .filter(b -> html)
        .flatMap(TextDecoder::fromMeta)
        .filter(charset -> fits(charset, bytes))
        .or(() -> fromBom(bytes))
        .or(() -> detect(bytes))
        .orElse(MailCharsets.WINDOWS_1252);
  }

  /** Whether the bytes can be meant so: ASCII has no 8-bit bytes, UTF-8 few broken sequences. */
  private static boolean fits(Charset charset, Content bytes) {
    if (MailCharsets.isAscii(charset)) {
      return isAscii(bytes);
    }
    return !charset.equals(StandardCharsets.UTF_8) || isMostlyUtf8(bytes);
  }

  private static boolean isAscii(Content bytes) {
    for (int i = 0; i < bytes.size(); i++) {
      if (bytes.at(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** A cut at the end or a stray byte among many good sequences is still UTF-8. */
  private static boolean isMostlyUtf8(Content bytes) {
    if (isValid(bytes, StandardCharsets.UTF_8)) {
      return true;
    }
    int good = 0;
    int bad = 0;
    int i = 0;
    while (i < bytes.size()) {
      int length = Utf8.sequenceLength(bytes, i);
      good += length > 1 ? 1 : 0;
      bad += length == 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    return good > bad;
  }

  private static boolean isValid(Content bytes, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes.array(), bytes.start(), bytes.size()));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }

  private static Optional<Charset> fromMeta(Content bytes) {
    Content head = bytes.first(META_WINDOW);
    String start = new String(head.array(), head.start(), head.size(), StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(start);
    return meta.find()
        ? MailCharsets.lookup(meta.group(1)).map(TextDecoder::asReadable)
        : Optional.empty();
  }

  /** The meta element was readable as ASCII, so the document cannot be UTF-16 or UTF-32. */
  private static Charset asReadable(Charset charset) {
    return charset.name().startsWith("UTF-") ? StandardCharsets.UTF_8 : charset;
  }

  private static Optional<Charset> fromBom(Content bytes) {
    byte[] head = bytes.first(4).toByteArray();
    return head.length < 4
        ? Optional.empty()
        : Optional.ofNullable(UniversalDetector.detectCharsetFromBOM(head))
            .flatMap(MailCharsets::lookup);
  }

  private static Optional<Charset> detect(Content bytes) {
    if (isAscii(bytes) && !escapes(bytes)) {
      return Optional.of(StandardCharsets.US_ASCII);
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes.array(), bytes.start(), bytes.size());
    detector.dataEnd();
    return Optional.ofNullable(detector.getDetectedCharset())
        .flatMap(MailCharsets::lookup)
        .filter(charset -> fits(charset, bytes))
        .filter(charset -> isSelfEvident(charset) || isMostlyForeign(bytes));
  }

  /** Sets whose bytes follow a pattern that others do not produce by chance. */
  private static boolean isSelfEvident(Charset charset) {
    return charset.name().startsWith("UTF-") || charset.name().startsWith("ISO-2022");
  }

  /**
   * The detector takes a few umlauts for Cyrillic. Text in another script has hardly any ASCII
   * letters, text in ours hardly any others.
   */
  private static boolean isMostlyForeign(Content bytes) {
    int foreign = 0;
    int ascii = 0;
    for (int i = 0; i < bytes.size(); i++) {
      int c = bytes.at(i);
      foreign += c > 127 ? 1 : 0;
      ascii += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? 1 : 0;
    }
    return foreign > ascii;
  }

  /** ISO 2022 switches character sets by escape sequences and is ASCII otherwise. */
  private static boolean escapes(Content bytes) {
    for (int i = 0; i < bytes.size(); i++) {
      if (bytes.at(i) == 0x1B) {
        return true;
      }
    }
    return false;
  }
}
