package dev.parley.application.conversation;

import dev.parley.application.agent.Agents;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.shared.Author;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

public final class CloseConversationHandler implements CloseConversation {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final InWhoseName name;
  private final InstantSource clock;

  public CloseConversationHandler(
      UnitOfWork unitOfWork, Conversations conversations, Agents agents, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.name = new InWhoseName(agents);
    this.clock = clock;
  }

  @Override
  public Uni<Void> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx -> {
          Uni<Conversation> conversation = conversations.get(tx, command.conversation());
          Uni<Author> by = name.author(tx, command.actor(), command.by());
          return Loads.then(
              conversation,
              by,
              (present, author) ->
                  conversations.save(tx.closing(), present.close(author, clock.instant())));
        });
  }
}
