package dev.parley.domain.conversation;

import dev.parley.domain.contact.EmailAddress;
import org.jspecify.annotations.Nullable;

/** An address with the name it was written with. */
public record Mailbox(EmailAddress email, @Nullable String name) {
  @Override
  public String toString() {
    return "Mailbox[" + email + "]";
  }
}
