/**
 * Asking contacts what they think of the work of agents. Offering and submitting are decided under
 * the conversation's lock, so that its log stays in order.
 */
@NullMarked
package dev.parley.application.rating;

import org.jspecify.annotations.NullMarked;
