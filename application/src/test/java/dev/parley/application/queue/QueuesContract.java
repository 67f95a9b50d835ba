package dev.parley.application.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.hours.Schedules;
import dev.parley.application.shared.StoreContract;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.agent.Role;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleError.ScheduleNotFound;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueError.NoDefaultQueue;
import dev.parley.domain.queue.QueueError.QueueNameTaken;
import dev.parley.domain.queue.QueueError.QueueNotFound;
import dev.parley.domain.queue.QueueId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the stores of queues promise. */
public interface QueuesContract extends StoreContract {
  Queues queues();

  QueueDirectory directory();

  AgentDirectory agents();

  Schedules schedules();

  @Test
  default void aQueueThatWasAddedIsFoundWithAllItsParts() {
    QueueDetails wanted = queue("Support", false);

    Queue stored = await(directory().add(here(), wanted));

    assertThat(stored.number()).isPositive();
    assertThat(stored.policy()).isEqualTo(AssignmentPolicy.LEAST_LOADED);
    assertThat(await(directory().get(here(), stored.id())))
        .isEqualTo(new QueueDetails(stored, wanted.presentation()));
    assertThat(this.<QueueId>inTransaction(tx -> queues().require(tx, stored.id())))
        .isEqualTo(stored.id());
  }

  @Test
  default void anotherOrganizationDoesNotSeeAQueue() {
    Queue stored = await(directory().add(here(), queue("Support", true)));
    QueueNotFound notFound = new QueueNotFound(stored.id());

    assertThat(errorOf(directory().get(elsewhere(), stored.id()))).isEqualTo(notFound);
    assertThat(errorOf(directory().members(elsewhere(), stored.id()))).isEqualTo(notFound);
    assertThat(errorOf(directory().addMembers(elsewhere(), stored.id(), List.of())))
        .isEqualTo(notFound);
    assertThat(errorOf(directory().removeMembers(elsewhere(), stored.id(), List.of())))
        .isEqualTo(notFound);
    assertThat(
            errorOf(
                unitOfWork().inTransaction(elsewhere(), tx -> queues().require(tx, stored.id()))))
        .isEqualTo(notFound);
    assertThat(errorOf(unitOfWork().inTransaction(elsewhere(), tx -> queues().defaultQueue(tx))))
        .isEqualTo(new NoDefaultQueue());
    assertThat(await(directory().list(elsewhere()))).isEmpty();
  }

