package dev.parley.domain.attribute;

import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The definition of a field: whose it is, its name in programs and for people, what it accepts. */
public record CustomAttribute(
    CustomAttributeId id,
    Entity entity,
    String identifier,
    String label,
    Input input,
    boolean archived,
    Instant createdAt,
    @Nullable Instant updatedAt) {
  public static final int IDENTIFIER_MAX = 100;
  public static final int LABEL_MAX = 200;

  /** Whose field it is. */
  public enum Entity {
    CONVERSATION,
    CONTACT
  }

  /** What the field accepts. */
  public sealed interface Input {
    record TextInput(@Nullable String placeholder) implements Input {}

    record SelectInput(List<Option> options) implements Input {
      /** Options in all levels together. */
      public static final int OPTIONS_MAX = 1000;

      public static final int DEPTH_MAX = 5;

      public SelectInput {
        options = List.copyOf(options);
        if (options.isEmpty()) {
          throw SharedError.invalid("inputDefinition.options", "must not be empty");
        }
        requireDifferent(options);
        if (count(options, 1) > OPTIONS_MAX) {
          throw SharedError.invalid("inputDefinition.options", "has too many options");
        }
      }

      private static int count(List<Option> options, int depth) {
        if (depth > DEPTH_MAX && !options.isEmpty()) {
          throw SharedError.invalid("inputDefinition.options", "is nested too deep");
        }
        return options.stream().mapToInt(option -> 1 + count(option.nested(), depth + 1)).sum();
      }
    }
  }

  /**
   * A choice of a select; siblings have different values.
   *
   * @param deactivated it and what is nested in it can no longer be chosen; where it was, it stays
   */
  public record Option(
      UUID id, String value, String label, boolean deactivated, List<Option> nested) {
    public Option {
      value = Text.required("options.value", value, LABEL_MAX);
      label = Text.required("options.label", label, LABEL_MAX);
      nested = List.copyOf(nested);
      requireDifferent(nested);
    }
  }

  public CustomAttribute {
    identifier = Text.required("identifier", identifier, IDENTIFIER_MAX);
    label = Text.required("label", label, LABEL_MAX);
  }

  /**
   * Whether a value may be set, or taken away when null.
   *
   * @throws DomainException {@link CustomAttributeError.ValueRefused}
   */
  void requireSettable(Entity of, @Nullable AttributeValue value) {
    if (entity != of) {
      throw refused("an attribute is of another entity");
    }
    if (archived) {
      throw refused("an attribute is archived");
    }
    if (value != null && !takes(value)) {
      throw refused("a value does not fit its attribute");
    }
  }

  private boolean takes(AttributeValue value) {
    return switch (input) {
      case Input.TextInput _ -> value instanceof AttributeValue.Written;
      case Input.SelectInput(List<Option> options) ->
          value instanceof AttributeValue.Chosen(List<String> path) && leadsToOption(path, options);
    };
  }

  private static boolean leadsToOption(List<String> path, List<Option> options) {
    List<Option> level = options;
    for (String value : path) {
      Option chosen = find(value, level);
      if (chosen == null || chosen.deactivated()) {
        return false;
      }
      level = chosen.nested();
    }
    return !path.isEmpty();
  }

  private static @Nullable Option find(String value, List<Option> options) {
    return options.stream().filter(option -> option.value().equals(value)).findFirst().orElse(null);
  }

  private static DomainException refused(String rule) {
    return new DomainException(new CustomAttributeError.ValueRefused(rule));
  }

  private static void requireDifferent(List<Option> siblings) {
    Set<String> seen = new HashSet<>();
    for (Option option : siblings) {
      if (!seen.add(option.value())) {
        throw SharedError.invalid("options.value", "must be unique among its siblings");
      }
    }
  }
}
