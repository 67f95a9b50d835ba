package dev.parley.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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

  /** Decides further on the state so reached; what happened is the two in a row. */
  public Decision<S, E> then(Function<S, Decision<S, E>> next) {
    Decision<S, E> second = next.apply(state);
    List<E> all = new ArrayList<>(events);
    all.addAll(second.events);
    return new Decision<>(second.state, all);
  }
}
