package dev.parley.application.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keyset pages of lists. */
public final class InMemoryPages {
  private static final Comparator<Cursor> ORDER =
      Comparator.comparing(Cursor::at).thenComparing(cursor -> cursor.id().toString());

  private InMemoryPages() {}

  /** Oldest first, after the cursor. */
  public static <T> Page<T> page(
      List<T> all, Optional<Cursor> after, int limit, Function<T, Cursor> cursorOf) {
    List<T> found =
        all.stream()
            .filter(item -> after.isEmpty() || ORDER.compare(cursorOf.apply(item), after.get()) > 0)
            .sorted(Comparator.comparing(cursorOf, ORDER))
            .limit(limit + 1L)
            .toList();
    return Page.cut(found, limit, cursorOf);
  }
}
