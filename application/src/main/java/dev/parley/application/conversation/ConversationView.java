package dev.parley.application.conversation;

import dev.parley.domain.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as dialects show it.
 *
 * @param endpointAddress our address in it; null when it has none or the endpoint is gone
 */
public record ConversationView(
    long number, Conversation conversation, @Nullable String endpointAddress) {}
