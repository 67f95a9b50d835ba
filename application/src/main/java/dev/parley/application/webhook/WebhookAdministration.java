package dev.parley.application.webhook;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Patch;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.event.EventType;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.webhook.Credentials;
import dev.parley.domain.webhook.EventFilter;
import dev.parley.domain.webhook.Headers;
import dev.parley.domain.webhook.SigningKey;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps subscriptions. They show signing keys, and their log shows what customers wrote, so all of
 * it is for those who may change the configuration. All fail with {@code PermissionMissing}, and
 * with {@code WebhookNotFound} where one is named.
 */
public final class WebhookAdministration {
  private static final int MOST = 100;
  private static final int KEY_BYTES = 32;

  private final Webhooks webhooks;
  private final DeliveryLog log;
  private final UnitOfWork unitOfWork;
  private final WebhookRules rules;
  private final RandomGenerator random;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;

  /**
   * @param random a cryptographically strong generator, safe for use by many threads
   */
  public WebhookAdministration(
      Webhooks webhooks,
      DeliveryLog log,
      UnitOfWork unitOfWork,
      WebhookRules rules,
      RandomGenerator random,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    this.webhooks = webhooks;
    this.log = log;
    this.unitOfWork = unitOfWork;
    this.rules = rules;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
    this.wakeups = wakeups;
  }

  /** A subscription as somebody wants it. */
  public record Wanted(
      String name,
      String url,
      Set<EventType> events,
      EventFilter filter,
      Credentials credentials,
      Headers headers,
      boolean enabled) {}

  /** What is to be different. */
  public record Change(
      Patch<String> name,
      Patch<String> url,
      Patch<Set<EventType>> events,
      Patch<EventFilter> filter,
      Patch<Credentials> credentials,
      Patch<Headers> headers,
      Patch<Boolean> enabled) {
    Webhook applyTo(Webhook present, Instant at, Actor by) {
      return new Webhook(
          present.id(),
          kept("name", name, present.name()),
          kept("url", url, present.url()),
          or(events, present.events(), Set.of()),
          or(filter, present.filter(), EventFilter.NONE),
          or(credentials, present.credentials(), new Credentials.None()),
          or(headers, present.headers(), new Headers(Map.of())),
          present.key(),
          kept("enabled", enabled, present.enabled()),
          present.createdAt(),
          present.createdBy(),
          at,
          by.agent());
    }

    private static <T> T kept(String field, Patch<T> wish, T present) {
      @Nullable T value = wish.applyTo(present);
      if (value == null) {
        throw SharedError.invalid(field, "cannot be removed");
      }
      return value;
    }

    private static <T> T or(Patch<T> wish, T present, T cleared) {
      @Nullable T value = wish.applyTo(present);
      return value == null ? cleared : value;
    }
  }

  /**
   * @return fails with {@code InvalidField}
   */
  public Uni<Webhook> create(Actor actor, Wanted wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    rules.check(wanted.url());
    Instant now = clock.instant();
    Webhook webhook =
        new Webhook(
            new WebhookId(ids.next()),
            wanted.name(),
            wanted.url(),
            wanted.events(),
            wanted.filter(),
            wanted.credentials(),
            wanted.headers(),
            SigningKey.of(newKey()),
            wanted.enabled(),
            now,
            actor.agent(),
            now,
            actor.agent());
    return unitOfWork.inTransaction(
        actor.organization(),
        tx ->
            webhooks
                .list(tx)
                .invoke(WebhookAdministration::requireRoom)
                .chain(() -> webhooks.add(tx, webhook))
                .replaceWith(webhook));
  }

  private static void requireRoom(List<Webhook> present) {
    if (present.size() >= MOST) {
      throw SharedError.invalid("name", "there are " + MOST + " subscriptions already");
    }
  }

  /** Oldest first. */
  public Uni<List<Webhook>> list(Actor actor) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return unitOfWork.inTransaction(actor.organization(), webhooks::list);
  }

  public Uni<Webhook> get(Actor actor, WebhookId id) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return unitOfWork.inTransaction(actor.organization(), tx -> webhooks.get(tx, id));
  }

  /**
   * One that was disabled begins with what happens from now on.
   *
   * @return the subscription as it is now; fails with {@code InvalidField}
   */
  public Uni<Webhook> change(Actor actor, WebhookId id, Change change) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return unitOfWork.inTransaction(
        actor.organization(),
        tx ->
            webhooks
                .get(tx, id)
                .chain(
                    present -> {
                      Webhook changed = change.applyTo(present, clock.instant(), actor);
                      if (!changed.url().equals(present.url())) {
                        rules.check(changed.url());
                      }
                      return webhooks
                          .save(tx, changed, changed.enabled() && !present.enabled())
                          .replaceWith(changed);
                    }));
  }

  /** Posts are signed with the former key too, for as long as {@link SigningKey#OVERLAP}. */
  public Uni<Webhook> rotateKey(Actor actor, WebhookId id) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return unitOfWork.inTransaction(
        actor.organization(),
        tx ->
            webhooks
                .get(tx, id)
                .map(present -> withNextKey(present, actor))
                .call(changed -> webhooks.save(tx, changed, false)));
  }

  private Webhook withNextKey(Webhook present, Actor actor) {
    Instant now = clock.instant();
    return new Webhook(
        present.id(),
        present.name(),
        present.url(),
        present.events(),
        present.filter(),
        present.credentials(),
        present.headers(),
        present.key().rotated(newKey(), now),
        present.enabled(),
        present.createdAt(),
        present.createdBy(),
        now,
        actor.agent());
  }

  public Uni<Void> delete(Actor actor, WebhookId id) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return unitOfWork.inTransaction(actor.organization(), tx -> webhooks.remove(tx, id));
  }

  /** Of every event it is subscribed to, how the last try went; absent without a recent one. */
  public Uni<DeliveryLog.Statuses> statuses(Actor actor, WebhookId id) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return unitOfWork.inTransaction(
        actor.organization(),
        tx ->
            webhooks
                .get(tx, id)
                .chain(
                    webhook ->
                        log.lastTries(tx, id)
                            .map(last -> new DeliveryLog.Statuses(webhook.events(), last))));
  }

  /** The latest tries of deliveries of one type of event, latest first. */
  public Uni<List<DeliveryLog.Tried>> tries(Actor actor, WebhookId id, EventType type, int most) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return unitOfWork.inTransaction(
        actor.organization(),
        tx -> webhooks.get(tx, id).chain(() -> log.tries(tx, id, type, most)));
  }

  /**
   * Delivers an event once more, under its own id, as it reads now.
   *
   * @return the new delivery; fails with {@code WebhookDeliveryNotFound}
   */
  public Uni<UUID> replay(Actor actor, WebhookId id, UUID delivery) {
    actor.require(Permission.CONFIGURATION_WRITE);
    UUID again = ids.next();
    return unitOfWork
        .inTransaction(
            actor.organization(),
            tx ->
                webhooks
                    .get(tx, id)
                    .chain(() -> log.replay(tx, id, delivery, again, clock.instant())))
        .replaceWith(again)
        .invoke(() -> wakeups.wake(Wakeups.Topic.WEBHOOKS));
  }

  private Secret newKey() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return new Secret(HexFormat.of().formatHex(key));
  }
}
