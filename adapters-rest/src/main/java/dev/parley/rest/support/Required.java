package dev.parley.rest.support;

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
