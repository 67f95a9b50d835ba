package dev.parley.application.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mailbox was read: everything from {@code firstUid} up to {@code lastUid} has been
 * accepted.
 *
 * @param uidValidity the server's epoch, in which its numbers mean the same (RFC 3501 §2.3.1.1)
 * @param firstUid mails with smaller numbers are not wanted, or were accepted in an earlier epoch
 * @param lastUid 0 when nothing was read yet
 * @param lastInternalDate when the youngest mail that was read had come; null when none was
 */
public record MailboxCursor(
    long uidValidity, long firstUid, long lastUid, @Nullable Instant lastInternalDate) {}
