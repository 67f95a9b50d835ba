package dev.parley.rest.dixa.webhook;

import dev.parley.application.InMemoryStores;
import dev.parley.application.shared.IdSource;
import dev.parley.application.webhook.WebhookAdministration;
import dev.parley.domain.shared.SharedError;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Subscriptions in memory; addresses have to be https. */
@Singleton
public class WebhookStores {
  final InMemoryStores stores = new InMemoryStores();

  @Produces
  @Singleton
  WebhookAdministration administration(IdSource ids, InstantSource clock) {
    return new WebhookAdministration(
        stores.webhooks,
        stores.webhooks,
        stores.unitOfWork,
        url -> {
          if (!url.startsWith("https://")) {
            throw SharedError.invalid("url", "must be a public https URL");
          }
        },
        new SecureRandom(),
        ids,
        clock,
        _ -> {});
  }
}
