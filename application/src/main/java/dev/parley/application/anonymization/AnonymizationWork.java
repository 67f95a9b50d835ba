package dev.parley.application.anonymization;

import dev.parley.application.anonymization.AnonymizationRequests.Leased;
import dev.parley.application.attachment.Blobs;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Work;
import dev.parley.application.shared.WorkLog;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.Scope;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Carries anonymization requests out, one conversation per transaction, then the contact, then the
 * files, then the certificate. Every step may be repeated, so an interrupted request starts over
 * and finds what is left.
 */
public final class AnonymizationWork implements Work {
  private static final int BATCH = 8;
  private static final int BLOBS = 200;
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final AnonymizationRequests requests;
  private final PersonalData personalData;
  private final Conversations conversations;
  private final Blobs blobs;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;
  private final Backoff backoff;
  private final WorkLog log;

  public AnonymizationWork(
      AnonymizationRequests requests,
      PersonalData personalData,
      Conversations conversations,
      Blobs blobs,
      UnitOfWork unitOfWork,
      InstantSource clock,
      Backoff backoff,
      WorkLog log) {
    this.requests = requests;
    this.personalData = personalData;
    this.conversations = conversations;
    this.blobs = blobs;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.backoff = backoff;
    this.log = log;
  }

  @Override
  public String name() {
    return "anonymization";
  }

  @Override
  public Uni<Integer> once() {
    return requests
        .lease(clock.instant(), LEASE, BATCH)
        .chain(
            leased ->
                Multi.createFrom()
                    .iterable(leased)
                    .onItem()
                    .transformToUniAndConcatenate(this::guarded)
                    .collect()
                    .last()
                    .replaceWith(leased.size()));
  }

  private Uni<Void> guarded(Leased piece) {
    return unitOfWork
        .inTransaction(piece.organization(), tx -> requests.get(tx, piece.id()))
        .chain(request -> carryOut(piece.organization(), request))
        .invoke(() -> log.done(name(), "completed"))
        .onFailure()
        .invoke(
            failure ->
                log.failed(
                    name(), piece.organization(), piece.id().value(), piece.attempts(), failure))
        .onFailure()
        .recoverWithUni(() -> later(piece));
  }

  private Uni<Void> later(Leased piece) {
    Instant next = clock.instant().plus(backoff.after(piece.attempts()));
    return unitOfWork.inTransaction(
        piece.organization(), tx -> requests.retry(tx, piece.id(), next));
  }

  private Uni<Void> carryOut(OrganizationId organization, AnonymizationRequest request) {
    return rows(organization, request)
        .chain(() -> files(organization, request))
        .chain(
            () ->
                unitOfWork.inTransaction(
                    organization, tx -> requests.complete(tx, request.id(), clock.instant())));
  }

  private Uni<Void> rows(OrganizationId organization, AnonymizationRequest request) {
    return switch (request.scope()) {
      case Scope.OfMessage(ConversationId conversation, long _, MessageId message) ->
          unitOfWork.inTransaction(organization, tx -> message(tx, request, conversation, message));
      case Scope.OfConversation(ConversationId conversation, long _) ->
          unitOfWork.inTransaction(organization, tx -> conversation(tx, request, conversation));
      case Scope.OfContact(ContactId contact) ->
          conversationsOf(organization, request, contact)
              .chain(
                  () ->
                      unitOfWork.inTransaction(organization, tx -> contact(tx, request, contact)));
    };
  }

  private Uni<Void> conversationsOf(
      OrganizationId organization, AnonymizationRequest request, ContactId contact) {
    return unitOfWork
        .inTransaction(
            organization,
            tx ->
                personalData
                    .nextConversation(tx, contact)
                    .chain(
                        next ->
                            next.isEmpty()
                                ? Uni.createFrom().item(false)
                                : conversation(tx, request, next.get()).replaceWith(true)))
        .repeat()
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> conversation(
      Transaction tx, AnonymizationRequest request, ConversationId conversation) {
    Author by = new Author.ByAgent(request.requestedBy());
    Instant now = clock.instant();
    return conversations
        .find(tx, conversation)
        .call(
            () ->
                personalData
                    .removeConversation(tx, conversation, request.id(), now)
                    .chain(removed -> requests.count(tx, request.id(), removed)))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : conversations.save(tx, anonymized(found.get(), by, now)));
  }

  private static Decision<Conversation, ConversationEvent> anonymized(
      Conversation conversation, Author by, Instant now) {
    if (conversation.anonymizedAt() != null) {
      return Decision.unchanged(conversation);
    }
    Decision<Conversation, ConversationEvent> settled =
        conversation.state().isSettled()
            ? Decision.unchanged(conversation)
            : conversation.close(by, now);
    return settled.then(state -> state.anonymize(by, now));
  }

  private Uni<Void> message(
      Transaction tx,
      AnonymizationRequest request,
      ConversationId conversation,
      MessageId message) {
    Instant now = clock.instant();
    Author by = new Author.ByAgent(request.requestedBy());
    return conversations
        .find(tx, conversation)
        .chain(
            found ->
                personalData
                    .removeMessage(tx, message, request.id(), now)
                    .call(removed -> requests.count(tx, request.id(), removed))
                    .chain(
                        removed ->
                            removed.messages() == 0 || found.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : conversations.save(
                                    tx,
                                    found
                                        .get()
                                        .redactMessage(message, true, removed.files(), by, now))));
  }

  private Uni<Void> contact(Transaction tx, AnonymizationRequest request, ContactId contact) {
    return personalData
        .removeContact(tx, contact, request.id(), clock.instant())
        .chain(removed -> requests.count(tx, request.id(), removed));
  }

  private Uni<Void> files(OrganizationId organization, AnonymizationRequest request) {
    return unitOfWork
        .inTransaction(organization, tx -> personalData.blobsToDelete(tx, request.id(), BLOBS))
        .call(keys -> delete(organization, keys))
        .call(
            keys ->
                unitOfWork.inTransaction(organization, tx -> personalData.blobsDeleted(tx, keys)))
        .repeat()
        .whilst(keys -> !keys.isEmpty())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> delete(OrganizationId organization, List<String> keys) {
    return Multi.createFrom()
        .iterable(keys)
        .onItem()
        .transformToUniAndConcatenate(key -> blobs.delete(organization, key))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
