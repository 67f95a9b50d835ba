package dev.parley.application.contact;

import dev.parley.application.attribute.AttributeView;
import dev.parley.application.shared.Actor;
import dev.parley.domain.attribute.AttributePatch;
import dev.parley.domain.contact.ContactId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Changes what a contact holds in some fields. */
public interface PatchContactAttributes {
  /**
   * All of the patch or nothing.
   *
   * @return the named fields that hold something now; fails with {@code ContactNotFound}, {@code
   *     ContactIsAnonymized}, {@code ValueRefused}, {@code PermissionMissing}
   */
  Uni<List<AttributeView>> handle(Command command);

  record Command(Actor actor, ContactId contact, AttributePatch patch) {}
}
