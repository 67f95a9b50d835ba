package dev.parley.domain.shared;

import java.util.List;

/** The outcome of a command on an aggregate: the state after it and what happened, in order. */
public record Decision<S, E>(S state, List<E> events) {
  public Decision {
    events = List.copyOf(events);
  }

  /** Nothing happened: the command found its wish already fulfilled. */
  public static <S, E> Decision<S, E> unchanged(S state) {
    return new Decision<>(state, List.of());
  }

  public boolean isUnchanged() {
    return events.isEmpty();
  }
}
