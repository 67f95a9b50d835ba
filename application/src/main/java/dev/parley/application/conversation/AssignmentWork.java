package dev.parley.application.conversation;

import dev.parley.application.conversation.WaitingConversations.Place;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Work;
import dev.parley.application.shared.WorkLog;
import dev.parley.domain.agent.WorkingChannel;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.hours.Schedule.Status;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Candidate;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.shared.Decision;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands waiting conversations out as their queue's policy says, one transaction each. */
public final class AssignmentWork implements Work {
  /** How long a queue rests whose hours have no beginning in sight. */
  private static final Duration LONG = Duration.ofDays(1);

  private final WaitingConversations waiting;
  private final Conversations conversations;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final WorkLog log;

  public AssignmentWork(
      WaitingConversations waiting,
      Conversations conversations,
      UnitOfWork unitOfWork,
      InstantSource clock,
      WorkLog log) {
    this.waiting = waiting;
    this.conversations = conversations;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public String name() {
    return "assignment";
  }

  @Override
  public Uni<Integer> once() {
    return waiting
        .queuesWithWork(clock.instant())
        .chain(
            places ->
                Multi.createFrom()
                    .iterable(places)
                    .onItem()
                    .transformToUniAndConcatenate(this::guarded)
                    .filter(gave -> gave)
                    .collect()
                    .asList()
                    .map(List::size));
  }

  private Uni<Boolean> guarded(Place place) {
    return unitOfWork
        .inTransaction(place.organization(), tx -> handOut(tx, place))
        .onFailure()
        .invoke(
            failure -> log.failed(name(), place.organization(), place.queue().value(), 1, failure))
        .onFailure()
        .recoverWithItem(false);
  }

  private Uni<Boolean> handOut(Transaction tx, Place place) {
    Instant now = clock.instant();
    return waiting
        .lock(tx, place.queue())
        .chain(
            queue ->
                queue.isEmpty()
                    ? Uni.createFrom().item(false)
                    : takeBack(tx, queue.get(), now)
                        .chain(
                            taken ->
                                taken
                                    ? Uni.createFrom().item(true)
                                    : giveInHours(tx, queue.get(), now)));
  }

  private Uni<Boolean> giveInHours(Transaction tx, Queue queue, Instant now) {
    ScheduleId schedule = queue.schedule();
    if (schedule == null) {
      return give(tx, queue, now);
    }
    return waiting
        .schedule(tx, schedule)
        .chain(
            hours ->
                switch (hours.orElseThrow().statusAt(now)) {
                  case Status.Open _ -> give(tx, queue, now);
                  case Status.Closed(Optional<Instant> until) ->
                      waiting.rest(tx, queue.id(), until.orElse(now.plus(LONG))).replaceWith(false);
                });
  }

  private Uni<Boolean> takeBack(Transaction tx, Queue queue, Instant now) {
    return waiting
        .offerRunOut(tx, queue.id(), now)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(false)
                    : conversations.save(tx, found.get().expireOffer(now)).replaceWith(true));
  }

  /** What nobody can take does not hold up what waits behind it. */
  private Uni<Boolean> give(Transaction tx, Queue queue, Instant now) {
    return waiting
        .candidates(tx, queue.id())
        .chain(
            members -> {
              Set<WorkingChannel> served = AssignmentPolicy.served(members, queue.agentCap());
              return served.isEmpty()
                  ? Uni.createFrom().item(false)
                  : waiting
                      .first(tx, queue.id(), served)
                      .chain(found -> give(tx, queue, found, members, now));
            });
  }

  private Uni<Boolean> give(
      Transaction tx,
      Queue queue,
      Optional<Conversation> found,
      List<Candidate> members,
      Instant now) {
    Optional<Candidate> chosen =
        found
            .map(conversation -> WorkingChannel.of(conversation.channel().name()))
            .flatMap(channel -> queue.policy().choose(members, channel, queue.agentCap()));
    return chosen.isEmpty()
        ? Uni.createFrom().item(false)
        : give(tx, queue, found.get(), chosen.get(), now);
  }

  private Uni<Boolean> give(
      Transaction tx, Queue queue, Conversation conversation, Candidate chosen, Instant now) {
    log.done(name(), queue.offerTimeout() == null ? "assigned" : "offered");
    Decision<Conversation, ConversationEvent> decision =
        queue.offerTimeout() == null
            ? conversation.assignByPolicy(chosen.agent(), now)
            : conversation.offerByPolicy(chosen.agent(), now.plus(queue.offerTimeout()), now);
    return Loads.then(
        conversations.save(tx, decision),
        waiting.given(tx.closing(), queue.id(), chosen.agent(), now),
        (_, _) -> Uni.createFrom().item(true));
  }
}
