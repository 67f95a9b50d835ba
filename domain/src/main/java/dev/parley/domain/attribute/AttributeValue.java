package dev.parley.domain.attribute;

import dev.parley.domain.shared.Text;
import java.util.List;

/** What somebody or something holds in a field. */
public sealed interface AttributeValue {

  /** What a person wrote; it may be about a person. */
  record Written(String text) implements AttributeValue {
    public static final int MAX = 5_000;

    public Written {
      text = Text.optional("value", text, MAX);
    }

    @Override
    public String toString() {
      return "Written";
    }
  }

  /** The values of the options from the top one down to the chosen one. */
  record Chosen(List<String> path) implements AttributeValue {
    public Chosen {
      path = List.copyOf(path);
    }
  }
}
