/**
 * Ratings. Of Dixa's statuses only {@code Offered} and {@code Rated} occur here: nothing is
 * scheduled or cancelled.
 */
@NullMarked
package dev.parley.rest.dixa.rating;

import org.jspecify.annotations.NullMarked;
