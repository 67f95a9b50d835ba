package dev.parley.rest.support;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the dialect a path belongs to. */
@Singleton
class Dialects {
  private static final Dialect PLAIN = new PlainDialect();

  private final List<Dialect> longestFirst;

  @Inject
  Dialects(@All List<Dialect> dialects) {
    this.longestFirst =
        dialects.stream()
            .sorted(Comparator.comparingInt((Dialect d) -> d.prefix().length()).reversed())
            .toList();
  }

  /** Paths outside every dialect get plain answers and ask for no token. */
  Dialect of(@Nullable String path) {
    if (path == null) {
      return PLAIN;
    }
    for (Dialect dialect : longestFirst) {
      if (isUnder(dialect.prefix(), path)) {
        return dialect;
      }
    }
    return PLAIN;
  }

  private static boolean isUnder(String prefix, String path) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }
}
