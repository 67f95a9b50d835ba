package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.application.conversation.ConversationView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Text messages between two numbers. */
@RegisterForReflection
@Schema(
    name = "SmsConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Sms",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
         "stateUpdatedAt": "2020-12-16T09:41:43Z",
         "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                   "queuedAt": "2020-12-16T09:41:43Z"},
         "fromNumber": "+4530303030", "toNumber": "+4540404040", "_type": "SmsConversation"}""")
record SmsConversation(
    @JsonUnwrapped ConversationFacts facts, @Nullable String fromNumber, @Nullable String toNumber)
    implements ConversationPayload {
  static SmsConversation from(ConversationView view) {
    Ends ends = Ends.of(view);
    return new SmsConversation(ConversationFacts.from(view), ends.from(), ends.to());
  }
}
