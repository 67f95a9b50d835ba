package dev.parley.persistence.anonymization;

import dev.parley.application.anonymization.AnonymizationContract;
import dev.parley.application.anonymization.AnonymizationRequests;
import dev.parley.application.anonymization.PersonalData;
import dev.parley.application.anonymization.Removed;
import dev.parley.application.attachment.InMemoryBlobs;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.Inbox;
import dev.parley.application.shared.RecordingWakeups;
import dev.parley.application.shared.Spelled;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.persistence.channel.PgArrivals;
import dev.parley.persistence.support.Dump;
import dev.parley.persistence.support.PgConversationStores;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Sql;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;

class PgAnonymizationTest extends PgConversationStores implements AnonymizationContract {
  private InMemoryBlobs blobs = new InMemoryBlobs();

  @BeforeEach
  void clear() {
    blobs = new InMemoryBlobs();
  }

  @Override
  public AnonymizationRequests requests() {
    return new PgAnonymizationRequests(unitOfWork, self);
  }

  @Override
  public PersonalData personalData() {
    return new PgPersonalData();
  }

  @Override
  public Inbox inbox() {
    return new PgArrivals(unitOfWork, blobs, new RecordingWakeups(), self);
  }

  @Override
  public Arrivals arrivals() {
    return new PgArrivals(unitOfWork, blobs, new RecordingWakeups(), self);
  }

  @Override
  public InMemoryBlobs blobs() {
    return blobs;
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
