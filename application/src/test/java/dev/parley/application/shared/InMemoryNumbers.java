package dev.parley.application.shared;

import dev.parley.domain.organization.OrganizationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The counters of organizations. */
public final class InMemoryNumbers implements Recoverable {
  private final Map<Key, Long> last = new ConcurrentHashMap<>();

  public long next(OrganizationId organization, String what) {
    return last.merge(new Key(organization, what), 1L, Long::sum);
  }

  @Override
  public Runnable mark() {
    Map<Key, Long> before = Map.copyOf(last);
    return () -> {
      last.clear();
      last.putAll(before);
    };
  }

  private record Key(OrganizationId organization, String what) {}
}
