package dev.parley.domain.webhook;

import java.util.UUID;

/** Identifies a webhook subscription. */
public record WebhookId(UUID value) {}
