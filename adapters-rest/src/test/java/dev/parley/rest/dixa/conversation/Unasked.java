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

/** Answers no question; tests answer those they expect. */
class Unasked implements ConversationQueries {
  @Override
  public Uni<ConversationView> get(Actor actor, long number) {
    throw unasked();
  }

  @Override
  public Uni<List<ConversationView>> children(Actor actor, long number) {
    throw unasked();
  }

  @Override
  public Uni<Correspondence> messages(Actor actor, long number) {
    throw unasked();
  }

  @Override
  public Uni<List<InternalNote>> notes(Actor actor, long number) {
    throw unasked();
  }

  @Override
  public Uni<List<Tag>> tags(Actor actor, long number) {
    throw unasked();
  }

  @Override
  public Uni<Page<ConversationView>> ofContact(
      Actor actor, ContactId contact, Optional<Cursor> after, int limit) {
    throw unasked();
  }

  @Override
  public Uni<List<ActivityEntry>> activity(Actor actor, long number) {
    throw unasked();
  }

  @Override
  public Uni<Page<ActivityEntry>> activity(Actor actor, ActivityWindow window, int limit) {
    throw unasked();
  }

  private static AssertionError unasked() {
    return new AssertionError("nobody expected this question");
  }
}
