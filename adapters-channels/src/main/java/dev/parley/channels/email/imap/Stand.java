package dev.parley.channels.email.imap;

import dev.parley.application.channel.MailboxCursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far one round of reading has got. Mails are settled in the order of their numbers. */
final class Stand {
  private final long uidValidity;
  private final Instant now;
  private final long firstUid;
  private long lastUid;
  private @Nullable Instant lastInternalDate;
  private boolean complete = true;

  Stand(MailboxCursor from, Instant now) {
    this.uidValidity = from.uidValidity();
    this.firstUid = from.firstUid();
    this.lastUid = from.lastUid();
    this.lastInternalDate = from.lastInternalDate();
    this.now = now;
  }

  /** The mail is in the inbox, or there is none of this number any more. */
  void settled(long uid) {
    if (complete) {
      lastUid = Math.max(lastUid, uid);
    }
  }

  void came(Instant internalDate) {
    boolean younger = lastInternalDate == null || internalDate.isAfter(lastInternalDate);
    if (younger && !internalDate.isAfter(now)) {
      lastInternalDate = internalDate;
    }
  }

  /** The mail has to be tried again, so the cursor must not pass it. */
  void open() {
    complete = false;
  }

  boolean isComplete() {
    return complete;
  }

  MailboxCursor cursor() {
    return new MailboxCursor(uidValidity, firstUid, lastUid, lastInternalDate);
  }
}
