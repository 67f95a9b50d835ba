package dev.parley.application.channel;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Mailbox;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a connector understood of something that arrived. */
public sealed interface InboundEvent {
  /** Identifies the event whatever way it came; unique per endpoint. */
  String dedupeKey();

  /**
   * A contact wrote.
   *
   * @param providerId the channel's id of the message
   * @param automatic a machine wrote it: it is shown, but reopens nothing
   * @param quotedHistory what the body repeats of earlier messages
   * @param authenticatedSender the sender's address is proved (DMARC), false when nobody checked
   * @param sentAt the sender's claim
   */
  record MessageReceived(
      String dedupeKey,
      String providerId,
      Mailbox from,
      List<Mailbox> to,
      List<Mailbox> cc,
      @Nullable String subject,
      @Nullable Content content,
      @Nullable Content quotedHistory,
      List<IncomingFile> files,
      ThreadHints thread,
      boolean automatic,
      boolean authenticatedSender,
      Instant sentAt)
      implements InboundEvent {
    @Override
    public String toString() {
      return "MessageReceived[" + files.size() + " files]";
    }
  }

  /**
   * Which conversation a message says it belongs to.
   *
   * @param proved conversations named by a token of ours with a valid signature, best first
   * @param claimed provider ids it refers to, nearest first; anybody can write them
   */
  record ThreadHints(List<ConversationId> proved, List<String> claimed) {
    public static final ThreadHints NONE = new ThreadHints(List.of(), List.of());
  }

  /**
   * A message of ours did not arrive.
   *
   * @param providerIds ids of ours that the report names
   * @param code a stable word without personal data
   */
  record DeliveryFailed(String dedupeKey, Set<String> providerIds, String code, String reason)
      implements InboundEvent {}

  /** A message of ours arrived. */
  record Delivered(String dedupeKey, Set<String> providerIds) implements InboundEvent {}

  /**
   * Nothing to do: a loop, our own mail, a temporary delay.
   *
   * @param reason a stable word for metrics
   */
  record Ignored(String dedupeKey, String reason) implements InboundEvent {}
}
