package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.queue.QueueQueries;
import dev.parley.application.queue.QueueQueries.Availability;
import dev.parley.application.queue.QueueQueries.Position;
import dev.parley.application.queue.QueueQueries.QueueView;
import dev.parley.application.queue.QueueQueries.Usage;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationError.ConversationNotFound;
import dev.parley.domain.hours.Interval;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueError.NoSupportedChannel;
import dev.parley.domain.queue.QueueError.QueueNotFound;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What questions about queues are answered. */
public interface QueueQueriesContract extends ConversationStores {
  QueueQueries queueQueries();

  @Test
  default void queuesAreListedOldestFirstWithWhatLeadsIntoThem() {
    ContactEndpointId sales = endpoint(Channel.TELEPHONY, "+4512345678", scene().sales);
    ContactEndpointId chat = endpoint(Channel.WIDGET, null, null);

    List<QueueView> all = await(queueQueries().list(scene().actor()));

    assertThat(all)
        .extracting(view -> view.details().queue().id())
        .containsExactly(scene().support, scene().sales);
    assertThat(all.getFirst().endpoints())
        .containsExactly(
            new Usage(Channel.EMAIL, scene().mailbox, Scene.MAILBOX),
            new Usage(Channel.WIDGET, chat, null));
    assertThat(all.getLast().endpoints())
        .containsExactly(new Usage(Channel.TELEPHONY, sales, "+4512345678"));
    assertThat(all).extracting(QueueView::organization).doesNotContainNull().hasSize(2);
  }

  @Test
  default void aQueueIsShownWithAllItsParts() {
    QueueId id = new QueueId(scene().ids.next());
    Queue wanted =
        scene().queue(id, "Offering", false, AssignmentPolicy.LEAST_LOADED, Duration.ofSeconds(45));
    scene().seeds.add(here(), wanted);

    QueueView view = await(queueQueries().get(scene().actor(), id));

    Queue found = view.details().queue();
    assertThat(found)
        .isEqualTo(
            new Queue(
                id,
                found.number(),
                "Offering",
                false,
                AssignmentPolicy.LEAST_LOADED,
                0,
                Duration.ofSeconds(45),
                null,
                MORNING));
    assertThat(view.details().presentation()).isEmpty();
    assertThat(view.endpoints()).isEmpty();
  }

  @Test
  default void aQueueIsAvailableWhileAMemberCouldTakeAMessage() {
    endpoint(Channel.API, null, scene().sales);
    assertThat(availability(scene().sales)).isEqualTo(new Availability(false, 0));

    scene().seeds.addMember(here(), scene().sales, scene().bob);
    waitingIn(scene().sales, MORNING);
    waitingIn(scene().support, MORNING);
    assertThat(availability(scene().sales)).isEqualTo(new Availability(true, 1));

    await(presences().work(here(), scene().bob, WorkingChannel.MESSAGING, false));
    assertThat(availability(scene().sales)).isEqualTo(new Availability(false, 1));
  }

  @Test
  default void membersWhoAreAwayOrFullDoNotMakeAQueueAvailable() {
    QueueId capped = new QueueId(scene().ids.next());
    scene()
        .seeds
        .add(
            here(),
            new Queue(
                capped, 0, "Capped", false, AssignmentPolicy.ROUND_ROBIN, 1, null, null, MORNING));
    endpoint(Channel.API, null, capped);
    AgentId away = new AgentId(scene().ids.next());
    scene()
        .seeds
        .add(here(), scene().agent(away, "Away", dev.parley.domain.agent.Availability.AWAY, false));
    scene().seeds.addMember(here(), capped, away);
    assertThat(availability(capped).available()).isFalse();

    scene().seeds.addMember(here(), capped, scene().alice);
    assertThat(availability(capped).available()).isTrue();
    decide(waitingIn(capped, MORNING), c -> c.assignByPolicy(scene().alice, NOON));
    assertThat(availability(capped)).isEqualTo(new Availability(false, 0));
  }

  @Test
  default void aQueueIsNotAvailableOutsideItsHours() {
    Schedule afternoon =
        new Schedule(
            new ScheduleId(scene().ids.next()),
            "Afternoon",
            ZoneId.of("UTC"),
            Map.of(NOON.atZone(ZoneId.of("UTC")).getDayOfWeek(), List.of(new Interval(720, 1080))),
            List.of(),
            MORNING);
    await(schedules().add(here(), afternoon));
    QueueId queue = new QueueId(scene().ids.next());
    scene()
        .seeds
        .add(
            here(),
            new Queue(
                queue,
                0,
                "Hours",
                false,
                AssignmentPolicy.ROUND_ROBIN,
                0,
                null,
                afternoon.id(),
                MORNING));
    scene().seeds.addMember(here(), queue, scene().bob);
    endpoint(Channel.API, null, queue);

    assertThat(availability(queue).available()).isTrue();
    assertThat(
            await(
                    queueQueries()
                        .availability(scene().actor(), queue, NOON.plus(Duration.ofHours(6))))
                .available())
        .isFalse();
  }

