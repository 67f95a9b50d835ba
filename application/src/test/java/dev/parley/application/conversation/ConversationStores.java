package dev.parley.application.conversation;

import dev.parley.application.agent.Presences;
import dev.parley.application.hours.Schedules;
import dev.parley.application.shared.StoreContract;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Decision;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the contracts around conversations ask of the one that runs them. */
public interface ConversationStores extends StoreContract {
  Conversations conversations();

  ConversationQueries queries();

  Deliveries deliveries();

  WaitingConversations waiting();

  Presences presences();

  Schedules schedules();

  /** The organization {@link #here()} with its people; the same all through one test. */
  Scene scene();

  /** The organization {@link #elsewhere()}. */
  Scene abroad();

  /** Stores it in the scene's organization, in a transaction of its own. */
  default long create(Decision<Conversation, ConversationEvent> decision) {
    return create(scene(), decision);
  }

  default long create(Scene scene, Decision<Conversation, ConversationEvent> decision) {
    return await(
        unitOfWork().inTransaction(scene.organization, tx -> conversations().create(tx, decision)));
  }

  /** Loads, decides and saves in one transaction. */
  default Uni<Void> deciding(
      long number, Function<Conversation, Decision<Conversation, ConversationEvent>> command) {
    return unitOfWork()
        .inTransaction(
            here(),
            tx ->
                conversations()
                    .get(tx, number)
                    .chain(present -> conversations().save(tx, command.apply(present))));
  }

  default void decide(
      long number, Function<Conversation, Decision<Conversation, ConversationEvent>> command) {
    await(deciding(number, command));
  }

  /** Adds a message to a conversation as its sender would. */
  default Message add(long number, AMessage message) {
    Message added = message.build();
    decide(number, present -> present.add(added, false, scene().support));
    return added;
  }

  default Conversation load(long number) {
    return inTransaction(tx -> conversations().get(tx, number));
  }

  default Optional<Conversation> find(ConversationId id) {
    return inTransaction(tx -> conversations().find(tx, id));
  }

  default List<Message> messages(long number) {
    return await(queries().messages(scene().actor(), number)).messages();
  }
}
