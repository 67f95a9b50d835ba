package dev.parley.domain.rating;

import java.util.UUID;

/** Identifies one question that was put. */
public record RatingId(UUID value) {}
