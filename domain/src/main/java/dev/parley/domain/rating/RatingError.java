package dev.parley.domain.rating;

import dev.parley.domain.shared.DomainError;

/** Why a question cannot be answered so. */
public sealed interface RatingError extends DomainError {

  /** No such question was put in this conversation. */
  record RatingNotFound() implements RatingError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record AlreadyRated() implements RatingError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }

  record ScoreOutOfRange(Question question) implements RatingError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
