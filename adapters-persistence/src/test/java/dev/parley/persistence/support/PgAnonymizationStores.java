package dev.parley.persistence.support;

import dev.parley.application.anonymization.AnonymizationContract;
import dev.parley.application.anonymization.AnonymizationRequests;
import dev.parley.application.anonymization.PersonalData;
import dev.parley.application.anonymization.Removed;
import dev.parley.application.attachment.InMemoryBlobs;
import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.Inbox;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.shared.RecordingWakeups;
import dev.parley.application.shared.Spelled;
import dev.parley.application.webhook.WebhookDeliveries;
import dev.parley.application.webhook.Webhooks;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.persistence.anonymization.PgAnonymizationRequests;
import dev.parley.persistence.anonymization.PgPersonalData;
import dev.parley.persistence.attribute.PgAttributeValues;
import dev.parley.persistence.channel.PgArrivals;
import dev.parley.persistence.contact.PgContactDirectory;
import dev.parley.persistence.webhook.PgWebhookDeliveries;
import dev.parley.persistence.webhook.PgWebhooks;
import dev.parley.persistence.webhook.WebhookBox;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** Runs the contract of anonymization on PostgreSQL. */
public abstract class PgAnonymizationStores extends PgConversationStores
    implements AnonymizationContract {
  private static final WebhookBox BOX = new WebhookBox(new Seal(new byte[Seal.KEY_BYTES]));

  private InMemoryBlobs blobs = new InMemoryBlobs();

  protected PgAnonymizationStores() {}

  protected PgAnonymizationStores(Function<Pool, PgUnitOfWork> unitOfWork) {
    super(unitOfWork);
  }

  @BeforeEach
  void clear() {
    blobs = new InMemoryBlobs();
  }

  @Override
  public AttributeValues attributeValues() {
    return port(AttributeValues.class, new PgAttributeValues());
  }

  @Override
  public ContactDirectory contactDirectory() {
    return port(ContactDirectory.class, new PgContactDirectory(unitOfWork));
  }

  @Override
  public AnonymizationRequests requests() {
    return port(AnonymizationRequests.class, new PgAnonymizationRequests(unitOfWork, self));
  }

  @Override
  public PersonalData personalData() {
    return port(PersonalData.class, new PgPersonalData());
  }

  @Override
  public Inbox inbox() {
    return port(Inbox.class, new PgArrivals(unitOfWork, blobs, new RecordingWakeups(), self));
  }

  @Override
  public Arrivals arrivals() {
    return port(Arrivals.class, new PgArrivals(unitOfWork, blobs, new RecordingWakeups(), self));
  }

  @Override
  public Webhooks webhooks() {
    return port(Webhooks.class, new PgWebhooks(BOX));
  }

  @Override
  public WebhookDeliveries webhookDeliveries() {
    return port(WebhookDeliveries.class, new PgWebhookDeliveries(unitOfWork, BOX, self));
  }

  @Override
  public InMemoryBlobs blobs() {
    return blobs;
  }

  @Override
  public ContactDirectory contacts() {
    return port(ContactDirectory.class, new PgContactDirectory(unitOfWork));
  }

  @Override
  public Removed certificate(AnonymizationRequestId id) {
    JsonObject counts =
        inTransaction(
                tx ->
                    PgTransaction.of(tx)
                        .run(
                            Sql.of(
                                """
                                select certificate from anonymization_request
                                 where org_id = $1 and id = ?::uuid
                                """,
                                id.value())))
            .iterator()
            .next()
            .getJsonObject("certificate");
    return new Removed(
        counts.getInteger("contacts"),
        counts.getInteger("conversations"),
        counts.getInteger("messages"),
        counts.getInteger("notes"),
        counts.getInteger("files"),
        counts.getInteger("originals"),
        counts.getInteger("answers"));
  }

  @Override
  public String everything() {
    return (Dump.of(store, here()) + Spelled.out(blobs.everything())).toLowerCase(Locale.ROOT);
  }
}
