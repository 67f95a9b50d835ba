package dev.parley.benchmarks.load;

/** Makes the next request; called by one thread at a time. */
@FunctionalInterface
public interface RequestSource {
  Request next();
}
