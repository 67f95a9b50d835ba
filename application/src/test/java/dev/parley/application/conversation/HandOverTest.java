package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Closing, reopening, transferring and tagging. */
class HandOverTest extends HandlerTest {
  private final CloseConversation close =
      new CloseConversationHandler(stores.unitOfWork, stores.conversations, stores.agents, clock);
  private final ReopenConversation reopen =
      new ReopenConversationHandler(
          stores.unitOfWork, stores.conversations, stores.queues, stores.agents, clock, wakeups);
  private final TransferToQueue transfer =
      new TransferToQueueHandler(
          stores.unitOfWork, stores.conversations, stores.queues, stores.agents, clock, wakeups);
  private final TagConversation tag =
      new TagConversationHandler(stores.unitOfWork, stores.conversations, stores.tags, clock);

  @Test
  void aClosedConversationKeepsItsAssignment() {
    long number = aConversation();
    decide(number, present -> present.claim(scene().bob, true, scene().byBob, NOON));

    await(close(number, null));

    assertThat(load(number).state()).isEqualTo(new ConversationState.Closed());
    assertThat(load(number).assignment().holder()).contains(scene().bob);
    assertThat(lastOf(number, ConversationEvent.Closed.class).by()).isEqualTo(scene().byAlice);
  }

  @Test
  void itIsClosedInTheNameOfTheAgentNamed() {
    long number = aConversation();

    await(close(number, scene().bob));

    assertThat(lastOf(number, ConversationEvent.Closed.class).by()).isEqualTo(scene().byBob);
  }

  @Test
  void closingTwiceIsOneEntryInTheLog() {
    long number = aConversation();
    await(close(number, null));
    List<ConversationEvent> before = events(number);

    await(close(number, scene().bob));

    assertThat(events(number)).isEqualTo(before);
  }

  @Test
  void aReopenedConversationWaitsInItsLastQueueAgain() {
    long number = aConversation();
    await(transfer(number, scene().sales, null));
    decide(number, present -> present.claim(scene().bob, true, scene().byBob, NOON));
    await(close(number, null));

    await(reopen(number, scene().bob));

    assertThat(load(number).state()).isEqualTo(new ConversationState.Open());
    assertThat(load(number).assignment()).isEqualTo(new Assignment.Queued(scene().sales, NOON));
    assertThat(lastOf(number, ConversationEvent.Reopened.class).by()).isEqualTo(scene().byBob);
    assertThat(wakeups.woken()).contains(Topic.ASSIGNMENT);
  }

  @Test
  void reopeningAnOpenOneChangesNothing() {
    long number = aConversation();
    List<ConversationEvent> before = events(number);

    await(reopen(number, null));

    assertThat(events(number)).isEqualTo(before);
  }

  @Test
  void aTransferredConversationLeavesItsAgentForTheQueue() {
    long number = aConversation();
    decide(number, present -> present.claim(scene().bob, true, scene().byBob, NOON));

    await(transfer(number, scene().sales, null));

    assertThat(load(number).assignment()).isEqualTo(new Assignment.Queued(scene().sales, NOON));
    assertThat(eventTypes(number))
        .containsSubsequence(
            ConversationEvent.TransferInitiated.class,
            ConversationEvent.Unassigned.class,
            ConversationEvent.Transferred.class,
            ConversationEvent.Queued.class);
    assertThat(wakeups.woken()).contains(Topic.ASSIGNMENT);
  }

  @Test
  void transferReopensAClosedConversationInTheTargetQueue() {
    long number = aConversation();
    await(close(number, null));

    await(transfer(number, scene().sales, scene().bob));

    assertThat(load(number).state()).isEqualTo(new ConversationState.Open());
    assertThat(load(number).assignment()).isEqualTo(new Assignment.Queued(scene().sales, NOON));
  }

  @Test
  void aQueueOfAnotherOrganizationIsNoTarget() {
    long number = aConversation();
    QueueId theirs = new QueueId(ids.next());
    abroad()
        .seeds
        .add(elsewhere(), abroad().queue(theirs, "Theirs", false, AssignmentPolicy.MANUAL, null));

    assertThat(errorOf(transfer(number, theirs, null)))
        .isEqualTo(new QueueError.QueueNotFound(theirs));
    assertThat(load(number).assignment())
        .isEqualTo(new Assignment.Queued(scene().support, Scene.MORNING));
  }

  @Test
  void aTagIsPutOnOnceAndTakenOff() {
    long number = aConversation();

    await(tag(number, scene().vip, TagConversation.Wish.ADD));
    await(tag(number, scene().vip, TagConversation.Wish.ADD));
    assertThat(load(number).tags()).containsExactly(scene().vip.id());
    assertThat(events(number)).filteredOn(ConversationEvent.TagAdded.class::isInstance).hasSize(1);

    await(tag(number, scene().vip, TagConversation.Wish.REMOVE));
    await(tag(number, scene().vip, TagConversation.Wish.REMOVE));
    assertThat(load(number).tags()).isEmpty();
    assertThat(events(number))
        .filteredOn(ConversationEvent.TagRemoved.class::isInstance)
        .hasSize(1);
  }

