package dev.parley.application.channel;

import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Remembers how far mailboxes were read. It saves looking twice; the inbox is the truth. */
public interface MailboxCursors {
  Uni<Optional<MailboxCursor>> get(
      OrganizationId organization, ContactEndpointId endpoint, String folder);

  /**
   * Within one epoch a cursor never moves back: of two instances that read the same mailbox the
   * faster one's stays.
   */
  Uni<Void> save(
      OrganizationId organization, ContactEndpointId endpoint, String folder, MailboxCursor cursor);
}
