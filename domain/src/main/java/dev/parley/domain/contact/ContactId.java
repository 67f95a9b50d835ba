package dev.parley.domain.contact;

import java.util.UUID;

/** Identifies a contact within its organization. */
public record ContactId(UUID value) {}
