package dev.parley.rest.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields a body must have; meant for the compact constructors of request records. */
public final class Required {
  private Required() {}

  /**
   * @throws RequestRefused {@link Failure.BadBody} when absent or null
   */
  public static <T> T field(String name, @Nullable T value) {
    if (value == null) {
      throw RequestRefused.badBody(name, "is required");
    }
    return value;
  }

  /**
   * @param values absent or null means none
   * @throws RequestRefused {@link Failure.BadBody} when an element is null
   */
  public static <T> List<T> elements(String name, @Nullable List<T> values) {
    if (values == null) {
      return List.of();
    }
    for (@Nullable T value : values) {
      field(name, value);
    }
    return List.copyOf(values);
  }

  /**
   * @throws RequestRefused {@link Failure.BadBody} when absent, null or blank
   */
  public static String text(String name, @Nullable String value) {
    String text = field(name, value);
    if (text.isBlank()) {
      throw RequestRefused.badBody(name, "must not be blank");
    }
    return text;
  }
}
