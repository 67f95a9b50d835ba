package dev.parley.application.anonymization;

import dev.parley.application.shared.Actor;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.MessageId;
import io.smallrye.mutiny.Uni;

/** Orders the removal of a contact's, a conversation's or a message's personal data. */
public interface RequestAnonymization {
  /**
   * @return the accepted request; fails with {@code ContactNotFound}, {@code ConversationNotFound},
   *     {@code MessageNotFound} (also for a message of another conversation), {@code
   *     AlreadyRequested}, {@code TargetNotSettled} without force, {@code PermissionMissing}
   */
  Uni<AnonymizationRequest> handle(Command command);

  /**
   * @return fails with {@code AnonymizationRequestNotFound}, {@code PermissionMissing}
   */
  Uni<AnonymizationRequest> get(Actor actor, AnonymizationRequestId id);

  /**
   * @param force close what is still being handled first
   */
  record Command(Actor actor, Target target, boolean force) {}

  /** What to anonymize, as clients name it. */
  sealed interface Target {
    record Contact(ContactId id) implements Target {}

    record Conversation(long number) implements Target {}

    record Message(long conversation, MessageId id) implements Target {}
  }
}
