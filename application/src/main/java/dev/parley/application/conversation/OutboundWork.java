package dev.parley.application.conversation;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.OutboundMessage;
import dev.parley.application.channel.OutboundSender;
import dev.parley.application.channel.SendResult;
import dev.parley.application.channel.Senders;
import dev.parley.application.conversation.Deliveries.Leased;
import dev.parley.application.conversation.Deliveries.Outgoing;
import dev.parley.application.shared.Backoff;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Work;
import dev.parley.application.shared.WorkLog;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what the outbox holds, outside any transaction. A message is tried until the provider
 * takes it or refuses it for good, or it has waited too long.
 */
public final class OutboundWork implements Work {
  private static final int BATCH = 64;
  private static final int AT_ONCE = 16;

  /** Longer than any one try: the wait after a mail's final dot alone may take ten minutes. */
  private static final Duration LEASE = Duration.ofMinutes(15);

  /** Customary for mail, RFC 5321 §4.5.4.1. */
  private static final Duration PATIENCE = Duration.ofDays(5);

  private static final SendResult OUR_TROUBLE =
      new SendResult.Retryable("internal", "internal error", null);

  private static final Duration BROKEN_ACCOUNT_PAUSE = Duration.ofMinutes(1);

  private final Deliveries deliveries;
  private final Conversations conversations;
  private final ContactEndpoints endpoints;
  private final UnitOfWork unitOfWork;
  private final Blobs blobs;
  private final Senders senders;
  private final Executor blocking;
  private final InstantSource clock;
  private final Backoff backoff;
  private final WorkLog log;

  public OutboundWork(
      Deliveries deliveries,
      Conversations conversations,
      ContactEndpoints endpoints,
      UnitOfWork unitOfWork,
      Blobs blobs,
      Senders senders,
      Executor blocking,
      InstantSource clock,
      Backoff backoff,
      WorkLog log) {
    this.deliveries = deliveries;
    this.conversations = conversations;
    this.endpoints = endpoints;
    this.unitOfWork = unitOfWork;
    this.blobs = blobs;
    this.senders = senders;
    this.blocking = blocking;
    this.clock = clock;
    this.backoff = backoff;
    this.log = log;
  }

  @Override
  public String name() {
    return "outbound";
  }

  @Override
  public Uni<Integer> once() {
    return deliveries
        .lease(clock.instant(), LEASE, BATCH)
        .chain(
            leased ->
                Multi.createFrom()
                    .iterable(leased)
                    .onItem()
                    .transformToUni(this::deliver)
                    .merge(AT_ONCE)
                    .collect()
                    .last()
                    .replaceWith(leased.size()));
  }

