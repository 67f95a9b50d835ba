package dev.parley.application.webhook;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.conversation.InMemoryConversationData.Stored;
import dev.parley.application.conversation.InMemoryConversationData.Told;
import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.InMemoryRows.Owned;
import dev.parley.application.shared.InMemoryTransaction;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.Recoverable;
import dev.parley.application.shared.Transaction;
import dev.parley.application.webhook.WebhookSender.Answer;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookError;
import dev.parley.domain.webhook.WebhookId;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subscriptions of all organizations, and what is on its way to them. */
public final class InMemoryWebhooks
    implements Webhooks, WebhookDeliveries, DeliveryLog, Recoverable {
  private final InMemoryUnitOfWork unitOfWork;
  private final InMemoryConversationData data;
  private final InMemoryRows<WebhookId, Kept> webhooks = new InMemoryRows<>();
  private final InMemoryRows<UUID, Sent> deliveries = new InMemoryRows<>();

  public InMemoryWebhooks(InMemoryUnitOfWork unitOfWork, InMemoryConversationData data) {
    this.unitOfWork = unitOfWork;
    this.data = data;
  }

  private record Kept(Webhook webhook, long position, int failures, @Nullable Instant restsUntil) {}

  private record Sent(
      NewDelivery what,
      WebhookId webhook,
      String state,
      Instant since,
      int attempts,
      Instant notBefore,
      boolean claimed,
      @Nullable Try last,
      @Nullable String payload) {
    boolean waits() {
      return state.equals("waiting");
    }

    Sent leased(Instant until) {
      return new Sent(what, webhook, state, since, attempts + 1, until, true, last, payload);
    }

    Sent free(Instant newNotBefore) {
      return new Sent(what, webhook, state, since, attempts, newNotBefore, false, last, payload);
    }

    Sent tried(String newState, Try how, Instant newNotBefore) {
      Try noted = payload == null ? new Try(how.at(), how.success(), how.status(), "") : how;
      return new Sent(
          what, webhook, newState, since, attempts, newNotBefore, false, noted, payload);
    }

    Sent with(@Nullable String newPayload, @Nullable Try how) {
      return new Sent(what, webhook, state, since, attempts, notBefore, claimed, how, newPayload);
    }
  }

  @Override
  public Uni<Void> add(Transaction tx, Webhook webhook) {
    return attempt(
        () -> {
          webhooks.put(
              tx.organization(), webhook.id(), new Kept(webhook, head(tx.organization()), 0, null));
        });
  }

  private long head(OrganizationId organization) {
    return data.events().of(organization).stream()
        .mapToLong(told -> told.position() == null ? 0 : told.position())
        .max()
        .orElse(0);
  }

  @Override
  public Uni<List<Webhook>> list(Transaction tx) {
    return attempt(() -> webhooks.of(tx.organization()).stream().map(Kept::webhook).toList());
  }

  @Override
  public Uni<Webhook> get(Transaction tx, WebhookId id) {
    return attempt(() -> require(tx, id).webhook());
  }

  private Kept require(Transaction tx, WebhookId id) {
    return webhooks
        .find(tx.organization(), id)
        .orElseThrow(() -> new DomainException(new WebhookError.WebhookNotFound()));
  }

  @Override
  public Uni<Void> save(Transaction tx, Webhook webhook, boolean fromNow) {
    OrganizationId organization = tx.organization();
    return attempt(
        () ->
            webhooks
                .find(organization, webhook.id())
                .ifPresent(
                    kept ->
                        webhooks.put(
                            organization,
                            webhook.id(),
                            new Kept(
                                webhook,
                                fromNow ? head(organization) : kept.position(),
                                0,
                                null))));
  }

  @Override
  public Uni<Void> remove(Transaction tx, WebhookId id) {
    return attempt(
        () -> {
          require(tx, id);
          webhooks.remove(tx.organization(), id);
          deliveries.of(tx.organization()).stream()
              .filter(sent -> sent.webhook().equals(id))
              .forEach(sent -> deliveries.remove(tx.organization(), sent.what().id()));
        });
  }

  @Override
  public Uni<List<Behind>> behind(int most) {
    return unitOfWork.alone(
        () ->
            webhooks.all().stream()
                .filter(owned -> owned.row().webhook().enabled())
                .filter(owned -> owned.row().position() < head(owned.organization()))
                .limit(most)
                .map(owned -> new Behind(owned.organization(), owned.row().webhook().id()))
                .toList());
  }

  @Override
  public Uni<Optional<Place>> takePlace(Transaction tx, WebhookId webhook) {
    return attempt(
        () ->
            webhooks
                .find(tx.organization(), webhook)
                .filter(kept -> kept.webhook().enabled())
                .map(kept -> new Place(kept.webhook(), kept.position())));
  }

  @Override
  public Uni<List<Candidate>> candidates(Transaction tx, long position, int most) {
    return attempt(
        () ->
            data.events().of(tx.organization()).stream()
                .flatMap(told -> candidate(tx.organization(), told))
                .filter(candidate -> candidate.position() > position)
                .sorted(Comparator.comparingLong(Candidate::position))
                .limit(most)
                .toList());
  }

  private Stream<Candidate> candidate(OrganizationId organization, Told told) {
    Long position = told.position();
    if (position == null) {
      return Stream.empty();
    }
    Conversation conversation =
        data.conversations()
            .find(organization, told.conversation())
            .map(Stored::conversation)
            .orElseThrow();
    QueuePlace place = conversation.lastQueue();
    return Stream.of(
        new Candidate(
            position,
            told.id(),
            told.type(),
            told.conversation(),
            conversation.channel(),
            place == null ? null : place.queue(),
            false));
  }

  @Override
  public Uni<Void> enqueue(
      Transaction tx, WebhookId webhook, List<NewDelivery> wanted, long position, Instant now) {
    return attempt(
        () -> {
          Kept kept = require(tx, webhook);
          webhooks.put(
              tx.organization(),
              webhook,
              new Kept(kept.webhook(), position, kept.failures(), kept.restsUntil()));
          wanted.forEach(
              each ->
                  deliveries.put(
                      tx.organization(),
                      each.id(),
                      new Sent(each, webhook, "waiting", now, 0, now, false, null, null)));
        });
  }

  @Override
  public Uni<List<Leased>> lease(Instant now, Duration lease, int most, int each, int patience) {
    return unitOfWork.alone(
        () ->
            webhooks.all().stream()
                .filter(owned -> owned.row().webhook().enabled())
                .filter(owned -> !isResting(owned.row(), now))
                .flatMap(
                    owned -> due(owned, now, patience).limit(room(owned, each)).toList().stream())
                .limit(most)
                .map(owned -> lease(owned, now.plus(lease)))
                .toList());
  }

  private static boolean isResting(Kept kept, Instant now) {
    return kept.restsUntil() != null && kept.restsUntil().isAfter(now);
  }

  private long room(Owned<Kept> owned, int each) {
    long busy =
        deliveries.of(owned.organization()).stream()
            .filter(sent -> sent.webhook().equals(owned.row().webhook().id()))
            .filter(sent -> sent.waits() && sent.claimed())
            .count();
    return Math.max(0, (owned.row().failures() == 0 ? each : 1) - busy);
  }

  private Stream<Owned<Sent>> due(Owned<Kept> owned, Instant now, int patience) {
    List<Sent> waiting =
        deliveries.of(owned.organization()).stream()
            .filter(sent -> sent.webhook().equals(owned.row().webhook().id()) && sent.waits())
            .toList();
    return waiting.stream()
        .filter(sent -> !sent.notBefore().isAfter(now))
        .filter(sent -> waiting.stream().noneMatch(other -> holdsUp(other, sent, patience)))
        .sorted(Comparator.comparingLong(sent -> sent.what().position()))
        .map(sent -> new Owned<>(owned.organization(), sent));
  }

  private static boolean holdsUp(Sent earlier, Sent later, int patience) {
    return earlier.what().conversation().equals(later.what().conversation())
        && earlier.what().position() < later.what().position()
        && earlier.attempts() < patience;
  }

  private Leased lease(Owned<Sent> owned, Instant until) {
    Sent leased = owned.row().leased(until);
    deliveries.put(owned.organization(), leased.what().id(), leased);
    return new Leased(
        owned.organization(), leased.what().id(), leased.webhook(), leased.attempts());
  }

  @Override
  public Uni<Optional<Waiting>> load(Transaction tx, UUID delivery) {
    return attempt(
        () ->
            deliveries
                .find(tx.organization(), delivery)
                .filter(Sent::waits)
                .map(
                    sent ->
                        new Waiting(
                            require(tx, sent.webhook()).webhook(),
                            sent.what().event(),
                            sent.since(),
                            sent.payload() == null
                                ? null
                                : sent.payload().getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public Uni<Void> keep(Transaction tx, UUID delivery, byte[] payload) {
    return change(
        tx, delivery, sent -> sent.with(new String(payload, StandardCharsets.UTF_8), sent.last()));
  }

  @Override
  public Uni<Void> finish(
      Transaction tx, Leased delivery, boolean delivered, Answer answer, Instant at) {
    return change(
        tx,
        delivery.id(),
        sent -> sent.tried(delivered ? "delivered" : "failed", toTry(answer, at), at));
  }

  @Override
  public Uni<Void> postpone(
      Transaction tx, Leased delivery, Answer answer, Instant at, Instant notBefore) {
    return change(tx, delivery.id(), sent -> sent.tried("waiting", toTry(answer, at), notBefore));
  }

  private static Try toTry(Answer answer, Instant at) {
    return new Try(at, answer.isSuccess(), answer.status(), answer.text());
  }

  @Override
  public Uni<Void> giveBack(Transaction tx, Leased delivery, Instant notBefore) {
    return change(tx, delivery.id(), sent -> sent.free(notBefore));
  }

  private Uni<Void> change(Transaction tx, UUID delivery, UnaryOperator<Sent> change) {
    return attempt(
        () ->
            deliveries
                .find(tx.organization(), delivery)
                .ifPresent(
                    sent -> deliveries.put(tx.organization(), delivery, change.apply(sent))));
  }

  @Override
  public Uni<Integer> note(Transaction tx, WebhookId webhook, boolean success) {
    return attempt(
        () -> {
          Optional<Kept> kept = webhooks.find(tx.organization(), webhook);
          int failures = success ? 0 : kept.map(Kept::failures).orElse(-1) + 1;
          kept.ifPresent(
              known ->
                  webhooks.put(
                      tx.organization(),
                      webhook,
                      new Kept(
                          known.webhook(),
                          known.position(),
                          failures,
                          success ? null : known.restsUntil())));
          return failures;
        });
  }

  @Override
  public Uni<Void> rest(Transaction tx, WebhookId webhook, Instant until) {
    return attempt(
        () ->
            webhooks
                .find(tx.organization(), webhook)
                .ifPresent(
                    kept ->
                        webhooks.put(
                            tx.organization(),
                            webhook,
                            new Kept(kept.webhook(), kept.position(), kept.failures(), until))));
  }

  @Override
  public Uni<Void> disable(Transaction tx, WebhookId webhook, Instant at) {
    return attempt(
        () -> {
          Kept kept = require(tx, webhook);
          Webhook w = kept.webhook();
          webhooks.put(
              tx.organization(),
              webhook,
              new Kept(
                  new Webhook(
                      w.id(),
                      w.name(),
                      w.url(),
                      w.events(),
                      w.filter(),
                      w.credentials(),
                      w.headers(),
                      w.key(),
                      false,
                      w.createdAt(),
                      w.createdBy(),
                      at,
                      w.updatedBy()),
                  kept.position(),
                  kept.failures(),
                  kept.restsUntil()));
        });
  }

  @Override
  public Uni<Long> tidy(Instant givenUpBefore, Instant forgottenBefore, int most) {
    return unitOfWork.alone(
        () -> {
          List<Owned<Sent>> late =
              deliveries.all().stream()
                  .filter(o -> o.row().waits() && o.row().since().isBefore(givenUpBefore))
                  .limit(most)
                  .toList();
          List<Owned<Sent>> old =
              deliveries.all().stream()
                  .filter(o -> !o.row().waits() && o.row().since().isBefore(forgottenBefore))
                  .limit(most)
                  .toList();
          old.forEach(o -> deliveries.remove(o.organization(), o.row().what().id()));
          late.forEach(o -> deliveries.put(o.organization(), o.row().what().id(), givenUp(o)));
          return (long) late.size() + old.size();
        });
  }

  private static Sent givenUp(Owned<Sent> owned) {
    Sent sent = owned.row();
    return new Sent(
        sent.what(),
        sent.webhook(),
        "failed",
        sent.since(),
        sent.attempts(),
        sent.notBefore(),
        false,
        sent.last(),
        sent.payload());
  }

  @Override
  public Uni<Map<EventType, Try>> lastTries(Transaction tx, WebhookId webhook) {
    return attempt(
        () -> {
          Map<EventType, Try> last = new EnumMap<>(EventType.class);
          tried(tx, webhook)
              .forEach(
                  sent ->
                      last.merge(
                          sent.what().type(),
                          Objects.requireNonNull(sent.last()),
                          (a, b) -> a.at().isBefore(b.at()) ? b : a));
          return last;
        });
  }

  private Stream<Sent> tried(Transaction tx, WebhookId webhook) {
    return deliveries.of(tx.organization()).stream()
        .filter(sent -> sent.webhook().equals(webhook) && sent.last() != null);
  }

  @Override
  public Uni<List<Tried>> tries(Transaction tx, WebhookId webhook, EventType type, int most) {
    return attempt(
        () ->
            tried(tx, webhook)
                .filter(sent -> sent.what().type() == type)
                .map(
                    sent ->
                        new Tried(
                            sent.what().id(),
                            sent.what().event(),
                            sent.attempts(),
                            Objects.requireNonNull(sent.last()),
                            sent.payload()))
                .sorted(Comparator.<Tried, Instant>comparing(t -> t.last().at()).reversed())
                .limit(most)
                .toList());
  }

  @Override
  public Uni<Void> replay(
      Transaction tx, WebhookId webhook, UUID delivery, UUID again, Instant now) {
    return attempt(
        () -> {
          Sent sent =
              deliveries
                  .find(tx.organization(), delivery)
                  .filter(known -> known.webhook().equals(webhook))
                  .filter(
                      known ->
                          data.events().find(tx.organization(), known.what().event()).isPresent())
                  .orElseThrow(
                      () ->
                          InMemoryTransaction.refused(
                              tx, new WebhookError.WebhookDeliveryNotFound()));
          NewDelivery what =
              new NewDelivery(
                  again,
                  sent.what().position(),
                  sent.what().event(),
                  sent.what().type(),
                  sent.what().conversation());
          deliveries.put(
              tx.organization(),
              again,
              new Sent(what, webhook, "waiting", now, 0, now, false, null, null));
        });
  }

  /** Forgets what was posted about a conversation, and what receivers answered. */
  public void empty(OrganizationId organization, ConversationId conversation) {
    deliveries.of(organization).stream()
        .filter(sent -> sent.what().conversation().equals(conversation))
        .forEach(
            sent -> deliveries.put(organization, sent.what().id(), sent.with(null, silent(sent))));
  }

  private static @Nullable Try silent(Sent sent) {
    Try last = sent.last();
    return last == null ? null : new Try(last.at(), last.success(), last.status(), "");
  }

  /** The payloads and answers there are. */
  public List<?> everything() {
    return deliveries.all().stream()
        .map(owned -> owned.row().payload() + " " + answer(owned.row()))
        .toList();
  }

  private static String answer(Sent sent) {
    Try last = sent.last();
    return last == null ? "" : last.text();
  }

  @Override
  public Runnable mark() {
    List<Runnable> marks = List.of(webhooks.mark(), deliveries.mark());
    return () -> marks.forEach(Runnable::run);
  }
}
