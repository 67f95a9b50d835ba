/**
 * Reads one received mail, given as bytes, into values the channel can trust: bounded, total and
 * deterministic. Nothing here opens a connection, touches a file or throws because of what a sender
 * wrote. Start with {@link dev.parley.channels.email.mime.MailParser}.
 */
@NullMarked
package dev.parley.channels.email.mime;

import org.jspecify.annotations.NullMarked;
