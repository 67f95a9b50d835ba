package dev.parley.application.channel;

import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Cursors that are forgotten with the process. */
public final class InMemoryMailboxCursors implements MailboxCursors {
  private final Map<Key, MailboxCursor> cursors = new ConcurrentHashMap<>();

  private record Key(OrganizationId organization, ContactEndpointId endpoint, String folder) {}

  @Override
  public Uni<Optional<MailboxCursor>> get(
      OrganizationId organization, ContactEndpointId endpoint, String folder) {
    return Uni.createFrom()
        .item(Optional.ofNullable(cursors.get(new Key(organization, endpoint, folder))));
  }

  @Override
  public Uni<Void> save(
      OrganizationId organization,
      ContactEndpointId endpoint,
      String folder,
      MailboxCursor cursor) {
    cursors.merge(
        new Key(organization, endpoint, folder),
        cursor,
        (old, fresh) ->
            old.uidValidity() == fresh.uidValidity() && old.lastUid() > fresh.lastUid()
                ? old
                : fresh);
    return Uni.createFrom().voidItem();
  }
}
