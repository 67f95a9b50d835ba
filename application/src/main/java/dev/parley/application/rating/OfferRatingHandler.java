package dev.parley.application.rating;

import dev.parley.application.agent.Agents;
import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import dev.parley.domain.rating.Surveys;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;

public final class OfferRatingHandler implements OfferRating {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final Ratings ratings;
  private final Agents agents;
  private final Contacts contacts;
  private final IdSource ids;
  private final InstantSource clock;

  public OfferRatingHandler(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Ratings ratings,
      Agents agents,
      Contacts contacts,
      IdSource ids,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.ratings = ratings;
    this.agents = agents;
    this.contacts = contacts;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Uni<Rating> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx -> {
          Uni<Conversation> conversation = conversations.get(tx, command.conversation());
          Uni<Surveys> surveys = ratings.of(tx, command.conversation());
          Uni<Optional<ContactId>> user = user(tx, command);
          Uni<AgentId> agent = agent(tx, command);
          return Loads.then(
              conversation,
              surveys,
              user,
              agent,
              (present, asked, named, rated) -> {
                Rating rating =
                    asked.offer(
                        new RatingId(ids.next()),
                        new SurveyId(ids.next()),
                        command.question(),
                        named.orElse(present.requester()),
                        rated,
                        command.offeredAt() == null ? clock.instant() : command.offeredAt());
                return conversations
                    .save(tx, present.offerRating(rating, command.actor().author()))
                    .replaceWith(rating);
              });
        });
  }

  private Uni<Optional<ContactId>> user(Transaction tx, Command command) {
    return command.user() == null
        ? Uni.createFrom().item(Optional.empty())
        : contacts.get(tx, command.user()).map(Contact::id).map(Optional::of);
  }

  private Uni<AgentId> agent(Transaction tx, Command command) {
    return command.agent() == null
        ? ratings
            .likelyAgent(tx, command.conversation())
            .map(likely -> likely.orElse(command.actor().agent()))
        : agents.get(tx, command.agent()).map(Agent::id);
  }
}
