package dev.parley.rest.dixa.conversation;

import dev.parley.domain.agent.AgentError;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.shared.DomainException;
import dev.parley.rest.dixa.DixaErrors;
import java.util.function.Function;

/** Refusals that the reference words differently for some operations than in general. */
public final class ConversationRefusals {
  private ConversationRefusals() {}

  /** Operations that list no conflict: a conversation without personal data cannot be changed. */
  public static Throwable withoutConflict(Throwable refusal) {
    return refusal instanceof DomainException e
            && e.error() instanceof ConversationError.ConversationIsAnonymized
        ? DixaErrors.badRequest("Invalid value in request (the conversation is anonymized)")
        : refusal;
  }

  /** Notes: an unknown agent is the body's fault. */
  static Throwable ofNotes(Throwable refusal) {
    return namingAgent("Agent was not found").apply(withoutConflict(refusal));
  }

  /** Close, reopen, transfer: an unknown user or queue is the body's fault. */
  static Throwable ofUsers(Throwable refusal) {
    Throwable worded = namingAgent("User not found").apply(withoutConflict(refusal));
    return worded instanceof DomainException e && e.error() instanceof QueueError.QueueNotFound
        ? DixaErrors.badRequest("Queue does not exist")
        : worded;
  }

  /** Imports: whoever is unknown is the body's fault. */
  static Throwable ofImport(Throwable refusal) {
    return refusal instanceof DomainException e && e.error() instanceof ContactError.ContactNotFound
        ? DixaErrors.badRequest("Requester does not exist")
        : namingAgent("Agent does not exist").apply(refusal);
  }

  private static Function<Throwable, Throwable> namingAgent(String phrase) {
    return refusal ->
        refusal instanceof DomainException e && e.error() instanceof AgentError.AgentNotFound
            ? DixaErrors.badRequest(phrase)
            : refusal;
  }
}
