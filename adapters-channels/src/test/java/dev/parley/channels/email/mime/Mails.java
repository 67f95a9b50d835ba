package dev.parley.channels.email.mime;

import java.nio.charset.StandardCharsets;

/** Mails as tests write them. */
final class Mails {
  private Mails() {}

  /** Each argument is a line; chars above 255 are not possible, those below stand for bytes. */
  static byte[] bytes(String... lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  static ParsedMail parse(String... lines) {
    return parse(bytes(lines));
  }

  static ParsedMail parse(byte[] raw) {
    return new MailParser(MailLimits.DEFAULTS).parse(raw);
  }

  /** A mail with one header field and a short body. */
  static ParsedMail withHeader(String field) {
    return parse("From: Ann <ann@example.com>", field, "", "hello");
  }

  /** The UTF-8 bytes of a text, one char each. */
  static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
