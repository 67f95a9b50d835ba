package dev.parley.domain.tag;

import java.util.UUID;

/** Identifies a tag within its organization. */
public record TagId(UUID value) {}
