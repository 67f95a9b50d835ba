/** Mails that another server pushes to us over HTTP. */
@NullMarked
package dev.parley.channels.email.webhook;

import org.jspecify.annotations.NullMarked;
