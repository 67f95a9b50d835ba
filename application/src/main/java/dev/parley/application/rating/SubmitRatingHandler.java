package dev.parley.application.rating;

import dev.parley.application.conversation.Conversations;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.Rating.Answer;
import dev.parley.domain.rating.Surveys;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

public final class SubmitRatingHandler implements SubmitRating {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final Ratings ratings;
  private final InstantSource clock;

  public SubmitRatingHandler(
      UnitOfWork unitOfWork, Conversations conversations, Ratings ratings, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.ratings = ratings;
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
          return Loads.then(
              conversation,
              surveys,
              (present, asked) -> {
                Answer answer = answer(command);
                Rating rated = asked.answer(command.survey(), command.question(), answer);
                return conversations.save(tx, present.rate(rated, answer.at())).replaceWith(rated);
              });
        });
  }

  private Answer answer(Command command) {
    return new Answer(
        command.score(), command.comment(), command.at() == null ? clock.instant() : command.at());
  }
}
