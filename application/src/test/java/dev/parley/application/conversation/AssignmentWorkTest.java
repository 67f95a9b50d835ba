package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.hours.Interval;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Candidate;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import io.smallrye.mutiny.Uni;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentWorkTest extends HandlerTest {
  private static final Duration OFFER = Duration.ofSeconds(45);

  private final AssignmentWork work =
      new AssignmentWork(stores.waiting, stores.conversations, stores.unitOfWork, clock, log);
  private final AgentId carol = agent("Carol", Availability.WORKING, false);

  @Test
  void aManualQueueGivesNothingAway() {
    long number = waitingIn(queue(AssignmentPolicy.MANUAL, 0, null, scene().alice), MORNING);

    assertThat(round()).isZero();

    assertThat(load(number).assignment()).isInstanceOf(Assignment.Queued.class);
  }

  @Test
  void roundRobinGivesToOneMemberAfterTheOther() {
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, null, scene().alice, scene().bob, carol);
    List<Long> numbers = waiting(queue, 6);

    rounds(6);

    List<AgentId> holders = holders(numbers);
    assertThat(holders.subList(0, 3)).doesNotHaveDuplicates();
    assertThat(holders.subList(3, 6)).isEqualTo(holders.subList(0, 3));
    assertThat(round()).isZero();
  }

  @Test
  void theOneThatWaitsLongestIsGivenFirst() {
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, null, scene().alice);
    long later = waitingIn(queue, MORNING.plusSeconds(1));
    long sooner = waitingIn(queue, MORNING);

    rounds(1);

    assertThat(load(sooner).assignment().holder()).contains(scene().alice);
    assertThat(load(later).assignment().holder()).isEmpty();
  }

  @Test
  void leastLoadedGivesToWhoHoldsTheFewestOfAnyQueue() {
    QueueId queue = queue(AssignmentPolicy.LEAST_LOADED, 0, null, scene().alice, scene().bob);
    heldBy(scene().alice);
    heldBy(scene().alice);
    heldBy(scene().bob);
    List<Long> numbers = waiting(queue, 2);

    rounds(2);

    assertThat(holders(numbers)).containsExactly(scene().bob, firstOf(numbers.getLast()));
    assertThat(loadOf(scene().alice) + loadOf(scene().bob)).isEqualTo(5);
    assertThat(Math.abs(loadOf(scene().alice) - loadOf(scene().bob))).isEqualTo(1);
  }

  @Test
  void whatIsClosedIsNoLoad() {
    QueueId queue = queue(AssignmentPolicy.LEAST_LOADED, 0, null, scene().alice, scene().bob);
    for (int i = 0; i < 3; i++) {
      decide(heldBy(scene().alice), present -> present.close(scene().byAlice, NOON));
    }
    heldBy(scene().bob);
    List<Long> numbers = waiting(queue, 1);

    rounds(1);

    assertThat(holders(numbers)).containsExactly(scene().alice);
  }

  @Test
  void nobodyIsGivenMoreThanTheCap() {
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 2, null, scene().alice, scene().bob);
    List<Long> numbers = waiting(queue, 5);

    rounds(8);

    assertThat(loadOf(scene().alice)).isEqualTo(2);
    assertThat(loadOf(scene().bob)).isEqualTo(2);
    assertThat(load(numbers.getLast()).assignment()).isInstanceOf(Assignment.Queued.class);

    decide(numbers.getFirst(), present -> present.close(scene().byAlice, NOON));
    rounds(1);
    assertThat(load(numbers.getLast()).assignment().holder()).isPresent();
  }

  @Test
  void awayAndDisabledAgentsGetNothing() {
    AgentId away = agent("Dave", Availability.AWAY, false);
    AgentId disabled = agent("Eve", Availability.WORKING, true);
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, null, away, disabled);
    List<Long> numbers = waiting(queue, 1);

    assertThat(round()).isZero();
    assertThat(load(numbers.getFirst()).assignment()).isInstanceOf(Assignment.Queued.class);
  }

  @Test
  void whoDoesNotWorkOnEmailIsGivenNoEmail() {
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, null, scene().alice, scene().bob);
    await(presences().work(here(), scene().alice, WorkingChannel.EMAIL, false));
    await(presences().work(here(), scene().bob, WorkingChannel.SPEAK, false));
    List<Long> numbers = waiting(queue, 3);

    rounds(3);
    assertThat(holders(numbers)).containsOnly(scene().bob);

    await(presences().work(here(), scene().bob, WorkingChannel.EMAIL, false));
    long number = waitingIn(queue, MORNING);
    assertThat(round()).isZero();
    assertThat(load(number).assignment()).isInstanceOf(Assignment.Queued.class);

    await(presences().work(here(), scene().alice, WorkingChannel.EMAIL, true));
    rounds(1);
    assertThat(load(number).assignment().holder()).contains(scene().alice);
  }

  @Test
  void aQueueRestsOutsideItsHours() {
    Schedule afternoon = schedule(13 * 60, 17 * 60);
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, null, scene().alice);
    await(stores.schedules.add(here(), afternoon));
    keepTo(queue, afternoon.id());
    long number = waitingIn(queue, MORNING);

    assertThat(round()).isZero();
    assertThat(load(number).assignment()).isInstanceOf(Assignment.Queued.class);
    clock.set(Instant.parse("2026-11-20T12:59:59.999Z"));
    assertThat(await(stores.waiting.queuesWithWork(clock.instant()))).isEmpty();

    clock.set(Instant.parse("2026-11-20T13:00:00Z"));
    rounds(1);
    assertThat(load(number).assignment().holder()).contains(scene().alice);
  }

  @Test
  void aQueueLooksAgainWhenItsHoursOrTheQueueChange() {
    Schedule never = schedule(0, 1);
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, null, scene().alice, scene().bob);
    await(stores.schedules.add(here(), never));
    keepTo(queue, never.id());
    List<Long> numbers = waiting(queue, 2);
    assertThat(round()).isZero();

    await(
        stores.schedules.replace(
            here(),
            new Schedule(
                never.id(),
                "Always",
                never.zone(),
                schedule(0, Interval.DAY).weekly(),
                List.of(),
                MORNING)));
    rounds(1);
    assertThat(load(numbers.getFirst()).assignment().holder()).isPresent();
    await(stores.schedules.replace(here(), never));
    assertThat(round()).isZero();
    keepTo(queue, null);
    rounds(1);
    assertThat(load(numbers.getLast()).assignment().holder()).isPresent();
  }

  @Test
  void whatWasOfferedComesBackOutsideTheHoursToo() {
    Schedule schedule = schedule(12 * 60, 12 * 60 + 1);
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, OFFER, scene().alice);
    await(stores.schedules.add(here(), schedule));
    keepTo(queue, schedule.id());
    long number = waitingIn(queue, MORNING);
    rounds(1);
    clock.pass(Duration.ofMinutes(5));

    rounds(1);

    assertThat(load(number).assignment()).isInstanceOf(Assignment.Queued.class);
    assertThat(round()).isZero();
  }

  /** The same hours every day. */
  private Schedule schedule(int from, int to) {
    Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      weekly.put(day, List.of(new Interval(from, to)));
    }
    return new Schedule(
        new ScheduleId(ids.next()), "Hours", ZoneId.of("UTC"), weekly, List.of(), MORNING);
  }

  private void keepTo(QueueId queue, @Nullable ScheduleId schedule) {
    await(
        stores.queues.change(
            here(),
            queue,
            present ->
                new Queue(
                    present.id(),
                    present.number(),
                    present.name(),
                    present.isDefault(),
                    present.policy(),
                    present.agentCap(),
                    present.offerTimeout(),
                    schedule,
                    present.createdAt())));
  }

  @Test
  void onlyMembersGetSomething() {
    QueueId queue = queue(AssignmentPolicy.LEAST_LOADED, 0, null, carol);
    List<Long> numbers = waiting(queue, 2);

    rounds(2);

    assertThat(holders(numbers)).containsOnly(carol);
  }

  @Test
  void aQueueThatOffersGivesTheAgentTimeToTakeIt() {
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, OFFER, scene().alice);
    long number = waitingIn(queue, MORNING);

    rounds(1);

    assertThat(load(number).assignment())
        .isEqualTo(new Assignment.Offered(queue, scene().alice, clock.instant().plus(OFFER)));
    assertThat(log.done()).containsExactly("assignment offered");
  }

  @Test
  void anOfferThatNobodyTookGoesToTheNextAgent() {
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, OFFER, scene().alice, scene().bob);
    long number = waitingIn(queue, MORNING);
    rounds(1);
    AgentId first = offeredTo(number);
    clock.pass(OFFER.minusMillis(1));
    assertThat(round()).isZero();
    clock.pass(Duration.ofMillis(1));

    rounds(2);

    assertThat(offeredTo(number)).isNotEqualTo(first);
    assertThat(eventTypes(number)).contains(ConversationEvent.OfferTimedOut.class);
  }

  @Test
  void anOfferThatWasTakenDoesNotRunOut() {
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 0, OFFER, scene().alice);
    long number = waitingIn(queue, MORNING);
    rounds(1);
    decide(
        number, present -> present.claim(scene().alice, false, scene().byAlice, clock.instant()));
    clock.pass(OFFER);

    assertThat(round()).isZero();
    assertThat(load(number).assignment().holder()).contains(scene().alice);
  }

  @Test
  void anOfferCountsAgainstTheCap() {
    QueueId queue = queue(AssignmentPolicy.ROUND_ROBIN, 1, OFFER, scene().alice);
    List<Long> numbers = waiting(queue, 2);

    rounds(3);

    assertThat(load(numbers.getLast()).assignment()).isInstanceOf(Assignment.Queued.class);
  }

  @Test
  void aQueueThatFailsDoesNotHoldUpTheOthers() {
    QueueId broken = queue(AssignmentPolicy.ROUND_ROBIN, 0, null, scene().alice);
    QueueId sound = queue(AssignmentPolicy.ROUND_ROBIN, 0, null, scene().bob);
    waitingIn(broken, MORNING);
    long number = waitingIn(sound, MORNING);
    AssignmentWork failing =
        new AssignmentWork(
            new FailingFor(broken), stores.conversations, stores.unitOfWork, clock, log);

    assertThat(await(failing.once())).isEqualTo(1);

    assertThat(load(number).assignment().holder()).contains(scene().bob);
    assertThat(log.failed()).singleElement().extracting("piece").isEqualTo(broken.value());
  }

  @Test
  void queuesOfEveryOrganizationAreServedFromTheirOwnAgents() {
    QueueId theirs = new QueueId(ids.next());
    AgentId dan = new AgentId(ids.next());
    abroad().seeds.add(elsewhere(), abroad().agent(dan, "Dan", Availability.WORKING, false));
    abroad()
        .seeds
        .add(
            elsewhere(),
            abroad().queue(theirs, "Theirs", false, AssignmentPolicy.ROUND_ROBIN, null));
    abroad().seeds.addMember(elsewhere(), theirs, dan);
    create(
        abroad(),
        abroad().aNewConversation(abroad().fromJane(newConversation()), abroad().jane, theirs));
    long ours = waitingIn(queue(AssignmentPolicy.ROUND_ROBIN, 0, null, carol), MORNING);

    assertThat(round()).isEqualTo(2);

    assertThat(load(ours).assignment().holder()).contains(carol);
    assertThat(stores.data.conversations().of(elsewhere()))
        .singleElement()
        .satisfies(stored -> assertThat(stored.conversation().assignment().holder()).contains(dan));
  }

  /** The queues, one of which cannot be read. */
  private final class FailingFor implements WaitingConversations {
    private final QueueId broken;

    FailingFor(QueueId broken) {
      this.broken = broken;
    }

    @Override
    public Uni<List<Place>> queuesWithWork(Instant now) {
      return stores.waiting.queuesWithWork(now);
    }

    @Override
    public Uni<Optional<Schedule>> schedule(Transaction tx, ScheduleId schedule) {
      return stores.waiting.schedule(tx, schedule);
    }

    @Override
    public Uni<Void> rest(Transaction tx, QueueId queue, Instant until) {
      return stores.waiting.rest(tx, queue, until);
    }

    @Override
    public Uni<Optional<Queue>> lock(Transaction tx, QueueId queue) {
      return queue.equals(broken)
          ? Uni.createFrom().failure(new IllegalStateException("broken"))
          : stores.waiting.lock(tx, queue);
    }

    @Override
    public Uni<List<Candidate>> candidates(Transaction tx, QueueId queue) {
      return stores.waiting.candidates(tx, queue);
    }

    @Override
    public Uni<Optional<Conversation>> first(
        Transaction tx, QueueId queue, Set<WorkingChannel> channels) {
      return stores.waiting.first(tx, queue, channels);
    }

    @Override
    public Uni<Optional<Conversation>> offerRunOut(Transaction tx, QueueId queue, Instant now) {
      return stores.waiting.offerRunOut(tx, queue, now);
    }

    @Override
    public Uni<Void> given(Transaction tx, QueueId queue, AgentId agent, Instant at) {
      return stores.waiting.given(tx, queue, agent, at);
    }
  }

  private AgentId agent(String name, Availability availability, boolean disabled) {
    AgentId id = new AgentId(ids.next());
    scene().seeds.add(here(), scene().agent(id, name, availability, disabled));
    return id;
  }

  private QueueId queue(
      AssignmentPolicy policy, int cap, @Nullable Duration offer, AgentId... members) {
    QueueId id = new QueueId(ids.next());
    String name = "Queue " + id.value();
    scene().seeds.add(here(), new Queue(id, 0, name, false, policy, cap, offer, null, MORNING));
    Arrays.stream(members).forEach(member -> scene().seeds.addMember(here(), id, member));
    return id;
  }

  private ConversationId newConversation() {
    return new ConversationId(ids.next());
  }

  private long waitingIn(QueueId queue, Instant since) {
    AMessage first = scene().fromJane(newConversation()).at(since);
    return create(scene().aNewConversation(first, scene().jane, queue));
  }

  /** In this order. */
  private List<Long> waiting(QueueId queue, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> waitingIn(queue, MORNING.plusSeconds(i)))
        .toList();
  }

  private long heldBy(AgentId agent) {
    long number = aConversation();
    decide(number, present -> present.claim(agent, true, scene().byAlice, MORNING));
    return number;
  }

  private List<AgentId> holders(List<Long> numbers) {
    return numbers.stream().map(this::firstOf).toList();
  }

  private AgentId firstOf(long number) {
    return load(number).assignment().holder().orElseThrow();
  }

  private AgentId offeredTo(long number) {
    return ((Assignment.Offered) load(number).assignment()).agent();
  }

  private long loadOf(AgentId agent) {
    return stores.data.conversations().of(here()).stream()
        .filter(stored -> !stored.conversation().state().isSettled())
        .filter(stored -> stored.conversation().assignment().holder().equals(Optional.of(agent)))
        .count();
  }

  private int round() {
    return await(work.once());
  }

  private void rounds(int times) {
    for (int i = 0; i < times; i++) {
      clock.pass(Duration.ofSeconds(1));
      round();
    }
  }
}
