package dev.parley.domain.anonymization;

import java.util.UUID;

/** Identifies an anonymization request within its organization. */
public record AnonymizationRequestId(UUID value) {}
