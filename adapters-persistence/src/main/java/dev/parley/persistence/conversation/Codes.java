package dev.parley.persistence.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.shared.Author;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words the tables use for the domain's types. They are on disk: never change one. */
final class Codes {
  /** Looked up for each column of each row. */
  private static final ClassValue<Map<String, Enum<?>>> BY_CODE =
      new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
          return Arrays.stream(type.getEnumConstants())
              .map(value -> (Enum<?>) value)
              .collect(Collectors.toUnmodifiableMap(Codes::of, value -> value));
        }
      };

  private Codes() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E parse(Class<E> type, String code) {
    Enum<?> value = BY_CODE.get(type).get(code);
    if (value == null) {
      throw new IllegalStateException("the tables know no " + type.getSimpleName() + " " + code);
    }
    return type.cast(value);
  }

  static String state(ConversationState state) {
    return switch (state) {
      case ConversationState.Open _ -> "open";
      case ConversationState.Pending _ -> "pending";
      case ConversationState.Snoozed _ -> "snoozed";
      case ConversationState.Resolved _ -> "resolved";
      case ConversationState.Closed _ -> "closed";
    };
  }

  static String assignment(Assignment assignment) {
    return switch (assignment) {
      case Assignment.Unassigned _ -> "unassigned";
      case Assignment.Queued _ -> "queued";
      case Assignment.Offered _ -> "offered";
      case Assignment.Assigned _ -> "assigned";
    };
  }

  static String authorKind(Author author) {
    return switch (author) {
      case Author.ByAgent _ -> "agent";
      case Author.ByContact _ -> "contact";
      case Author.BySystem _ -> "system";
    };
  }

  static @Nullable UUID authorId(Author author) {
    return switch (author) {
      case Author.ByAgent(AgentId id) -> id.value();
      case Author.ByContact(ContactId id) -> id.value();
      case Author.BySystem _ -> null;
    };
  }

  static Author author(String kind, @Nullable UUID id) {
    if (id == null) {
      return new Author.BySystem();
    }
    return kind.equals("agent")
        ? new Author.ByAgent(new AgentId(id))
        : new Author.ByContact(new ContactId(id));
  }
}
