package dev.parley.bootstrap.wiring;

import dev.parley.application.agent.Agents;
import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.rating.OfferRating;
import dev.parley.application.rating.OfferRatingHandler;
import dev.parley.application.rating.RatingQueries;
import dev.parley.application.rating.Ratings;
import dev.parley.application.rating.SubmitRating;
import dev.parley.application.rating.SubmitRatingHandler;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.persistence.rating.PgRatingQueries;
import dev.parley.persistence.rating.PgRatings;
import dev.parley.persistence.support.PgUnitOfWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

class RatingWiring {
  @Produces
  @Singleton
  Ratings ratings() {
    return new PgRatings();
  }

  @Produces
  @Singleton
  RatingQueries queries(PgUnitOfWork unitOfWork) {
    return new PgRatingQueries(unitOfWork);
  }

  @Produces
  @Singleton
  OfferRating offer(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Ratings ratings,
      Agents agents,
      Contacts contacts,
      IdSource ids,
      InstantSource clock) {
    return new OfferRatingHandler(unitOfWork, conversations, ratings, agents, contacts, ids, clock);
  }

  @Produces
  @Singleton
  SubmitRating submit(
      UnitOfWork unitOfWork, Conversations conversations, Ratings ratings, InstantSource clock) {
    return new SubmitRatingHandler(unitOfWork, conversations, ratings, clock);
  }
}
