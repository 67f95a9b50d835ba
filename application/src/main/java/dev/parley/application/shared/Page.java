package dev.parley.application.shared;

import java.util.List;
import java.util.Optional;

/** Some items of a list in its order, and where the next ones begin if there are more. */
public record Page<T>(List<T> items, Optional<Cursor> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts {@code found}, which was asked for with one item more than fits.
   *
   * @param cursorOf the position of the last item that fits
   */
  public static <T> Page<T> cut(
      List<T> found, int limit, java.util.function.Function<T, Cursor> cursorOf) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<T> fits = found.subList(0, limit);
    return new Page<>(fits, Optional.of(cursorOf.apply(fits.getLast())));
  }
}
