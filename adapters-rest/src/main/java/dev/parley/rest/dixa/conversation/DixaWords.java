package dev.parley.rest.dixa.conversation;

import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.shared.Direction;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dixa's vocabulary. */
final class DixaWords {
  private DixaWords() {}

  static String state(ConversationState state) {
    return switch (state) {
      case ConversationState.Open _ -> "Open";
      case ConversationState.Pending _, ConversationState.Snoozed _ -> "Pending";
      case ConversationState.Resolved _, ConversationState.Closed _ -> "Closed";
    };
  }

  static String direction(Direction direction) {
    return switch (direction) {
      case INBOUND -> "Inbound";
      case OUTBOUND -> "Outbound";
    };
  }

  static Optional<Direction> direction(String word) {
    return switch (word) {
      case "Inbound" -> Optional.of(Direction.INBOUND);
      case "Outbound" -> Optional.of(Direction.OUTBOUND);
      default -> Optional.empty();
    };
  }

  /** Dixa asks for {@code Related} and does not list it among its answers; we answer it. */
  static String linkType(ConversationLink.Type type) {
    return switch (type) {
      case SIDE_CONVERSATION -> "SideConversation";
      case RELATED -> "Related";
    };
  }

  static Optional<ConversationLink.Type> linkType(String word) {
    return switch (word) {
      case "SideConversation" -> Optional.of(ConversationLink.Type.SIDE_CONVERSATION);
      case "Related" -> Optional.of(ConversationLink.Type.RELATED);
      default -> Optional.empty();
    };
  }

  /**
   * @throws RequestRefused when absent or unknown
   */
  static Direction directionInBody(@Nullable String word) {
    return direction(Required.field("direction", word))
        .orElseThrow(() -> RequestRefused.badBody("direction", "is unknown"));
  }

  static String format(Content.Format format) {
    return switch (format) {
      case TEXT -> "Text";
      case HTML -> "Html";
      case MARKDOWN -> "Markdown";
    };
  }

  static Optional<Content.Format> format(String word) {
    return switch (word) {
      case "Text" -> Optional.of(Content.Format.TEXT);
      case "Html" -> Optional.of(Content.Format.HTML);
      case "Markdown" -> Optional.of(Content.Format.MARKDOWN);
      default -> Optional.empty();
    };
  }
}
