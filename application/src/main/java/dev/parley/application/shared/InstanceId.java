package dev.parley.application.shared;

import java.util.UUID;

/** One run of one process; every start has another. */
public record InstanceId(UUID value) {}
