/**
 * Fetches mails from the accounts' mailboxes, each exactly once as far as anybody can see: a mail
 * is in the inbox before the cursor passes it, and the inbox recognizes what it has. Start with
 * {@link dev.parley.channels.email.imap.ImapPollers}; the algorithm stands in {@code
 * MailboxReader}.
 */
@NullMarked
package dev.parley.channels.email.imap;

import org.jspecify.annotations.NullMarked;
