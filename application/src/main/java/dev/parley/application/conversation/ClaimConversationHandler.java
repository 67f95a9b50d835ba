package dev.parley.application.conversation;

import dev.parley.application.agent.Agents;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

public final class ClaimConversationHandler implements ClaimConversation {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final Agents agents;
  private final InstantSource clock;

  public ClaimConversationHandler(
      UnitOfWork unitOfWork, Conversations conversations, Agents agents, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.agents = agents;
    this.clock = clock;
  }

  @Override
  public Uni<Void> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx -> {
          Uni<Conversation> conversation = conversations.get(tx, command.conversation());
          Uni<?> agent = agents.get(tx, command.agent());
          return Loads.then(
              conversation,
              agent,
              (present, _) ->
                  conversations.save(
                      tx.closing(),
                      present.claim(
                          command.agent(),
                          command.force(),
                          command.actor().author(),
                          clock.instant())));
        });
  }
}
