package dev.parley.channels.email;

import dev.parley.domain.contact.EmailAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Mails of which we could not get everything. They are kept with a header of ours on top, so that
 * an agent sees that somebody wrote, and what is missing.
 */
public final class IncompleteMail {
  static final String HEADER = "X-Parley-Incomplete";

  private IncompleteMail() {}

  /**
   * @param beginning the first bytes of the mail
   * @param size of the whole mail, in bytes
   */
  public static byte[] tooLarge(byte[] beginning, long size) {
    ByteArrayOutputStream mail = new ByteArrayOutputStream(beginning.length + 64);
    mail.writeBytes(ascii(HEADER + ": too-large; size=" + size + "\r\n"));
    mail.writeBytes(beginning);
    return mail.toByteArray();
  }

  /** Stands for a mail that the server does not hand out. */
  public static byte[] unreadable(EmailAddress to, long uid) {
    return ascii(
        HEADER
            + ": unreadable\r\n"
            + "From: Mail server <unknown@sender.invalid>\r\n"
            + "To: <"
            + Idn.toAscii(to.value())
            + ">\r\n"
            + "Subject: A mail could not be fetched\r\n"
            + "Auto-Submitted: auto-generated\r\n"
            + "Content-Type: text/plain\r\n"
            + "\r\n"
            + "The mail server lists a mail (number "
            + uid
            + ") but did not hand it out. It is still in the mailbox.\r\n");
  }

  /**
   * What an agent is told about a mail with such a header.
   *
   * @param header the value of {@value #HEADER}
   */
  static Optional<String> notice(String header) {
    return header.startsWith("too-large")
        ? Optional.of(
            "[This mail is too large. Only its beginning was fetched; the rest is still in the"
                + " mailbox.]")
        : Optional.empty();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
