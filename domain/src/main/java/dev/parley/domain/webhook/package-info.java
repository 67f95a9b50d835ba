/** Subscriptions of clients to events, which are posted to an address of theirs. */
@NullMarked
package dev.parley.domain.webhook;

import org.jspecify.annotations.NullMarked;
