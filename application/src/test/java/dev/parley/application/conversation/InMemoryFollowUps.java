package dev.parley.application.conversation;

import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationState;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Follow-ups in memory. */
public final class InMemoryFollowUps implements FollowUps {
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryConversationData data;

  public InMemoryFollowUps(InMemoryUnitOfWork unitOfWork, InMemoryConversationData data) {
    this.unitOfWork = unitOfWork;
    this.data = data;
  }

  @Override
  public Uni<List<Due>> due(Instant now, int most) {
    return unitOfWork.alone(
        () ->
            data.conversations().all().stream()
                .filter(owned -> !until(owned.row().conversation()).isAfter(now))
                .sorted(Comparator.comparing(owned -> until(owned.row().conversation())))
                .limit(most)
                .map(owned -> new Due(owned.organization(), owned.row().conversation().id()))
                .toList());
  }

  private static Instant until(Conversation conversation) {
    return conversation.state() instanceof ConversationState.Snoozed(Instant until)
        ? until
        : Instant.MAX;
  }
}
