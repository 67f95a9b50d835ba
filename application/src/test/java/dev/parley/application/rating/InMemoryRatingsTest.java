package dev.parley.application.rating;

import dev.parley.application.conversation.InMemoryConversationStores;

class InMemoryRatingsTest extends InMemoryConversationStores implements RatingsContract {
  @Override
  public Ratings ratings() {
    return stores.ratings;
  }

  @Override
  public RatingQueries ratingQueries() {
    return stores.ratings;
  }
}
