package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.tag.Tag;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Questions about conversations, each one round trip. All fail with {@code PermissionMissing}
 * unless the actor may read conversations; those about one conversation fail with {@code
 * ConversationNotFound} unless said otherwise.
 */
public interface ConversationQueries {
  Uni<ConversationView> get(Actor actor, long number);

  Uni<Correspondence> messages(Actor actor, long number);

  /** Oldest first. */
  Uni<List<InternalNote>> notes(Actor actor, long number);

  /** In the order of their names; inactive ones too. */
  Uni<List<Tag>> tags(Actor actor, long number);

  /**
   * What a contact began or was begun with, oldest first.
   *
   * @param limit at least 1
   * @return fails with {@code ContactNotFound}
   */
  Uni<Page<ConversationView>> ofContact(
      Actor actor, ContactId contact, Optional<Cursor> after, int limit);

  /** The children of a conversation, in the order in which they were created. */
  Uni<List<ConversationView>> children(Actor actor, long number);

  /** Oldest first; empty for an unknown conversation. */
  Uni<List<ActivityEntry>> activity(Actor actor, long number);

  /**
   * The log of all conversations, oldest first.
   *
   * @param limit at least 1
   */
  Uni<Page<ActivityEntry>> activity(Actor actor, ActivityWindow window, int limit);

  /**
   * Which part of the organization's log is asked for.
   *
   * @param from inclusive
   * @param to exclusive
   */
  record ActivityWindow(@Nullable Instant from, @Nullable Instant to, Optional<Cursor> after) {}
}
