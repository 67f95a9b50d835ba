/** Subscriptions to events, and how events reach the subscribers. */
@NullMarked
package dev.parley.application.webhook;

import org.jspecify.annotations.NullMarked;
