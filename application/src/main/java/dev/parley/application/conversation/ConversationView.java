package dev.parley.application.conversation;

import dev.parley.application.attribute.AttributeView;
import dev.parley.domain.conversation.Conversation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as dialects show it.
 *
 * @param endpointAddress our address in it; null when it has none or the endpoint is gone
 * @param parentNumber of the conversation it is a child of
 * @param attributes null in lists, which do not show them
 */
public record ConversationView(
    long number,
    Conversation conversation,
    @Nullable String endpointAddress,
    @Nullable Long parentNumber,
    @Nullable List<AttributeView> attributes) {}
