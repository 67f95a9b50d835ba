package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.application.conversation.ConversationView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wrote into a form, and the mails that followed. */
@RegisterForReflection
@Schema(
    name = "ContactFormConversation",
    examples =
        """
        {"id": 1, "requesterId": "d58c8b1c-85ad-4678-a6c8-7442945f3836", "channel": "ContactForm",
         "createdAt": "2020-12-16T09:41:43Z", "direction": "Inbound", "state": "Open",
         "stateUpdatedAt": "2020-12-16T09:41:43Z",
         "queue": {"id": "cd87b232-64c8-4ad5-b81a-6f9233352d97",
                   "queuedAt": "2020-12-16T09:41:43Z"},
         "fromEmail": "ada@example.org", "toEmail": "support@example.com",
         "integrationEmail": "support@example.com", "subject": "order #123", "language": "en",
         "_type": "ContactFormConversation"}""")
record ContactFormConversation(
    @JsonUnwrapped ConversationFacts facts,
    String fromEmail,
    @Nullable String toEmail,
    @Nullable String integrationEmail,
    @Nullable String subject,
    @Nullable String language)
    implements ConversationPayload {
  static ContactFormConversation from(ConversationView view) {
    Ends ends = Ends.of(view);
    return new ContactFormConversation(
        ConversationFacts.from(view),
        Ends.known(ends.from()),
        ends.to(),
        view.endpointAddress(),
        view.conversation().subject(),
        view.conversation().language());
  }
}
