package dev.parley.application.rating;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.conversation.InMemoryConversationData.Rated;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.Surveys;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ratings of all organizations. */
public final class InMemoryRatings implements Ratings, RatingQueries {
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryConversationData data;

  public InMemoryRatings(InMemoryUnitOfWork unitOfWork, InMemoryConversationData data) {
    this.unitOfWork = unitOfWork;
    this.data = data;
  }

  @Override
  public Uni<Surveys> of(Transaction tx, long conversation) {
    return attempt(
        () ->
            new Surveys(
                find(tx.organization(), conversation)
                    .map(found -> ratings(tx.organization(), found))
                    .orElse(List.of())));
  }

  @Override
  public Uni<Optional<AgentId>> likelyAgent(Transaction tx, long conversation) {
    return attempt(
        () ->
            find(tx.organization(), conversation)
                .flatMap(
                    found ->
                        lastAssigned(tx.organization(), found)
                            .or(() -> lastWriting(tx.organization(), found))));
  }

  private Optional<AgentId> lastAssigned(OrganizationId in, Conversation conversation) {
    return data.events(in, conversation.id()).stream()
        .flatMap(
            event ->
                event instanceof ConversationEvent.Assigned assigned
                    ? Stream.of(assigned.agent())
                    : Stream.empty())
        .reduce((_, later) -> later);
  }

  private Optional<AgentId> lastWriting(OrganizationId in, Conversation conversation) {
    return data.messages().of(in).stream()
        .filter(message -> message.conversation().equals(conversation.id()))
        .sorted(Comparator.comparing(Message::createdAt))
        .flatMap(
            message ->
                message.author() instanceof Author.ByAgent(AgentId agent)
                    ? Stream.of(agent)
                    : Stream.empty())
        .reduce((_, later) -> later);
  }

  @Override
  public Uni<List<RatingView>> ofConversation(Actor actor, long conversation) {
    return unitOfWork.alone(
        () -> {
          actor.require(Permission.CONVERSATIONS_READ);
          Conversation found =
              find(actor.organization(), conversation)
                  .orElseThrow(
                      () -> new DomainException(new ConversationError.ConversationNotFound()));
          return ratings(actor.organization(), found).stream()
              .map(rating -> new RatingView(rating, found.channel()))
              .toList();
        });
  }

  private List<Rating> ratings(OrganizationId in, Conversation conversation) {
    return data.ratings().of(in).stream()
        .filter(rated -> rated.conversation().equals(conversation.id()))
        .map(Rated::rating)
        .toList();
  }

  private Optional<Conversation> find(OrganizationId in, long number) {
    return data.conversations().of(in).stream()
        .filter(stored -> stored.number() == number)
        .map(Stored::conversation)
        .findFirst();
  }
}
