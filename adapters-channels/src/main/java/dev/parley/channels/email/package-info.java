/**
 * The channel e-mail. What arrives by IMAP or webhook is understood by {@link
 * dev.parley.channels.email.ThreadTokens}; {@code imap}, {@code webhook} and {@code smtp} move
 * mails, {@code mime} and {@code html} take them apart. Conversations are named in addresses and
 * message ids by {@link dev.parley.channels.email.ThreadTokens}.
 */
@NullMarked
package dev.parley.channels.email;

import org.jspecify.annotations.NullMarked;
