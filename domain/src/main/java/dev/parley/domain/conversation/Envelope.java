package dev.parley.domain.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mail side of a message.
 *
 * @param automatic an auto-reply, a list mail or another machine's mail (RFC 3834)
 * @param sender says whether the sender took part before; warns agents of strangers who knew a
 *     thread's reply address
 * @param original blob of the mail as received; null for what we wrote
 * @param quotedHistory the part of the body that repeats earlier mails, kept apart from the content
 */
public record Envelope(
    @Nullable Mailbox from,
    List<Mailbox> to,
    List<Mailbox> cc,
    List<Mailbox> bcc,
    @Nullable String subject,
    boolean automatic,
    Sender sender,
    @Nullable String original,
    @Nullable Content quotedHistory) {

  /** Whether the sender of an inbound mail is somebody the conversation knows. */
  public enum Sender {
    PARTICIPANT,
    STRANGER
  }

  public Envelope {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    bcc = List.copyOf(bcc);
  }
}
