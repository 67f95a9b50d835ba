package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BOB;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.BY_JANE;
import static dev.parley.domain.conversation.Cast.JANE;
import static dev.parley.domain.conversation.Cast.LOBBY;
import static dev.parley.domain.conversation.Cast.MAILBOX;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.RETIRED;
import static dev.parley.domain.conversation.Cast.SALES;
import static dev.parley.domain.conversation.Cast.SUPPORT;
import static dev.parley.domain.conversation.Cast.VIP;
import static dev.parley.domain.conversation.Cast.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.tag.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What holds after any sequence of commands. A failure names its seed; {@code -Dparley.seed=} runs
 * that one alone.
 */
class AnyHistoryTest {
  private static final int SEEDS = 2_000;
  private static final int COMMANDS = 60;

  @Test
  void theInvariantsHoldAfterAnySequenceOfCommands() {
    Long chosen = Long.getLong("parley.seed");
    long first = chosen == null ? 1 : chosen;
    long last = chosen == null ? SEEDS : chosen;
    for (long seed = first; seed <= last; seed++) {
      History history = new History(seed);
      try {
        history.run();
      } catch (AssertionError | RuntimeException e) {
        fail("seed " + seed + " after " + history.log, e);
      }
    }
  }

  /** One random life of a conversation. */
  private static final class History {
    private final Random random;
    private final List<String> log = new ArrayList<>();
    private Conversation state;
    private Conversation folded;
    private long events;
    private Instant now = MORNING;

    History(long seed) {
      random = new Random(seed);
      Conversation.Beginning beginning =
          new Conversation.Beginning(
              AConversation.ID,
              JANE,
              Channel.EMAIL,
              Direction.INBOUND,
              MAILBOX,
              "jane@example.org",
              "My order",
              "en",
              MORNING);
      Decision<Conversation, ConversationEvent> start =
          random.nextBoolean()
              ? Conversation.startInbound(beginning, AMessage.fromJane(), queue())
              : Conversation.startOutbound(beginning, AMessage.from(BY_ALICE), agent(), queue());
      state = start.state();
      folded = start.state();
      events = start.events().size();
    }

    void run() {
      for (int i = 0; i < COMMANDS; i++) {
        now = now.plusSeconds(random.nextInt(90));
        Conversation before = state;
        try {
          accept(before, command());
        } catch (DomainException e) {
          log.add("refused " + e.error().code());
        }
        checkState();
      }
    }

    private Decision<Conversation, ConversationEvent> command() {
      int kind = random.nextInt(23);
      log.add("command " + kind);
      return switch (kind) {
        case 0, 1 -> state.claim(agent(), random.nextBoolean(), BY_ALICE, now);
        case 2 -> state.close(BY_ALICE, now);
        case 3 -> state.reopen(LOBBY, BY_ALICE, now);
        case 4 -> state.transferTo(queue(), BY_ALICE, now);
        case 5 -> state.addTag(tag(), BY_ALICE, now);
        case 6 -> state.removeTag(tag().id(), BY_ALICE, now);
        case 7, 8 -> state.assignByPolicy(agent(), now);
        case 9, 10 -> state.offerByPolicy(agent(), now.plusSeconds(45), now);
        case 11 -> state.expireOffer(now);
        case 12 -> state.add(message(), random.nextInt(4) == 0, LOBBY);
        case 13 -> state.addNote(new InternalNote(new NoteId(id(3)), state.id(), BOB, "x", now));
        case 14 -> state.deliveryFailed(new MessageId(id(1)), "550", now);
        case 15 -> state.redactMessage(new MessageId(id(1)), true, 1, BY_ALICE, now);
        case 16 -> state.followUp(now.plusSeconds(random.nextInt(200) - 20), BY_ALICE, now);
        case 17 -> state.expireFollowUp(now);
        case 18 -> state.linkTo(parent(), linkType(), 0, 0, BY_ALICE, now);
        case 19 -> state.adopt(new ConversationId(id(300)), linkType(), BY_ALICE, now);
        case 20 -> state.handBack(LOBBY, BY_ALICE, now);
        case 21 ->
            random.nextBoolean()
                ? state.offerRating(rating(), BY_ALICE)
                : state.rate(rating(), now);
        // Rare, since little can happen afterwards.
        default ->
            random.nextInt(6) == 0
                ? state.anonymize(BY_ALICE, now)
                : state.close(BY_ALICE, now).then(closed -> closed.reopen(LOBBY, BY_ALICE, now));
      };
    }

    private void accept(Conversation before, Decision<Conversation, ConversationEvent> decision) {
      for (ConversationEvent event : decision.events()) {
        checkEvent(folded, event);
        folded = folded.apply(event).counted();
      }
      events += decision.events().size();
      state = decision.state();
      assertThat(state.version()).isEqualTo(before.version() + decision.events().size());
      if (decision.isUnchanged()) {
        assertThat(state).isEqualTo(before);
      }
    }

    private void checkEvent(Conversation at, ConversationEvent event) {
      if (event instanceof ConversationEvent.Assigned assigned) {
        assertThat(at.assignment().holder()).as("one holder at a time").isEmpty();
        assertThat(at.state().isSettled()).as("no settled one is assigned").isFalse();
        assertThat(assigned.agent()).isIn(ALICE, BOB);
      }
      if (event instanceof ConversationEvent.Claimed
          || event instanceof ConversationEvent.Offered) {
        assertThat(at.state()).as("only open ones").isEqualTo(new ConversationState.Open());
      }
      if (event instanceof ConversationEvent.Claimed) {
        assertThat(at.anonymizedAt()).as("no anonymized one is claimed").isNull();
      }
      if (event instanceof ConversationEvent.Unassigned unassigned) {
        assertThat(at.assignment().holder()).contains(unassigned.agent());
      }
    }

    private void checkState() {
      assertThat(state.version()).as("version = number of events").isEqualTo(events);
      assertThat(folded).as("the events give the state").isEqualTo(state);
      if (state.anonymizedAt() != null) {
        assertThat(state.contactAddress()).isNull();
        assertThat(state.subject()).isNull();
        assertThat(state.language()).isNull();
      }
      if (state.assignment() instanceof Assignment.Queued(QueueId queue, Instant since)) {
        assertThat(state.lastQueue()).isEqualTo(new QueuePlace(queue, since));
      }
      assertThat(state.stateUpdatedAt()).isBetween(MORNING, now);
    }

    private AgentId agent() {
      return random.nextBoolean() ? ALICE : BOB;
    }

    private QueueId queue() {
      return random.nextBoolean() ? SUPPORT : SALES;
    }

    private Tag tag() {
      return random.nextBoolean() ? VIP : RETIRED;
    }

    private Rating rating() {
      return new Rating(
          new RatingId(id(400)), new SurveyId(id(401)), Question.CSAT, JANE, ALICE, now, null);
    }

    private Conversation parent() {
      return random.nextBoolean() ? state : AConversation.anotherConversation();
    }

    private ConversationLink.Type linkType() {
      return random.nextBoolean()
          ? ConversationLink.Type.RELATED
          : ConversationLink.Type.SIDE_CONVERSATION;
    }

    private Message message() {
      boolean inbound = random.nextBoolean();
      return AMessage.message(
          id(200),
          inbound ? Direction.INBOUND : Direction.OUTBOUND,
          inbound ? BY_JANE : BY_ALICE,
          random.nextInt(4) == 0,
          now);
    }
  }
}
