/**
 * Webhook subscriptions. Rotating the key and replaying a delivery are additions, as are the fields
 * {@code deliveryId}, {@code eventId} and {@code attempts} of the log.
 */
@NullMarked
package dev.parley.rest.dixa.webhook;

import org.jspecify.annotations.NullMarked;
