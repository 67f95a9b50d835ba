package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.application.conversation.ConversationView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A thread of mails. */
@RegisterForReflection
@Schema(
    name = "EmailConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "Email",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
         "stateUpdatedAt": "2020-12-16T09:41:43Z",
         "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                   "queuedAt": "2020-12-16T09:41:43Z"},
         "fromEmail": "ada@example.org", "toEmail": "support@example.com",
         "integrationEmail": "support@example.com", "subject": "order #123", "language": "en",
         "link": {"parentId": 1234, "_type": "SideConversation"},
         "customAttributes": [{"id": "e14708a6-eed9-495c-9d88-c72331e9e247", "name": "Topic",
                               "identifier": "topic", "value": ["billing", "refund"]}],
         "_type": "EmailConversation"}""")
record EmailConversation(
    @JsonUnwrapped ConversationFacts facts,
    String fromEmail,
    String toEmail,
    String integrationEmail,
    @Nullable String subject,
    @Nullable String language)
    implements ConversationPayload {
  static EmailConversation from(ConversationView view) {
    Ends ends = Ends.of(view);
    return new EmailConversation(
        ConversationFacts.from(view),
        Ends.known(ends.from()),
        Ends.known(ends.to()),
        Ends.known(view.endpointAddress()),
        view.conversation().subject(),
        view.conversation().language());
  }
}