  @Test
  void anInactiveTagCannotBePutOn() {
    long number = aConversation();

    assertThat(errorOf(tag(number, scene().retired, TagConversation.Wish.ADD)))
        .isEqualTo(new TagError.TagInactive(scene().retired.id()));
  }

  @Test
  void aTagOfAnotherOrganizationIsNotFound() {
    long number = aConversation();
    Tag theirs = new Tag(new TagId(ids.next()), "Theirs", null, true);
    abroad().seeds.add(elsewhere(), theirs);

    assertThat(errorOf(tag(number, theirs, TagConversation.Wish.ADD)))
        .isEqualTo(new TagError.TagNotFound(theirs.id()));
    assertThat(errorOf(tag(number, theirs, TagConversation.Wish.REMOVE)))
        .isEqualTo(new TagError.TagNotFound(theirs.id()));
  }

  @Test
  void onlyAgentsActInAnAgentsName() {
    long number = aConversation();
    AgentId nobody = new AgentId(ids.next());
    AgentId contact = new AgentId(scene().jane.value());
    List<Function<AgentId, Uni<Void>>> commands =
        List.of(
            by -> close(number, by),
            by -> reopen(number, by),
            by -> transfer(number, scene().sales, by));

    for (Function<AgentId, Uni<Void>> command : commands) {
      assertThat(errorOf(command.apply(nobody))).isEqualTo(new AgentError.AgentNotFound(nobody));
      assertThat(errorOf(command.apply(contact)))
          .isEqualTo(new AgentError.NotAnAgent(contact.value()));
    }
    assertThat(load(number).state()).isEqualTo(new ConversationState.Open());
  }

  @Test
  void anAnonymizedConversationStaysAsItIs() {
    long number = aConversation();
    decide(number, present -> present.anonymize(scene().byAlice, NOON));

    assertThat(all(number).map(this::errorOf))
        .hasSize(5)
        .containsOnly(new ConversationError.ConversationIsAnonymized());
  }

  @Test
  void aConversationOfAnotherOrganizationIsNotFound() {
    create(abroad(), abroad().aNewConversation());

    assertThat(all(1).map(this::errorOf))
        .hasSize(5)
        .containsOnly(new ConversationError.ConversationNotFound());
  }

  @Test
  void everyOneTakesThePermissionToWrite() {
    long number = aConversation();
    Actor reader = Actors.without(alice(), Permission.CONVERSATIONS_WRITE);
    DomainError missing = new SharedError.PermissionMissing("CONVERSATIONS_WRITE");
    List<Uni<Void>> commands =
        List.of(
            Uni.createFrom()
                .deferred(() -> close.handle(new CloseConversation.Command(reader, number, null))),
            Uni.createFrom()
                .deferred(
                    () -> reopen.handle(new ReopenConversation.Command(reader, number, null))),
            Uni.createFrom()
                .deferred(
                    () ->
                        transfer.handle(
                            new TransferToQueue.Command(reader, number, scene().sales, null))),
            Uni.createFrom()
                .deferred(
                    () ->
                        tag.handle(
                            new TagConversation.Command(
                                reader, number, scene().vip.id(), TagConversation.Wish.ADD))));

    assertThat(commands).allSatisfy(command -> assertThat(errorOf(command)).isEqualTo(missing));
  }

  private Stream<Uni<Void>> all(long number) {
    return Stream.of(
        close(number, null),
        reopen(number, null),
        transfer(number, scene().sales, null),
        tag(number, scene().vip, TagConversation.Wish.ADD),
        tag(number, scene().vip, TagConversation.Wish.REMOVE));
  }

  private <E extends ConversationEvent> E lastOf(long number, Class<E> type) {
    return events(number).stream().filter(type::isInstance).map(type::cast).toList().getLast();
  }

  private Uni<Void> close(long number, @Nullable AgentId by) {
    return close.handle(new CloseConversation.Command(alice(), number, by));
  }

  private Uni<Void> reopen(long number, @Nullable AgentId by) {
    return reopen.handle(new ReopenConversation.Command(alice(), number, by));
  }

  private Uni<Void> transfer(long number, QueueId queue, @Nullable AgentId by) {
    return transfer.handle(new TransferToQueue.Command(alice(), number, queue, by));
  }

  private Uni<Void> tag(long number, Tag wanted, TagConversation.Wish wish) {
    return tag.handle(new TagConversation.Command(alice(), number, wanted.id(), wish));
  }
}
