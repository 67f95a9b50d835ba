package dev.parley.rest.support;

/** How often the holder of a key may call. */
@FunctionalInterface
public interface RateLimit {
  /** Lets everything in. */
  RateLimit NONE = _ -> 0;

  /**
   * Counts a request that proved to hold the key.
   *
   * @return 0 when it may come in; otherwise the seconds, at least 1, after which one may
   */
  long secondsToWait(String keyId);
}