  @Test
  default void aNewDefaultQueueTakesThePlaceOfTheFormerOne() {
    Queue first = await(directory().add(here(), queue("First", true)));
    Queue second = await(directory().add(here(), queue("Second", true)));

    assertThat(this.<QueueId>inTransaction(tx -> queues().defaultQueue(tx))).isEqualTo(second.id());
    assertThat(await(directory().list(here())))
        .extracting(details -> details.queue().id(), details -> details.queue().isDefault())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(first.id(), false),
            org.assertj.core.groups.Tuple.tuple(second.id(), true));
  }

  @Test
  default void numbersCountUpInTheOrganization() {
    Queue first = await(directory().add(here(), queue("First", false)));
    Queue second = await(directory().add(here(), queue("Second", false)));

    assertThat(second.number()).isEqualTo(first.number() + 1);
  }

  @Test
  default void aNameIsTakenWhateverItsCaseAndTheDefaultQueueStays() {
    Queue first = await(directory().add(here(), queue("Support", true)));

    assertThat(errorOf(directory().add(here(), queue("SUPPORT", true))))
        .isEqualTo(new QueueNameTaken("SUPPORT"));
    assertThat(this.<QueueId>inTransaction(tx -> queues().defaultQueue(tx))).isEqualTo(first.id());
  }

  @Test
  default void aQueueKeepsToAScheduleOfItsOrganizationOnly() {
    Schedule ours = schedule();
    Schedule theirs = schedule();
    await(schedules().add(here(), ours));
    await(schedules().add(elsewhere(), theirs));
    ScheduleNotFound notFound = new ScheduleNotFound(theirs.id());

    assertThat(
            errorOf(
                directory()
                    .add(
                        here(),
                        new QueueDetails(
                            keepingTo(queue("Support", false).queue(), theirs.id()), Map.of()))))
        .isEqualTo(notFound);
    assertThat(await(directory().list(here()))).isEmpty();
    Queue queue = await(directory().add(here(), queue("Support", false)));
    assertThat(
            errorOf(
                directory().change(here(), queue.id(), present -> keepingTo(present, theirs.id()))))
        .isEqualTo(notFound);
    await(directory().change(here(), queue.id(), present -> keepingTo(present, ours.id())));
    assertThat(await(directory().get(here(), queue.id())).queue())
        .isEqualTo(keepingTo(queue, ours.id()));
  }

  private Schedule schedule() {
    return new Schedule(
        new ScheduleId(newId()), "Hours", ZoneId.of("UTC"), Map.of(), List.of(), NOW);
  }

  private static Queue keepingTo(Queue queue, ScheduleId schedule) {
    return new Queue(
        queue.id(),
        queue.number(),
        queue.name(),
        queue.isDefault(),
        queue.policy(),
        queue.agentCap(),
        queue.offerTimeout(),
        schedule,
        queue.createdAt());
  }

  @Test
  default void howAQueueHandsOutCanBeChanged() {
    QueueDetails wanted = queue("Support", true);
    Queue stored = await(directory().add(here(), wanted));
    Queue changed =
        new Queue(
            stored.id(),
            stored.number(),
            stored.name(),
            true,
            AssignmentPolicy.ROUND_ROBIN,
            7,
            null,
            null,
            stored.createdAt());

    await(
        directory()
            .change(
                here(),
                stored.id(),
                present -> {
                  assertThat(present).isEqualTo(stored);
                  return changed;
                }));

    assertThat(await(directory().get(here(), stored.id())))
        .isEqualTo(new QueueDetails(changed, wanted.presentation()));
    assertThat(errorOf(directory().change(elsewhere(), stored.id(), present -> present)))
        .isEqualTo(new QueueNotFound(stored.id()));
  }

  @Test
  default void agentsOfTheOrganizationBecomeMembersOnce() {
    Queue queue = await(directory().add(here(), queue("Support", false)));
    Agent bo = await(agents().add(here(), agent()));
    Agent eva = await(agents().add(here(), agent()));
    Agent stranger = await(agents().add(elsewhere(), agent()));
    AgentId nobody = new AgentId(newId());

    assertThat(
            await(
                directory()
                    .addMembers(
                        here(), queue.id(), List.of(eva.id(), bo.id(), stranger.id(), nobody))))
        .containsExactlyInAnyOrder(bo.id(), eva.id());
    assertThat(await(directory().addMembers(here(), queue.id(), List.of(bo.id()))))
        .containsExactly(bo.id());
    assertThat(await(directory().members(here(), queue.id())))
        .containsExactly(new QueueMember(bo.id(), null), new QueueMember(eva.id(), null));
  }

  @Test
  default void whoIsNoMemberIsPassedOverInRemoval() {
    Queue queue = await(directory().add(here(), queue("Support", false)));
    Agent bo = await(agents().add(here(), agent()));
    await(directory().addMembers(here(), queue.id(), List.of(bo.id())));

    await(directory().removeMembers(here(), queue.id(), List.of(new AgentId(newId()))));
    assertThat(await(directory().members(here(), queue.id()))).hasSize(1);
    await(directory().removeMembers(here(), queue.id(), List.of(bo.id(), bo.id())));
    assertThat(await(directory().members(here(), queue.id()))).isEmpty();
  }

  @Test
  default void whoIsNoAgentAnyMoreIsNoMember() {
    Queue queue = await(directory().add(here(), queue("Support", false)));
    Agent bo = await(agents().add(here(), agent()));
    await(directory().addMembers(here(), queue.id(), List.of(bo.id())));

    await(agents().downgrade(here(), bo.id()));

    assertThat(await(directory().members(here(), queue.id()))).isEmpty();
  }

  private QueueDetails queue(String name, boolean isDefault) {
    return new QueueDetails(
        new Queue(
            new QueueId(newId()),
            0,
            name,
            isDefault,
            AssignmentPolicy.LEAST_LOADED,
            5,
            Duration.ofSeconds(45),
            null,
            NOW),
        Map.of("dixa", "{\"offeringAlgorithm\": \"AllAtOnce\"}"));
  }

  private Agent agent() {
    AgentId id = new AgentId(newId());
    return new Agent(
        id,
        0,
        "Bo",
        new EmailAddress(id.value() + "@example.org"),
        null,
        Set.of(Role.AGENT),
        Availability.WORKING,
        false,
        NOW);
  }
}
