package dev.parley.rest.dixa.conversation;

import dev.parley.domain.conversation.Mailbox;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody with a mail address; the address is empty where a mail names none. */
@RegisterForReflection
@Schema(name = "EmailContact")
record EmailContact(String email, @Nullable String name) {
  static EmailContact from(@Nullable Mailbox mailbox) {
    return mailbox == null
        ? new EmailContact("", null)
        : new EmailContact(mailbox.email().value(), mailbox.name());
  }

  static List<EmailContact> all(List<Mailbox> mailboxes) {
    return mailboxes.stream().map(EmailContact::from).toList();
  }
}