  private Uni<Void> deliver(Leased piece) {
    OrganizationId organization = piece.organization();
    return unitOfWork
        .inTransaction(organization, tx -> load(tx, piece))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : attempt(organization, found.get())
                        .onFailure()
                        .invoke(failure -> failed(piece, failure))
                        .onFailure()
                        .recoverWithItem(OUR_TROUBLE)
                        .chain(result -> settle(piece, found.get().outgoing(), result)))
        .onFailure()
        .invoke(failure -> failed(piece, failure))
        .onFailure()
        .recoverWithUni(() -> giveBack(piece));
  }

  private void failed(Leased piece, Throwable failure) {
    log.failed(name(), piece.organization(), piece.message().value(), piece.attempts(), failure);
  }

  /** What is to be sent and the account to send it from. */
  private record Job(Outgoing outgoing, @Nullable ContactEndpoint endpoint) {}

  private Uni<Optional<Job>> load(Transaction tx, Leased piece) {
    return deliveries
        .load(tx, piece.message())
        .chain(
            found ->
                found.isEmpty() || found.get().endpoint() == null
                    ? Uni.createFrom().item(found.map(outgoing -> new Job(outgoing, null)))
                    : endpoints
                        .get(tx.closing(), found.get().endpoint())
                        .map(endpoint -> new Job(found.get(), endpoint))
                        .onFailure(OutboundWork::isNotFound)
                        .recoverWithItem(() -> new Job(found.get(), null))
                        .map(Optional::of));
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof DomainException e && e.error().kind() == DomainError.Kind.NOT_FOUND;
  }

  private Uni<SendResult> attempt(OrganizationId organization, Job job) {
    ContactEndpoint endpoint = job.endpoint();
    if (endpoint == null || job.outgoing().to() == null) {
      return Uni.createFrom()
          .item(new SendResult.Permanent("no-address", "no address to send from or to"));
    }
    OutboundSender sender = senders.of(endpoint.channel()).orElse(null);
    if (sender == null) {
      return Uni.createFrom()
          .item(new SendResult.Permanent("no-connector", "no connector for this channel"));
    }
    return files(organization, job.outgoing().attachments())
        .chain(
            files ->
                Uni.createFrom()
                    .item(() -> sender.send(message(job.outgoing(), endpoint, files)))
                    .runSubscriptionOn(blocking));
  }

  private static OutboundMessage message(
      Outgoing outgoing, ContactEndpoint endpoint, List<IncomingFile> files) {
    String to = outgoing.to();
    if (to == null) {
      throw new IllegalStateException("checked before");
    }
    return new OutboundMessage(
        outgoing.message(),
        endpoint,
        to,
        outgoing.toName(),
        outgoing.subject(),
        outgoing.agentName(),
        outgoing.inReplyTo(),
        outgoing.references(),
        files);
  }

  private Uni<List<IncomingFile>> files(OrganizationId organization, List<Attachment> attachments) {
    return Multi.createFrom()
        .iterable(attachments)
        .onItem()
        .transformToUniAndConcatenate(attachment -> file(organization, attachment))
        .collect()
        .asList();
  }

  private Uni<IncomingFile> file(OrganizationId organization, Attachment attachment) {
    return blobs
        .get(organization, attachment.blob())
        .map(
            bytes ->
                new IncomingFile(
                    attachment.fileName(),
                    attachment.mediaType(),
                    bytes.orElseThrow(
                        () -> new IllegalStateException("an attachment's bytes are missing")),
                    attachment.inline(),
                    attachment.contentId()));
  }

  private Uni<Void> settle(Leased piece, Outgoing outgoing, SendResult result) {
    log.done(name(), word(result));
    return unitOfWork.inTransaction(
        piece.organization(),
        tx ->
            switch (result) {
              case SendResult.Accepted _ ->
                  Loads.then(
                      deliveries.advance(tx, piece.message(), Delivery.SENT, clock.instant()),
                      deliveries.finish(tx.closing(), piece.message()),
                      (_, _) -> Uni.createFrom().voidItem());
              case SendResult.Permanent(String code, String reason) ->
                  whileWaiting(
                      tx, outgoing, conversation -> fail(tx, outgoing, conversation, code, reason));
              case SendResult.AccountBroken(String code, String _) ->
                  deliveries.postpone(
                      tx, piece.message(), clock.instant().plus(BROKEN_ACCOUNT_PAUSE), code, false);
              case SendResult.Retryable(String code, String reason, Duration pause) ->
                  whileWaiting(
                      tx,
                      outgoing,
                      conversation ->
                          again(tx, piece, outgoing, conversation, code, reason, pause));
              case SendResult.Ambiguous(String code, String reason) ->
                  whileWaiting(
                      tx,
                      outgoing,
                      conversation ->
                          deliveries
                              .advance(
                                  tx,
                                  piece.message(),
                                  new Delivery(Delivery.Status.UNKNOWN, reason),
                                  clock.instant())
                              .chain(
                                  () ->
                                      again(
                                          tx, piece, outgoing, conversation, code, reason, null)));
            });
  }

  /**
   * A provider's words may hold addresses, so they are not written to a message whose personal data
   * was removed while it was being sent.
   */
  private Uni<Void> whileWaiting(
      Transaction tx, Outgoing outgoing, Function<Conversation, Uni<Void>> effect) {
    return conversations
        .find(tx, outgoing.message().conversation())
        .chain(
            conversation ->
                deliveries
                    .load(tx, outgoing.message().id())
                    .chain(
                        waiting ->
                            waiting.isEmpty() || conversation.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : effect.apply(conversation.get())));
  }

  private Uni<Void> again(
      Transaction tx,
      Leased piece,
      Outgoing outgoing,
      Conversation conversation,
      String code,
      String reason,
      @Nullable Duration atLeast) {
    Instant now = clock.instant();
    if (outgoing.queuedAt().plus(PATIENCE).isBefore(now)) {
      return fail(tx, outgoing, conversation, code, reason);
    }
    Duration pause = backoff.after(piece.attempts());
    Duration wait = atLeast != null && atLeast.compareTo(pause) > 0 ? atLeast : pause;
    return deliveries.postpone(tx, piece.message(), now.plus(wait), code, true);
  }

  private Uni<Void> fail(
      Transaction tx, Outgoing outgoing, Conversation conversation, String code, String reason) {
    Delivery failed = new Delivery(Delivery.Status.FAILED, reason);
    return conversations
        .save(tx, conversation.deliveryFailed(outgoing.message().id(), code, clock.instant()))
        .chain(() -> deliveries.advance(tx, outgoing.message().id(), failed, clock.instant()))
        .chain(() -> deliveries.finish(tx, outgoing.message().id()));
  }

  /** Nothing is known of it but the lease, which would return it late. */
  private Uni<Void> giveBack(Leased piece) {
    return unitOfWork.inTransaction(
        piece.organization(),
        tx ->
            deliveries.postpone(
                tx,
                piece.message(),
                clock.instant().plus(backoff.after(piece.attempts())),
                "internal",
                true));
  }

  private static String word(SendResult result) {
    return switch (result) {
      case SendResult.Accepted _ -> "sent";
      case SendResult.Permanent _ -> "refused";
      case SendResult.AccountBroken _ -> "account-broken";
      case SendResult.Retryable _ -> "retry";
      case SendResult.Ambiguous _ -> "unknown";
    };
  }
}
