package dev.parley.application.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Conversations that were set aside until a moment. */
@FunctionalInterface
public interface FollowUps {
  /** Those whose moment has come, of all organizations, the longest overdue first. */
  Uni<List<Due>> due(Instant now, int most);

  /** A conversation with its organization. */
  record Due(OrganizationId organization, ConversationId conversation) {}
}
