package dev.parley.application.conversation;

import dev.parley.application.agent.HandBackWork;
import dev.parley.application.queue.Queues;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

public final class HandBackWorkHandler implements HandBackWork {
  private final UnitOfWork unitOfWork;
  private final HeldConversations held;
  private final Conversations conversations;
  private final Queues queues;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public HandBackWorkHandler(
      UnitOfWork unitOfWork,
      HeldConversations held,
      Conversations conversations,
      Queues queues,
      InstantSource clock,
      Wakeups wakeups) {
    this.unitOfWork = unitOfWork;
    this.held = held;
    this.conversations = conversations;
    this.queues = queues;
    this.clock = clock;
    this.wakeups = wakeups;
  }

  @Override
  public Uni<Void> handle(Command command) {
    return unitOfWork
        .inTransaction(command.actor().organization(), tx -> one(tx, command))
        .repeat()
        .whilst(more -> more)
        .collect()
        .last()
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT))
        .replaceWithVoid();
  }

  private Uni<Boolean> one(Transaction tx, Command command) {
    return held.next(tx, command.agent())
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(false)
                    : handBack(tx, found.get(), command).replaceWith(true));
  }

  private Uni<Void> handBack(Transaction tx, Conversation conversation, Command command) {
    return queueOf(tx, conversation)
        .chain(
            queue ->
                conversations.save(
                    tx, conversation.handBack(queue, command.actor().author(), clock.instant())));
  }

  private Uni<QueueId> queueOf(Transaction tx, Conversation conversation) {
    return conversation.lastQueue() == null
        ? queues.defaultQueue(tx)
        : Uni.createFrom().item(conversation.lastQueue().queue());
  }
}
