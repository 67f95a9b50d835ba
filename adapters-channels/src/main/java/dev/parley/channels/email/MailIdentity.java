package dev.parley.channels.email;

import dev.parley.channels.email.mime.Attachment;
import dev.parley.channels.email.mime.MailAddress;
import dev.parley.channels.email.mime.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two deliveries are the same mail: the Message-ID and a hash of what the sender
 * wrote. Not of the raw bytes, since every server on the way adds headers; and not the Message-ID
 * alone, since senders reuse them and anybody can guess one.
 */
final class MailIdentity {
  private MailIdentity() {}

  static String of(ParsedMail mail) {
    MessageDigest digest = sha256();
    MailAddress from = mail.from();
    part(digest, from == null ? "" : from.address());
    part(digest, mail.subject());
    part(digest, String.valueOf(mail.date()));
    part(digest, mail.text());
    part(digest, mail.html() == null ? "" : mail.html());
    for (Attachment attachment : mail.attachments()) {
      part(digest, attachment.fileName());
      digest.update(attachment.content().toByteArray());
    }
    return "mail:" + mail.messageId() + ":" + HexFormat.of().formatHex(digest.digest());
  }

  private static void part(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
