package dev.parley.domain.queue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How a queue gives its waiting conversations to agents. */
public enum AssignmentPolicy {
  /** Agents take work themselves. */
  MANUAL {
    @Override
    public Optional<Candidate> choose(Collection<Candidate> members, int cap) {
      return Optional.empty();
    }
  },
  /** The one whose last assignment from this queue is longest ago. */
  ROUND_ROBIN {
    @Override
    public Optional<Candidate> choose(Collection<Candidate> members, int cap) {
      return eligible(members, cap, LONGEST_WITHOUT_WORK);
    }
  },
  /** The one who holds the fewest open conversations. */
  LEAST_LOADED {
    @Override
    public Optional<Candidate> choose(Collection<Candidate> members, int cap) {
      return eligible(
          members,
          cap,
          Comparator.comparingInt(Candidate::openConversations)
              .thenComparing(LONGEST_WITHOUT_WORK));
    }
  };

  private static final Comparator<Candidate> LONGEST_WITHOUT_WORK =
      Comparator.comparing(
              Candidate::lastAssignedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(candidate -> candidate.agent().value());

  /**
   * The member who gets the next conversation.
   *
   * @param cap the most open conversations an agent may hold, 0 for no limit
   */
  public abstract Optional<Candidate> choose(Collection<Candidate> members, int cap);

  private static Optional<Candidate> eligible(
      Collection<Candidate> members, int cap, Comparator<Candidate> order) {
    return members.stream()
        .filter(Candidate::available)
        .filter(candidate -> cap == 0 || candidate.openConversations() < cap)
        .min(order);
  }
}
