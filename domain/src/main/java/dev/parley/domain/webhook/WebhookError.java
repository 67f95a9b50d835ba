package dev.parley.domain.webhook;

import dev.parley.domain.shared.DomainError;

/** What can be wrong about a webhook subscription a request names. */
public sealed interface WebhookError extends DomainError {

  record WebhookNotFound() implements WebhookError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** No such delivery of the subscription, or the event it was about is not kept any more. */
  record WebhookDeliveryNotFound() implements WebhookError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }
}
