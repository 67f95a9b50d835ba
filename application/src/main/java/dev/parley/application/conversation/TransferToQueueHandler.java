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

public final class TransferToQueueHandler implements TransferToQueue {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final Queues queues;
  private final InWhoseName name;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public TransferToQueueHandler(
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
              Uni<QueueId> queue = queues.require(tx, command.queue());
              Uni<Author> by = name.author(tx, command.actor(), command.by());
              return Loads.then(
                  conversation,
                  queue,
                  by,
                  (present, target, author) ->
                      conversations.save(
                          tx.closing(), present.transferTo(target, author, clock.instant())));
            })
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }
}
