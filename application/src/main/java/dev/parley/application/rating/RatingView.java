package dev.parley.application.rating;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.rating.Rating;

/**
 * A rating as dialects show it.
 *
 * @param channel of its conversation
 */
public record RatingView(Rating rating, Channel channel) {}
