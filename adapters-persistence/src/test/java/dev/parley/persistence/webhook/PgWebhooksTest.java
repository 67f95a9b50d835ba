package dev.parley.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.EventPositions;
import dev.parley.application.webhook.AWebhook;
import dev.parley.application.webhook.DeliveryLog;
import dev.parley.application.webhook.WebhookDeliveries;
import dev.parley.application.webhook.WebhookDeliveries.Candidate;
import dev.parley.application.webhook.Webhooks;
import dev.parley.application.webhook.WebhooksContract;
import dev.parley.domain.channel.Secret;
import dev.parley.domain.webhook.Credentials;
import dev.parley.domain.webhook.Webhook;
import dev.parley.persistence.event.PgEventPositions;
import dev.parley.persistence.support.PgConversationStores;
import dev.parley.persistence.support.Seal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgWebhooksTest extends PgConversationStores implements WebhooksContract {
  private static final WebhookBox BOX = new WebhookBox(new Seal(new byte[Seal.KEY_BYTES]));

  @Override
  public Webhooks webhooks() {
    return new PgWebhooks(BOX);
  }

  @Override
  public WebhookDeliveries webhookDeliveries() {
    return new PgWebhookDeliveries(unitOfWork, BOX, self);
  }

  @Override
  public DeliveryLog deliveryLog() {
    return new PgDeliveryLog();
  }

  @Override
  public EventPositions positions() {
    return new PgEventPositions(unitOfWork);
  }

  @Test
  void what_an_import_wrote_is_known_to_be_imported() {
    create(scene().aNewConversation());
    store.asSuperuser("update activity set origin = 'import' where kind = 'started'");
    await(positions().assign(MANY));

    List<Candidate> candidates = inTransaction(tx -> webhookDeliveries().candidates(tx, 0, MANY));

    assertThat(candidates).extracting(Candidate::imported).containsExactly(true, false, false);
  }

  @Test
  void the_database_shows_no_secret() {
    Webhook webhook =
        new AWebhook(scene())
            .with(new Credentials.Basic("parley", new Secret("open sesame")))
            .build();
    this.<Void>inTransaction(tx -> webhooks().add(tx, webhook));

    String row =
        store
            .askSuperuser(
                "select w::text || encode(w.sealed, 'escape') from webhook w where id = '%s'"
                    .formatted(webhook.id().value()))
            .getFirst();

    assertThat(row)
        .doesNotContain("sesame", "X-Source", webhook.key().present().value())
        .contains("crm.example.com");
  }
}
