package dev.parley.persistence.support;

import java.util.UUID;

/** The primary key of most rows: whose it is, and which one. */
public record RowKey(long orgId, UUID id) {}
