package dev.parley.domain.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that took place elsewhere. What happened there is told at its own times; none of
 * it opens, offers or sends anything here.
 *
 * @param holder who has it now; its state is what counts, even when it was closed since
 * @param closing null: it is still open
 */
public record ImportedHistory(
    Conversation.Beginning beginning,
    List<Message> messages,
    @Nullable Holder holder,
    @Nullable Closing closing) {

  public ImportedHistory {
    messages = List.copyOf(messages);
  }

  /** An agent who holds it, since when. */
  public record Holder(AgentId agent, Instant since) {}

  /** Who closed it when. */
  public record Closing(Author by, Instant at) {}

  /** Whether it is open and in nobody's hands, so that it has to wait somewhere. */
  public boolean isToBeHandled() {
    return holder == null && closing == null;
  }

  /**
   * What happened, in the order of its times; it waits in no queue yet.
   *
   * @param beganBy who wrote first, or in whose name it was begun
   */
  public Decision<Conversation, ConversationEvent> told(Author beganBy, Author importer) {
    Deciding told =
        new Deciding(Conversation.blank(beginning))
            .with(new ConversationEvent.Started(beginning.createdAt(), beganBy));
    Stream.of(added(), held(importer).stream(), closed().stream())
        .flatMap(events -> events)
        .sorted(Comparator.comparing(ConversationEvent::at))
        .forEach(told::with);
    return told.decision();
  }

  private Stream<ConversationEvent> added() {
    return messages.stream()
        .map(
            message ->
                new ConversationEvent.MessageAdded(message.createdAt(), message.author(), message));
  }

  private List<ConversationEvent> held(Author importer) {
    return holder == null
        ? List.of()
        : List.of(new ConversationEvent.Assigned(holder.since(), importer, holder.agent()));
  }

  private List<ConversationEvent> closed() {
    return closing == null
        ? List.of()
        : List.of(new ConversationEvent.Closed(closing.at(), closing.by()));
  }
}
