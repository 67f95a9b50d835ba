package dev.parley.domain.tag;

import dev.parley.domain.shared.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A label agents put on conversations; an inactive one stays where it is but cannot be added. */
public record Tag(TagId id, String name, @Nullable String color, boolean active) {
  public static final int NAME_MAX = 100;
  public static final int COLOR_MAX = 32;

  public Tag {
    name = Text.required("name", name, NAME_MAX);
    color = color == null ? null : Text.optional("color", color, COLOR_MAX);
  }

  /** What tells names apart in an organization. */
  public String key() {
    return name.toLowerCase(Locale.ROOT);
  }
}
