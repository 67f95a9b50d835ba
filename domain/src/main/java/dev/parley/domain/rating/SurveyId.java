package dev.parley.domain.rating;

import java.util.UUID;

/** Identifies questions that were put together. */
public record SurveyId(UUID value) {}
