package dev.parley.rest.dixa.rating;

import dev.parley.domain.rating.Question;
import java.util.Optional;

/** Dixa's words for questions. */
final class RatingWords {
  private RatingWords() {}

  static String type(Question question) {
    return switch (question) {
      case CSAT -> "Csat";
      case THUMBS_UP_OR_DOWN -> "ThumbsUpOrDown";
      case NPS -> "Nps";
    };
  }

  static Optional<Question> question(String type) {
    return switch (type) {
      case "Csat" -> Optional.of(Question.CSAT);
      case "ThumbsUpOrDown" -> Optional.of(Question.THUMBS_UP_OR_DOWN);
      case "Nps" -> Optional.of(Question.NPS);
      default -> Optional.empty();
    };
  }
}
