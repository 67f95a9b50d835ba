package dev.parley.domain.queue;

import dev.parley.domain.agent.WorkingChannel;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a queue gives its waiting conversations to agents. */
public enum AssignmentPolicy {
  /** Agents take work themselves. */
  MANUAL {
    @Override
    public Optional<Candidate> choose(
        Collection<Candidate> members, WorkingChannel channel, int cap) {
      return Optional.empty();
    }
  },
  /** The one whose last assignment from this queue is longest ago. */
  ROUND_ROBIN {
    @Override
    public Optional<Candidate> choose(
        Collection<Candidate> members, WorkingChannel channel, int cap) {
      return first(members, channel, cap, LONGEST_WITHOUT_WORK);
    }
  },
  /** The one who holds the fewest open conversations. */
  LEAST_LOADED {
    @Override
    public Optional<Candidate> choose(
        Collection<Candidate> members, WorkingChannel channel, int cap) {
      return first(
          members,
          channel,
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
   * The member who gets the next conversation, which is of the channel.
   *
   * @param cap the most open conversations an agent may hold, 0 for no limit
   */
  public abstract Optional<Candidate> choose(
      Collection<Candidate> members, WorkingChannel channel, int cap);

  /**
   * The channels of which some member can be given a conversation now.
   *
   * @param cap as above
   */
  public static Set<WorkingChannel> served(Collection<Candidate> members, int cap) {
    return Stream.of(WorkingChannel.values())
        .filter(channel -> members.stream().anyMatch(member -> member.canTake(channel, cap)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Candidate> first(
      Collection<Candidate> members, WorkingChannel channel, int cap, Comparator<Candidate> order) {
    return members.stream().filter(member -> member.canTake(channel, cap)).min(order);
  }
}
