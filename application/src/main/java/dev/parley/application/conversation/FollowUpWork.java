package dev.parley.application.conversation;

import dev.parley.application.conversation.FollowUps.Due;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.application.shared.Work;
import dev.parley.application.shared.WorkLog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;

/**
 * Opens conversations again whose follow-up is due. No lease: the second to come changes nothing.
 */
public final class FollowUpWork implements Work {
  private static final int BATCH = 100;

  private final FollowUps followUps;
  private final Conversations conversations;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final Wakeups wakeups;
  private final WorkLog log;

  public FollowUpWork(
      FollowUps followUps,
      Conversations conversations,
      UnitOfWork unitOfWork,
      InstantSource clock,
      Wakeups wakeups,
      WorkLog log) {
    this.followUps = followUps;
    this.conversations = conversations;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.wakeups = wakeups;
    this.log = log;
  }

  @Override
  public String name() {
    return "follow-up";
  }

  @Override
  public Uni<Integer> once() {
    return followUps
        .due(clock.instant(), BATCH)
        .chain(
            due ->
                Multi.createFrom()
                    .iterable(due)
                    .onItem()
                    .transformToUniAndConcatenate(this::guarded)
                    .filter(opened -> opened)
                    .collect()
                    .asList()
                    .map(List::size))
        .invoke(
            opened -> {
              if (opened > 0) {
                wakeups.wake(Wakeups.Topic.ASSIGNMENT);
              }
            });
  }

  private Uni<Boolean> guarded(Due due) {
    return unitOfWork
        .inTransaction(due.organization(), tx -> open(tx, due))
        .onFailure()
        .invoke(
            failure ->
                log.failed(name(), due.organization(), due.conversation().value(), 1, failure))
        .onFailure()
        .recoverWithItem(false);
  }

  private Uni<Boolean> open(Transaction tx, Due due) {
    return conversations
        .find(tx, due.conversation())
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(false)
                    : conversations
                        .save(tx, found.get().expireFollowUp(clock.instant()))
                        .invoke(() -> log.done(name(), "expired"))
                        .replaceWith(true));
  }
}
