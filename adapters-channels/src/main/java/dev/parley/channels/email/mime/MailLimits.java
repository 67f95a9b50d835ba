package dev.parley.channels.email.mime;

import java.time.Duration;

/**
 * How much of one mail is looked at. Beyond a limit the mail is still read, without what exceeds
 * it, and marked {@link ParsedMail#degraded()}.
 *
 * @param rawBytes bytes of the mail as received; what follows is ignored
 * @param depth multiparts inside multiparts; a deeper one becomes an attachment, undivided
 * @param parts parts of all multiparts together
 * @param headers header fields of the mail, and of any one part
 * @param headerBytes bytes of all kept header fields of the mail, and again of all its parts
 * @param textBytes bytes of plain text; longer text is cut and also kept whole as an attachment
 * @param htmlBytes bytes of HTML, likewise
 * @param attachments attachments kept
 * @param wallClock time for taking the mail apart, checked at every read; needs a parser with a
 *     clock
 */
public record MailLimits(
    int rawBytes,
    int depth,
    int parts,
    int headers,
    int headerBytes,
    int textBytes,
    int htmlBytes,
    int attachments,
    Duration wallClock) {

  private static final int KIBI = 1024;
  private static final int MEBI = KIBI * KIBI;

  /**
   * 50 MB raw, depth 20, 500 parts, 2000 headers of 256 kB, 1 MiB of text, 4 MiB of HTML, 100
   * attachments, 10 seconds.
   */
  public static final MailLimits DEFAULTS =
      new MailLimits(
          50 * MEBI, 20, 500, 2000, 256 * KIBI, MEBI, 4 * MEBI, 100, Duration.ofSeconds(10));

  public MailLimits {
    requirePositive("rawBytes", rawBytes);
    requirePositive("depth", depth);
    requirePositive("parts", parts);
    requirePositive("headers", headers);
    requirePositive("headerBytes", headerBytes);
    requirePositive("textBytes", textBytes);
    requirePositive("htmlBytes", htmlBytes);
    requirePositive("attachments", attachments);
    if (!wallClock.isPositive()) {
      throw new IllegalArgumentException("wallClock must be positive, not " + wallClock);
    }
  }

  /** The same for mails of at most so many bytes. */
  public MailLimits withRawBytes(int most) {
    return new MailLimits(
        most, depth, parts, headers, headerBytes, textBytes, htmlBytes, attachments, wallClock);
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
  }
}
