package dev.parley.bootstrap.work;

import dev.parley.application.shared.Wakeups;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The bells of this instance; other instances find out by looking. */
@Singleton
final class Bells implements Wakeups {
  private final Map<Topic, Bell> bells =
      Arrays.stream(Topic.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new Bell()));

  @Override
  public void wake(Topic topic) {
    of(topic).ring();
  }

  Bell of(Topic topic) {
    Bell bell = bells.get(topic);
    if (bell == null) {
      throw new IllegalStateException("every topic has a bell");
    }
    return bell;
  }
}
