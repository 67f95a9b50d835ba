/**
 * Hands mails over to the accounts' SMTP servers. Start with {@link
 * dev.parley.channels.email.smtp.SmtpSender}; what a server's refusal means stands in {@code
 * Verdicts}.
 */
@NullMarked
package dev.parley.channels.email.smtp;

import org.jspecify.annotations.NullMarked;
