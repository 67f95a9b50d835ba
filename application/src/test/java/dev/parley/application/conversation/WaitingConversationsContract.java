package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.WaitingConversations.Place;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Candidate;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What queues' policies rely on. */
public interface WaitingConversationsContract extends ConversationStores {
  Set<WorkingChannel> ALL = EnumSet.allOf(WorkingChannel.class);

  @Test
  default void aQueueWithAPolicyHasWorkWhenSomethingWaits() {
    QueueId busy = aQueue("Busy", AssignmentPolicy.ROUND_ROBIN, null);
    aQueue("Idle", AssignmentPolicy.LEAST_LOADED, null);
    waitingIn(busy, MORNING);
    waitingIn(scene().support, MORNING);

    assertThat(workAt(NOON)).containsExactly(new Place(here(), busy));
  }

  @Test
  default void whatIsPendingSettledOrHeldIsNoWork() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    decide(waitingIn(queue, MORNING), c -> c.close(scene().byAlice, NOON));
    decide(waitingIn(queue, MORNING), c -> c.claim(scene().alice, false, scene().byAlice, NOON));
    long pending = waitingIn(queue, MORNING);
    decide(pending, WaitingConversationsContract::pending);

    assertThat(workAt(NOON)).isEmpty();
    assertThat(first(queue)).isEmpty();
  }

  @Test
  default void anOfferThatHasRunOutIsWork() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, Duration.ofSeconds(45));
    long number = waitingIn(queue, MORNING);
    decide(number, c -> c.offerByPolicy(scene().bob, NOON, MORNING));

    assertThat(workAt(NOON.minusMillis(1))).isEmpty();
    assertThat(runOut(queue, NOON.minusMillis(1))).isEmpty();
    assertThat(workAt(NOON)).containsExactly(new Place(here(), queue));
    assertThat(runOut(queue, NOON)).contains(load(number));
    assertThat(runOut(scene().support, NOON)).isEmpty();
  }

  @Test
  default void queuesOfAllOrganizationsHaveWork() {
    QueueId ours = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    QueueId theirs = new QueueId(abroad().ids.next());
    abroad()
        .seeds
        .add(
            elsewhere(),
            abroad().queue(theirs, "Queue", false, AssignmentPolicy.ROUND_ROBIN, null));
    waitingIn(ours, MORNING);
    create(
        abroad(),
        abroad()
            .aNewConversation(
                abroad().fromJane(abroad().newConversationId()), abroad().jane, theirs));

    assertThat(await(waiting().queuesWithWork(NOON)))
        .contains(new Place(here(), ours), new Place(elsewhere(), theirs));
  }

  @Test
  default void aQueueThatRestsHasNoWorkButOffersThatRanOut() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, Duration.ofSeconds(45));
    waitingIn(queue, MORNING);
    this.<Void>inTransaction(tx -> waiting().rest(tx, queue, NOON));

    assertThat(workAt(NOON.minusMillis(1))).isEmpty();
    assertThat(workAt(NOON)).containsExactly(new Place(here(), queue));

    long offered = waitingIn(queue, MORNING);
    decide(offered, c -> c.offerByPolicy(scene().bob, MORNING, MORNING));
    assertThat(workAt(MORNING)).containsExactly(new Place(here(), queue));
  }

  @Test
  default void aReplacedScheduleEndsTheRestOfItsQueues() {
    Schedule schedule = aSchedule();
    QueueId queue = aQueueKeepingTo(schedule.id());
    waitingIn(queue, MORNING);
    this.<Void>inTransaction(tx -> waiting().rest(tx, queue, NOON));
    assertThat(workAt(MORNING)).isEmpty();

    await(schedules().replace(here(), schedule));

    assertThat(workAt(MORNING)).containsExactly(new Place(here(), queue));
  }

  @Test
  default void theScheduleOfAQueueIsLoaded() {
    Schedule schedule = aSchedule();
    QueueId queue = aQueueKeepingTo(schedule.id());

    assertThat(lock(queue).orElseThrow().schedule()).isEqualTo(schedule.id());
    assertThat(this.<Optional<Schedule>>inTransaction(tx -> waiting().schedule(tx, schedule.id())))
        .contains(schedule);
    assertThat(
            this.<Optional<Schedule>>inTransactionElsewhere(
                tx -> waiting().schedule(tx, schedule.id())))
        .isEmpty();
  }

  private Schedule aSchedule() {
    Schedule schedule =
        new Schedule(
            new ScheduleId(scene().ids.next()),
            "Hours",
            ZoneId.of("UTC"),
            Map.of(),
            List.of(),
            MORNING);
    await(schedules().add(here(), schedule));
    return schedule;
  }

  private QueueId aQueueKeepingTo(ScheduleId schedule) {
    QueueId id = new QueueId(scene().ids.next());
    scene()
        .seeds
        .add(
            here(),
            new Queue(
                id, 0, "Queue", false, AssignmentPolicy.ROUND_ROBIN, 0, null, schedule, MORNING));
    return id;
  }

  @Test
  default void aQueueIsLoadedWithItsRules() {
    QueueId offering = aQueue("Offering", AssignmentPolicy.LEAST_LOADED, Duration.ofSeconds(45));

    Queue found = lock(offering).orElseThrow();

    assertThat(found.name()).isEqualTo("Offering");
    assertThat(found.policy()).isEqualTo(AssignmentPolicy.LEAST_LOADED);
    assertThat(found.offerTimeout()).isEqualTo(Duration.ofSeconds(45));
    assertThat(found.agentCap()).isZero();
    assertThat(found.isDefault()).isFalse();
    assertThat(found.createdAt()).isEqualTo(MORNING);
    assertThat(lock(scene().support).orElseThrow().offerTimeout()).isNull();
    assertThat(lock(new QueueId(new UUID(1, 2)))).isEmpty();
  }

  @Test
  default void theOneThatWaitsLongestIsFirst() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    waitingIn(queue, MORNING.plusSeconds(2));
    long longest = waitingIn(queue, MORNING);
    waitingIn(queue, MORNING.plusSeconds(1));
    waitingIn(scene().support, MORNING.minusSeconds(1));

    assertThat(first(queue)).contains(load(longest));
  }

  @Test
  default void whoIsTransferredGoesToTheEnd() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    long early = waitingIn(queue, MORNING);
    long late = waitingIn(queue, MORNING.plusSeconds(1));

    decide(early, c -> c.transferTo(queue, scene().byAlice, NOON));

    assertThat(first(queue)).contains(load(late));
  }

  @Test
  default void membersOfTheQueueAreCandidates() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    AgentId away = anAgent("Away", Availability.AWAY, false);
    AgentId disabled = anAgent("Disabled", Availability.WORKING, true);
    anAgent("Stranger", Availability.WORKING, false);
    for (AgentId member : List.of(scene().alice, away, disabled)) {
      scene().seeds.addMember(here(), queue, member);
    }

    assertThat(candidates(queue))
        .containsExactlyInAnyOrder(
            new Candidate(scene().alice, true, 0, null, ALL),
            new Candidate(away, false, 0, null, ALL),
            new Candidate(disabled, false, 0, null, ALL));
  }

  @Test
  default void candidatesSayWhatTheyWorkOn() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    scene().seeds.addMember(here(), queue, scene().alice);
    await(presences().work(here(), scene().alice, WorkingChannel.SPEAK, false));
    await(presences().work(here(), scene().alice, WorkingChannel.EMAIL, false));

    assertThat(candidates(queue))
        .containsExactly(
            new Candidate(
                scene().alice,
                true,
                0,
                null,
                Set.of(WorkingChannel.MESSAGING, WorkingChannel.INTERACTIVE_CHAT)));
  }

  @Test
  default void whatIsOfNoneOfTheChannelsIsPassedOver() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    long message = waitingIn(queue, MORNING, Channel.MESSENGER);
    long chat = waitingIn(queue, MORNING.plusSeconds(1), Channel.WIDGET);
    long mail = waitingIn(queue, MORNING.plusSeconds(2), Channel.EMAIL);

    assertThat(first(queue, WorkingChannel.EMAIL)).contains(load(mail));
    assertThat(first(queue, WorkingChannel.EMAIL, WorkingChannel.INTERACTIVE_CHAT))
        .contains(load(chat));
    assertThat(first(queue, WorkingChannel.MESSAGING)).contains(load(message));
    assertThat(first(queue, WorkingChannel.EMAIL, WorkingChannel.MESSAGING))
        .contains(load(message));
    assertThat(first(queue, WorkingChannel.SPEAK)).isEmpty();
  }

  @Test
  default void whatAnAgentHoldsOrIsOfferedInAnyQueueCountsUntilItIsSettled() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    scene().seeds.addMember(here(), queue, scene().alice);
    scene().seeds.addMember(here(), queue, scene().bob);
    decide(waitingIn(queue, MORNING), c -> c.assignByPolicy(scene().alice, NOON));
    decide(waitingIn(scene().support, MORNING), c -> c.assignByPolicy(scene().alice, NOON));
    long pending = waitingIn(queue, MORNING);
    decide(pending, c -> c.assignByPolicy(scene().alice, NOON));
    decide(pending, WaitingConversationsContract::pending);
    long settled = waitingIn(queue, MORNING);
    decide(settled, c -> c.assignByPolicy(scene().alice, NOON));
    decide(settled, c -> c.close(scene().byAlice, NOON));
    decide(waitingIn(queue, MORNING), c -> c.offerByPolicy(scene().bob, NOON, MORNING));

    assertThat(candidates(queue))
        .containsExactlyInAnyOrder(
            new Candidate(scene().alice, true, 3, null, ALL),
            new Candidate(scene().bob, true, 1, null, ALL));
  }

  @Test
  default void whenAQueueLastGaveAnAgentSomethingIsRemembered() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    QueueId other = aQueue("Other", AssignmentPolicy.ROUND_ROBIN, null);
    scene().seeds.addMember(here(), queue, scene().alice);
    scene().seeds.addMember(here(), other, scene().alice);

    this.<Void>inTransaction(tx -> waiting().given(tx, queue, scene().alice, MORNING));
    this.<Void>inTransaction(tx -> waiting().given(tx, queue, scene().alice, NOON));

    assertThat(candidates(queue)).containsExactly(new Candidate(scene().alice, true, 0, NOON, ALL));
    assertThat(candidates(other)).containsExactly(new Candidate(scene().alice, true, 0, null, ALL));
  }

  @Test
  default void anotherOrganizationSeesNothingOfAQueue() {
    QueueId queue = aQueue("Queue", AssignmentPolicy.ROUND_ROBIN, null);
    scene().seeds.addMember(here(), queue, scene().alice);
    waitingIn(queue, MORNING);

    assertThat(this.<Optional<Queue>>inTransactionElsewhere(tx -> waiting().lock(tx, queue)))
        .isEmpty();
    assertThat(
            this.<Optional<Conversation>>inTransactionElsewhere(
                tx -> waiting().first(tx, queue, ALL)))
        .isEmpty();
    assertThat(
            this.<Optional<Conversation>>inTransactionElsewhere(
                tx -> waiting().offerRunOut(tx, queue, NOON)))
        .isEmpty();
  }

  private static Decision<Conversation, ConversationEvent> pending(Conversation from) {
    Conversation state =
        new Conversation(
            from.id(),
            from.requester(),
            from.channel(),
            from.direction(),
            from.endpoint(),
            from.contactAddress(),
            from.subject(),
            from.language(),
            from.browser(),
            from.source(),
            new ConversationState.Pending(),
            NOON,
            from.assignment(),
            from.lastQueue(),
            from.tags(),
            from.link(),
            from.createdAt(),
            from.anonymizedAt(),
            from.version() + 1);
    return new Decision<>(
        state,
        List.of(
            new ConversationEvent.Resumed(NOON, new dev.parley.domain.shared.Author.BySystem())));
  }

  private QueueId aQueue(String name, AssignmentPolicy policy, @Nullable Duration offerTimeout) {
    QueueId id = new QueueId(scene().ids.next());
    scene().seeds.add(here(), scene().queue(id, name, false, policy, offerTimeout));
    return id;
  }

  private AgentId anAgent(String name, Availability availability, boolean disabled) {
    AgentId id = new AgentId(scene().ids.next());
    scene().seeds.add(here(), scene().agent(id, name, availability, disabled));
    return id;
  }

  private long waitingIn(QueueId queue, Instant since) {
    AMessage first = scene().fromJane(scene().newConversationId()).at(since);
    return create(scene().aNewConversation(first, scene().jane, queue));
  }

  private long waitingIn(QueueId queue, Instant since, Channel channel) {
    AMessage first = scene().fromJane(scene().newConversationId()).at(since);
    return create(
        Conversation.startInbound(
            new Conversation.Beginning(
                first.conversation(),
                scene().jane,
                channel,
                Direction.INBOUND,
                null,
                null,
                null,
                null,
                since),
            first.build(),
            queue));
  }

  private Optional<Conversation> first(QueueId queue, WorkingChannel... channels) {
    return inTransaction(tx -> waiting().first(tx, queue, Set.of(channels)));
  }

  private List<Place> workAt(Instant now) {
    return await(waiting().queuesWithWork(now)).stream()
        .filter(place -> place.organization().equals(here()))
        .toList();
  }

  private Optional<Queue> lock(QueueId queue) {
    return inTransaction(tx -> waiting().lock(tx, queue));
  }

  private List<Candidate> candidates(QueueId queue) {
    return inTransaction(tx -> waiting().candidates(tx, queue));
  }

  private Optional<Conversation> first(QueueId queue) {
    return inTransaction(tx -> waiting().first(tx, queue, ALL));
  }

  private Optional<Conversation> runOut(QueueId queue, Instant now) {
    return inTransaction(tx -> waiting().offerRunOut(tx, queue, now));
  }
}
