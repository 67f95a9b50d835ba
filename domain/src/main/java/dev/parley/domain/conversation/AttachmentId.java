package dev.parley.domain.conversation;

import java.util.UUID;

/** Identifies an attachment of a message. */
public record AttachmentId(UUID value) {}
