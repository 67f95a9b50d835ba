package dev.parley.application.webhook;

/** What those who post demand of a subscription's address. */
@FunctionalInterface
public interface WebhookRules {
  /**
   * @throws dev.parley.domain.shared.DomainException {@code InvalidField} {@code url}
   */
  void check(String url);
}
