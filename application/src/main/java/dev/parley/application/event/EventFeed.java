package dev.parley.application.event;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in the order of positions, which begin with 1 in each organization and have no
 * gaps.
 */
public interface EventFeed {
  /** How far the feed of the transaction's organization goes. */
  Uni<Extent> extent(Transaction tx);

  /** What follows a position, as far as it has positions. */
  Uni<List<Entry>> after(Transaction tx, long position, int most);

  /** The last positions of organizations; absent for one whose feed is empty. */
  Uni<Map<OrganizationId, Long>> heads(Collection<OrganizationId> organizations);

  /**
   * @param last the last position given; 0 when nothing has happened yet
   * @param trimmed the last position that is not readable any more; 0 when all are
   */
  record Extent(long last, long trimmed) {
    /** Whether nothing that follows the position is missing. */
    public boolean goesOnFrom(long position) {
      return trimmed <= position && position <= last;
    }
  }

  /**
   * An event, without words.
   *
   * @param about the message, note, tag, agent or queue
   */
  record Entry(
      long position,
      UUID id,
      EventType type,
      ConversationId conversation,
      @Nullable UUID about,
      Instant at) {}
}
