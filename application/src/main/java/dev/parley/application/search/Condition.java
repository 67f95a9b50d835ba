package dev.parley.application.search;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.tag.TagId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked of a conversation besides its words. */
public sealed interface Condition {
  /** Who holds it. */
  record OfAgent(Choice<AgentId> agent) implements Condition {}

  /** Where it waits or waited last. */
  record OfQueue(Choice<QueueId> queue) implements Condition {}

  record OfRequester(Choice<ContactId> requester) implements Condition {}

  record Numbered(Choice<Long> number) implements Condition {}

  record OverChannel(Choice<Channel> channel) implements Condition {}

  record Going(Choice<Direction> direction) implements Condition {}

  record In(Choice<Status> status) implements Condition {}

  record Tagged(TagRule rule, Set<TagId> tags) implements Condition {
    public Tagged {
      tags = Set.copyOf(tags);
    }
  }

  /**
   * A custom attribute has a value. A text is a list of one element; a path of options is also
   * meant by its beginning.
   */
  record Holding(CustomAttributeId attribute, Choice<List<String>> value) implements Condition {}

  /**
   * Something happened within a time, both ends included; false when it never happened.
   *
   * @param from null for since ever
   * @param to null for up to now and later
   */
  record Happened(Moment moment, @Nullable Instant from, @Nullable Instant to)
      implements Condition {}

  /**
   * From its creation until it was settled, or until now; both ends included.
   *
   * @param most null for no upper bound
   */
  record Lasted(Duration least, @Nullable Duration most) implements Condition {}

  /** One value out of several, or none at all. */
  sealed interface Choice<T> {
    record OneOf<T>(Set<T> values) implements Choice<T> {
      public OneOf {
        values = Set.copyOf(values);
      }
    }

    /** True also when there is no value. */
    record NoneOf<T>(Set<T> values) implements Choice<T> {
      public NoneOf {
        values = Set.copyOf(values);
      }
    }

    record Absent<T>() implements Choice<T> {}

    record Present<T>() implements Choice<T> {}
  }

  /** How a conversation's tags compare with the condition's. */
  enum TagRule {
    HAS_ONE,
    HAS_ALL,
    /** At least one is missing. */
    LACKS_ONE,
    LACKS_ALL,
    HAS_NO_TAG,
    HAS_ANY_TAG
  }

  /** State as searches tell it apart. */
  enum Status {
    OPEN,
    /** Snoozed, too. */
    PENDING,
    SETTLED
  }

  /** What a conversation keeps the time of. */
  enum Moment {
    CREATED,
    /** Of one that is settled now. */
    SETTLED,
    /** To the agent who holds it now. */
    ASSIGNED,
    LAST_MESSAGE,
    LAST_ACTIVITY
  }
}
