package dev.parley.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes {@code =?charset?B?…?=} words (RFC 2047, language suffix of RFC 2231 §5). Neighbours in
 * one character set are joined as bytes first: many senders split them inside a character.
 */
final class EncodedWords {
  private static final int LONGEST_CHARSET = 64;

  private final String source;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private @Nullable Charset pendingCharset;

  private EncodedWords(String source) {
    this.source = source;
  }

  static String decode(String latin1) {
    return latin1.contains("=?") ? new EncodedWords(latin1).decode() : HeaderText.decodeRaw(latin1);
  }

  /** Where the encoded word that starts here ends, or -1 when none does. */
  static int endOfWord(String source, int start) {
    return wordAt(source, start).map(Word::end).orElse(-1);
  }

  private record Word(Charset charset, Content content, int end) {}

  private String decode() {
    int plainFrom = 0;
    int at = source.indexOf("=?");
    int lastClose = source.lastIndexOf("?=");
    while (at >= 0 && at < lastClose) {
      Optional<Word> word = wordAt(source, at);
      if (word.isPresent()) {
        plain(source.substring(plainFrom, at));
        add(word.get());
        plainFrom = word.get().end();
        at = source.indexOf("=?", plainFrom);
      } else {
        at = source.indexOf("=?", at + 2);
      }
    }
    plain(source.substring(plainFrom));
    flush();
    return text.toString();
  }

  private void plain(String between) {
    if (pendingCharset != null && between.isBlank()) {
      return;
    }
    flush();
    text.append(HeaderText.decodeRaw(between));
  }

  private void add(Word word) {
    if (!word.charset().equals(pendingCharset)) {
      flush();
    }
    pendingCharset = word.charset();
    pending.writeBytes(word.content().toByteArray());
  }

  private void flush() {
    if (pendingCharset != null) {
      text.append(pending.toString(pendingCharset));
    }
    pending.reset();
    pendingCharset = null;
  }

  private static Optional<Word> wordAt(String source, int start) {
    int charsetEnd = source.indexOf('?', start + 2);
    boolean shaped =
        source.startsWith("=?", start)
            && charsetEnd > start + 2
            && charsetEnd - start <= LONGEST_CHARSET
            && charsetEnd + 2 < source.length()
            && "BbQq".indexOf(source.charAt(charsetEnd + 1)) >= 0
            && source.charAt(charsetEnd + 2) == '?';
    int close = shaped ? source.indexOf("?=", charsetEnd + 3) : -1;
    if (close < 0) {
      return Optional.empty();
    }
    Charset charset = charset(source.substring(start + 2, charsetEnd));
    String encoded = source.substring(charsetEnd + 3, close);
    Content content = decoded(source.charAt(charsetEnd + 1), encoded);
    return Optional.of(new Word(charset, content, close + 2));
  }

  private static Charset charset(String name) {
    int language = name.indexOf('*');
    String plain = language < 0 ? name : name.substring(0, language);
    return MailCharsets.lookup(plain).orElse(StandardCharsets.UTF_8);
  }

  /** The Q encoding is quoted-printable with an underscore for a blank (RFC 2047 §4.2). */
  private static Content decoded(char encoding, String encoded) {
    boolean base64 = encoding == 'B' || encoding == 'b';
    String plain = base64 ? encoded : encoded.replace('_', ' ');
    Content bytes = Content.of(plain.getBytes(StandardCharsets.ISO_8859_1));
    TransferDecoder.Decoded decoded =
        base64 ? TransferDecoder.base64(bytes) : TransferDecoder.quotedPrintable(bytes, false);
    return decoded.content();
  }
}
