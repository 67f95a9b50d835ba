package dev.parley.application.conversation;

import dev.parley.application.conversation.Conversations.Family;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;

public final class LinkConversationHandler implements LinkConversation {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final InstantSource clock;

  public LinkConversationHandler(
      UnitOfWork unitOfWork, Conversations conversations, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.clock = clock;
  }

  @Override
  public Uni<Void> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx ->
            conversations
                .family(tx, command.conversation(), command.parent())
                .chain(family -> link(tx, family, command)));
  }

  private Uni<Void> link(Transaction tx, Family family, Command command) {
    Author by = command.actor().author();
    Instant now = clock.instant();
    Conversation parent = family.parent();
    Decision<Conversation, ConversationEvent> linked =
        family
            .child()
            .linkTo(parent, command.type(), family.children(), family.siblings(), by, now);
    if (linked.isUnchanged()) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> child = conversations.save(tx, linked);
    Uni<Void> adopted =
        conversations.save(tx, parent.adopt(family.child().id(), command.type(), by, now));
    return Loads.then(child, adopted, (_, _) -> Uni.createFrom().voidItem());
  }
}
