package dev.parley.application.conversation;

import dev.parley.application.agent.Agents;
import dev.parley.application.queue.Queues;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

public final class ReopenConversationHandler implements ReopenConversation {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final Queues queues;
  private final InWhoseName name;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public ReopenConversationHandler(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Queues queues,
      Agents agents,
      InstantSource clock,
      Wakeups wakeups) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.queues = queues;
    this.name = new InWhoseName(agents);
    this.clock = clock;
    this.wakeups = wakeups;
  }

  @Override
  public Uni<Void> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    return unitOfWork
        .inTransaction(
            command.actor().organization(),
            tx -> {
              Uni<Conversation> conversation = conversations.get(tx, command.conversation());
              Uni<Author> by = name.author(tx, command.actor(), command.by());
              Uni<QueueId> fallback = queues.defaultQueue(tx);
              return Loads.then(
                  conversation,
                  by,
                  fallback,
                  (present, author, queue) ->
                      conversations.save(
                          tx.closing(), present.reopen(queue, author, clock.instant())));
            })
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }
}
