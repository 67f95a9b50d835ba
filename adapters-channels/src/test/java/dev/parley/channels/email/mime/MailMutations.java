package dev.parley.channels.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages mails the way hostile senders and broken relays do; equal seeds damage equally. */
final class MailMutations {
  private static final List<String> TOKENS =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\r\n\r\n",
          "--",
          "\0",
          ";",
          "\"",
          "\\",
          "(",
          "<",
          ">",
          ":",
          "=?utf-8?Q?",
          "=?utf-8?B?",
          "?=",
          "=",
          "=\r\n",
          "%",
          "*0*=",
          "boundary=",
          "charset=utf-16",
          "charset=utf-7",
          "charset=x-unknown",
          "Content-Type: multipart/mixed; boundary=b\r\n",
          "Content-Type: multipart/alternative; boundary=\"\"\r\n",
          "Content-Type: message/rfc822\r\n",
          "Content-Type: text/html\r\n\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "Content-Transfer-Encoding: x-uuencode\r\n",
          "Content-Disposition: attachment; filename*=''%\r\n",
          "begin 644 x\n",
          "\nend\n",
          "From ",
          "Message-ID: <",
          "@",
          "\u00ff\u00fe",
          "\u00ed\u00a0\u0080",
          "cid:",
          "<table><td>",
          "&#xd800;",
          "Content-Type: multipart/report; report-type=x\r\n",
          "Content-Type: message/delivery-status\r\n\r\n",
          "format=flowed; delsp=yes");

  private final RandomGenerator random;
  private final List<byte[]> corpus;

  MailMutations(RandomGenerator random, List<byte[]> corpus) {
    this.random = random;
    this.corpus = corpus;
  }

  byte[] next() {
    byte[] mail = any();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      mail = changed(mail);
    }
    return mail;
  }

  private byte[] any() {
    return corpus.get(random.nextInt(corpus.size()));
  }

  private byte[] changed(byte[] mail) {
    int from = random.nextInt(mail.length + 1);
    int to = Math.min(mail.length, from + random.nextInt(1 + random.nextInt(200)));
    return switch (random.nextInt(6)) {
      case 0 -> joined(mail, from, token(), from);
      case 1 -> joined(mail, from, token(), to);
      case 2 -> joined(mail, from, new byte[0], to);
      case 3 -> joined(mail, from, slice(mail, from, to), from);
      case 4 -> joined(mail, from, slice(any(), 0, 300), to);
      default -> joined(mail, from, noise(to - from), to);
    };
  }

  private byte[] token() {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] slice(byte[] mail, int from, int to) {
    int start = from == 0 && mail.length > to ? random.nextInt(mail.length - to) : from;
    return java.util.Arrays.copyOfRange(mail, start, Math.min(mail.length, start + to - from));
  }

  private static byte[] joined(byte[] mail, int headEnd, byte[] middle, int tailStart) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(mail, 0, headEnd);
    bytes.writeBytes(middle);
    bytes.write(mail, tailStart, mail.length - tailStart);
    return bytes.toByteArray();
  }
}
