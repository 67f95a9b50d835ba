package dev.parley.rest.dixa;

import dev.parley.rest.support.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Plain values in the query. */
public final class DixaQuery {
  private DixaQuery() {}

  /**
   * @throws RequestRefused when it is neither {@code true} nor {@code false}
   */
  public static boolean flag(String name, @Nullable String text, boolean whenAbsent) {
    return switch (text) {
      case null -> whenAbsent;
      case "true" -> true;
      case "false" -> false;
      default -> throw RequestRefused.badQuery(name);
    };
  }
}
