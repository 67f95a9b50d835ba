package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.application.conversation.ConversationView;
import dev.parley.domain.conversation.Source;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A conversation over a medium that Dixa has no word for.
 *
 * @param genericChannelName what the medium is called; an addition, since {@code channel} cannot
 *     say it
 */
@RegisterForReflection
@Schema(
    name = "GenericConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Messenger",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
         "stateUpdatedAt": "2020-12-16T09:41:43Z",
         "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                   "queuedAt": "2020-12-16T09:41:43Z"},
         "genericChannelName": "MyCustomChat", "_type": "GenericConversation"}""")
record GenericConversation(
    @JsonUnwrapped ConversationFacts facts,
    @Nullable String fromContactPointId,
    @Nullable String toContactPointId,
    @Nullable String genericChannelName)
    implements ConversationPayload {
  static GenericConversation from(ConversationView view) {
    Ends ends = Ends.of(view);
    Source source = view.conversation().source();
    return new GenericConversation(
        ConversationFacts.from(view),
        ends.from(),
        ends.to(),
        source == null ? view.conversation().channel().name() : source.channelName());
  }
}
