/** Subscriptions to events in PostgreSQL, and the deliveries on their way to them. */
@NullMarked
package dev.parley.persistence.webhook;

import org.jspecify.annotations.NullMarked;