  @Test
  default void aGenericEndpointWithoutAQueueLeadsIntoTheDefaultOne() {
    endpoint(Channel.API, null, null);

    assertThat(availability(scene().support)).isEqualTo(new Availability(false, 0));
    assertThat(errorOf(queueQueries().availability(scene().actor(), scene().sales, NOON)))
        .isEqualTo(new NoSupportedChannel(scene().sales));
  }

  @Test
  default void theNextOneIsInPositionOne() {
    long second = waitingIn(scene().support, MORNING.plusSeconds(1));
    long first = waitingIn(scene().support, MORNING);
    waitingIn(scene().sales, MORNING.minusSeconds(1));
    long third = waitingIn(scene().support, MORNING.plusSeconds(2));

    assertThat(position(first)).isEqualTo(new Position(1L, MORNING));
    assertThat(position(second)).isEqualTo(new Position(2L, MORNING.plusSeconds(1)));
    assertThat(position(third)).isEqualTo(new Position(3L, MORNING.plusSeconds(2)));

    decide(first, c -> c.claim(scene().alice, false, scene().byAlice, NOON));
    assertThat(position(third).position()).isEqualTo(2);
  }

  @Test
  default void whatIsSetAsideOrOfferedHasNoPosition() {
    long aside = waitingIn(scene().support, MORNING);
    decide(aside, c -> c.followUp(NOON.plusSeconds(60), scene().byAlice, NOON));
    long offered = waitingIn(scene().support, MORNING);
    decide(offered, c -> c.offerByPolicy(scene().bob, NOON.plusSeconds(45), NOON));
    long waiting = waitingIn(scene().support, NOON);

    assertThat(position(aside)).isEqualTo(new Position(null, MORNING));
    assertThat(position(offered)).isEqualTo(new Position(null, MORNING));
    assertThat(position(waiting)).isEqualTo(new Position(1L, NOON));
  }

  @Test
  default void whatIsHeldOrSettledOrUnknownWaitsNowhere() {
    long held = waitingIn(scene().support, MORNING);
    decide(held, c -> c.claim(scene().alice, false, scene().byAlice, NOON));
    long settled = waitingIn(scene().support, MORNING);
    decide(settled, c -> c.close(scene().byAlice, NOON));

    for (long number : new long[] {held, settled, 0, -1, Long.MAX_VALUE}) {
      assertThat(errorOf(queueQueries().position(scene().actor(), number)))
          .isInstanceOf(ConversationNotFound.class);
    }
  }

  @Test
  default void anotherOrganizationSeesNothingOfQueues() {
    QueueId ours = new QueueId(scene().ids.next());
    scene().seeds.add(here(), scene().queue(ours, "Ours", false, AssignmentPolicy.MANUAL, null));
    endpoint(Channel.API, null, ours);
    long number = waitingIn(ours, MORNING);
    QueueNotFound notFound = new QueueNotFound(ours);

    assertThat(await(queueQueries().list(abroad().actor())))
        .extracting(view -> view.details().queue().name())
        .doesNotContain("Ours");
    assertThat(errorOf(queueQueries().get(abroad().actor(), ours))).isEqualTo(notFound);
    assertThat(errorOf(queueQueries().availability(abroad().actor(), ours, NOON)))
        .isEqualTo(notFound);
    assertThat(errorOf(queueQueries().position(abroad().actor(), number)))
        .isInstanceOf(ConversationNotFound.class);
  }

  @Test
  default void onlyWhoMayAskIsAnswered() {
    assertThatThrownBy(
            () ->
                queueQueries().list(Actors.without(scene().actor(), Permission.CONFIGURATION_READ)))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(
            () ->
                queueQueries()
                    .position(Actors.without(scene().actor(), Permission.CONVERSATIONS_READ), 1))
        .isInstanceOf(DomainException.class);
  }

  private Availability availability(QueueId queue) {
    return await(queueQueries().availability(scene().actor(), queue, NOON));
  }

  private Position position(long number) {
    return await(queueQueries().position(scene().actor(), number));
  }

  private ContactEndpointId endpoint(
      Channel channel, @Nullable String address, @Nullable QueueId queue) {
    ContactEndpointId id = new ContactEndpointId(scene().ids.next());
    scene()
        .seeds
        .add(here(), new ContactEndpoint(id, 0, channel, null, address, queue, Map.of(), Map.of()));
    return id;
  }

  private long waitingIn(QueueId queue, Instant since) {
    AMessage first = scene().fromJane(scene().newConversationId()).at(since);
    return create(scene().aNewConversation(first, scene().jane, queue));
  }
}
