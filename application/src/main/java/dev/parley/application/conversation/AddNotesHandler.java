package dev.parley.application.conversation;

import dev.parley.application.agent.Agents;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

public final class AddNotesHandler implements AddNotes {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final Agents agents;
  private final IdSource ids;
  private final InstantSource clock;

  public AddNotesHandler(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Agents agents,
      IdSource ids,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.agents = agents;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Uni<List<Outcome>> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    return unitOfWork.inTransaction(command.actor().organization(), tx -> add(tx, command));
  }

  private Uni<List<Outcome>> add(Transaction tx, Command command) {
    Uni<Conversation> conversation = conversations.get(tx, command.conversation());
    Uni<Set<AgentId>> known =
        agents.existing(
            tx, command.notes().stream().map(d -> author(d, command)).collect(Collectors.toSet()));
    return Loads.then(
        conversation,
        known,
        (present, authors) -> {
          List<Outcome> outcomes =
              command.notes().stream()
                  .map(draft -> outcome(draft, command, present, authors))
                  .toList();
          return conversations.save(tx.closing(), decide(present, outcomes)).replaceWith(outcomes);
        });
  }

  private Outcome outcome(
      Draft draft, Command command, Conversation conversation, Set<AgentId> authors) {
    AgentId author = author(draft, command);
    if (!authors.contains(author)) {
      return new Outcome.Refused(new AgentError.AgentNotFound(author));
    }
    try {
      return new Outcome.Added(
          new InternalNote(
              new NoteId(ids.next()),
              conversation.id(),
              author,
              draft.text(),
              draft.createdAt() == null ? clock.instant() : draft.createdAt()));
    } catch (DomainException e) {
      return new Outcome.Refused(e.error());
    }
  }

  private static AgentId author(Draft draft, Command command) {
    return draft.author() == null ? command.actor().agent() : draft.author();
  }

  private static Decision<Conversation, ConversationEvent> decide(
      Conversation conversation, List<Outcome> outcomes) {
    Decision<Conversation, ConversationEvent> all = Decision.unchanged(conversation);
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Added(InternalNote note)) {
        all = all.then(state -> state.addNote(note));
      }
    }
    return all;
  }
}
