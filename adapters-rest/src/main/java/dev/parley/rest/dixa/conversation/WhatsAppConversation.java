package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.application.conversation.ConversationView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chat on WhatsApp. */
@RegisterForReflection
@Schema(
    name = "WhatsAppConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "WhatsApp",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
         "stateUpdatedAt": "2020-12-16T09:41:43Z",
         "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                   "queuedAt": "2020-12-16T09:41:43Z"},
         "_type": "WhatsAppConversation"}""")
record WhatsAppConversation(@JsonUnwrapped ConversationFacts facts) implements ConversationPayload {
  static WhatsAppConversation from(ConversationView view) {
    return new WhatsAppConversation(ConversationFacts.from(view));
  }
}
