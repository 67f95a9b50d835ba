package dev.parley.application.conversation;

import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.tag.Tags;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.tag.Tag;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

public final class TagConversationHandler implements TagConversation {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final Tags tags;
  private final InstantSource clock;

  public TagConversationHandler(
      UnitOfWork unitOfWork, Conversations conversations, Tags tags, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.tags = tags;
    this.clock = clock;
  }

  @Override
  public Uni<Void> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx -> {
          Uni<Conversation> conversation = conversations.get(tx, command.conversation());
          Uni<Tag> tag = tags.get(tx, command.tag());
          return Loads.then(
              conversation,
              tag,
              (present, known) ->
                  conversations.save(tx.closing(), decide(present, known, command)));
        });
  }

  private Decision<Conversation, ConversationEvent> decide(
      Conversation conversation, Tag tag, Command command) {
    Author by = command.actor().author();
    return switch (command.wish()) {
      case ADD -> conversation.addTag(tag, by, clock.instant());
      case REMOVE -> conversation.removeTag(tag.id(), by, clock.instant());
    };
  }
}
