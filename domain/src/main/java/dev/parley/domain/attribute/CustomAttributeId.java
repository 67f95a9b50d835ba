package dev.parley.domain.attribute;

import java.util.UUID;

/** Identifies a custom attribute definition within its organization. */
public record CustomAttributeId(UUID value) {}
