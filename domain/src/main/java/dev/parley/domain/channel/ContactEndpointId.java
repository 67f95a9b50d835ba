package dev.parley.domain.channel;

import java.util.UUID;

/** Identifies a contact endpoint; unguessable, since it stands in webhook paths. */
public record ContactEndpointId(UUID value) {}
