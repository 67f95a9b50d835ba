package dev.parley.domain.anonymization;

import dev.parley.domain.agent.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to remove personal data, irreversible and asynchronous.
 *
 * @param processedAt null until nothing of the scope is left
 */
public record AnonymizationRequest(
    AnonymizationRequestId id,
    Scope scope,
    AgentId requestedBy,
    Instant initiatedAt,
    @Nullable Instant processedAt) {}
