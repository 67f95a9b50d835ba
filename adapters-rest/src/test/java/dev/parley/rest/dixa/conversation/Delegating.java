package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ActivityEntry;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.ConversationView;
import dev.parley.application.conversation.Correspondence;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.tag.Tag;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Passes questions on to whoever answers at the moment. */
record Delegating(Supplier<ConversationQueries> present) implements ConversationQueries {
  @Override
  public Uni<ConversationView> get(Actor actor, long number) {
    return present.get().get(actor, number);
  }

  @Override
  public Uni<List<ConversationView>> children(Actor actor, long number) {
    return present.get().children(actor, number);
  }

  @Override
  public Uni<Correspondence> messages(Actor actor, long number) {
    return present.get().messages(actor, number);
  }

  @Override
  public Uni<List<InternalNote>> notes(Actor actor, long number) {
    return present.get().notes(actor, number);
  }

  @Override
  public Uni<List<Tag>> tags(Actor actor, long number) {
    return present.get().tags(actor, number);
  }

  @Override
  public Uni<Page<ConversationView>> ofContact(
      Actor actor, ContactId contact, Optional<Cursor> after, int limit) {
    return present.get().ofContact(actor, contact, after, limit);
  }

  @Override
  public Uni<List<ActivityEntry>> activity(Actor actor, long number) {
    return present.get().activity(actor, number);
  }

  @Override
  public Uni<Page<ActivityEntry>> activity(Actor actor, ActivityWindow window, int limit) {
    return present.get().activity(actor, window, limit);
  }
}
