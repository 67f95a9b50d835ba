package dev.parley.application.webhook;

import dev.parley.application.shared.Transaction;
import dev.parley.domain.webhook.Webhook;
import dev.parley.domain.webhook.WebhookId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The subscriptions of an organization. */
public interface Webhooks {
  /** It begins with what happens from now on. */
  Uni<Void> add(Transaction tx, Webhook webhook);

  /** Oldest first. */
  Uni<List<Webhook>> list(Transaction tx);

  /**
   * Locks it until the transaction ends.
   *
   * @return fails with {@code WebhookNotFound}
   */
  Uni<Webhook> get(Transaction tx, WebhookId id);

  /**
   * @param fromNow whether it begins with what happens from now on; else it goes on where it was
   */
  Uni<Void> save(Transaction tx, Webhook webhook, boolean fromNow);

  /**
   * With all that waits for it and what is logged about it.
   *
   * @return fails with {@code WebhookNotFound}
   */
  Uni<Void> remove(Transaction tx, WebhookId id);
}
