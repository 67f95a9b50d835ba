package dev.parley.channels.support;

import dev.parley.domain.channel.ContactEndpointId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the accounts behind the contact endpoints are doing, as this instance sees it. Neither
 * addresses nor what a provider said is kept here: it may be shown by health checks and metrics.
 */
public final class AccountStates {
  private final Map<Key, State> states = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public AccountStates(InstantSource clock) {
    this.clock = clock;
  }

  /** What an account is used for. */
  public enum Direction {
    INBOUND,
    OUTBOUND
  }

  /** From good to bad. */
  public enum Level {
    OK,
    /** Works, but not as it should; or it is being tried again. */
    DEGRADED,
    /** Nothing goes until somebody mends it. */
    BROKEN
  }

  /** One use of one account. */
  public record Key(ContactEndpointId endpoint, Direction direction) {}

  /**
   * @param code a stable word without personal data
   * @param since when it got to this level for this reason
   */
  public record State(Level level, String code, Instant since) {}

  /**
   * @return true when this is news
   */
  public synchronized boolean set(
      ContactEndpointId endpoint, Direction direction, Level level, String code) {
    Key key = new Key(endpoint, direction);
    State before = states.get(key);
    if (before != null && before.level() == level && before.code().equals(code)) {
      return false;
    }
    states.put(key, new State(level, code, clock.instant()));
    return true;
  }

  public void forget(ContactEndpointId endpoint, Direction direction) {
    states.remove(new Key(endpoint, direction));
  }

  public Map<Key, State> all() {
    return Map.copyOf(states);
  }

  /** For a gauge. */
  public long count(Direction direction, Level level) {
    return states.entrySet().stream()
        .filter(e -> e.getKey().direction() == direction && e.getValue().level() == level)
        .count();
  }
}
