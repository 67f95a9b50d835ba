package dev.parley.persistence.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.ContactEndpointsContract;
import dev.parley.application.channel.EndpointDirectory;
import dev.parley.application.queue.QueueDirectory;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import dev.parley.persistence.queue.PanacheQueueDirectory;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Seal;
import dev.parley.persistence.support.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgContactEndpointsTest extends PgStoreTest implements ContactEndpointsContract {
  private static final SecretBox BOX = new SecretBox(new Seal(new byte[Seal.KEY_BYTES]));

  @Override
  public ContactEndpoints endpoints() {
    return new PgContactEndpoints(pgUnitOfWork(), BOX, System::nanoTime);
  }

  @Override
  public EndpointDirectory directory() {
    return new PanacheEndpointDirectory(rowTransactions(), BOX);
  }

  @Override
  public QueueDirectory queues() {
    return new PanacheQueueDirectory(rowTransactions(), pgUnitOfWork());
  }

  @Test
  void whatIsStoredDoesNotShowASecret() {
    ContactEndpoint endpoint =
        new ContactEndpoint(
            new ContactEndpointId(newId()),
            0,
            Channel.MESSENGER,
            null,
            "page-1",
            null,
            Map.of("pageId", "page-1"),
            Map.of("appSecret", new Secret("a-very-secret-word")));
    await(directory().add(here(), endpoint, NOW));

    byte[] stored =
        inTransaction(
            tx ->
                PgTransaction.of(tx)
                    .run(
                        Sql.of(
                            "select secrets from contact_endpoint where org_id = $1 and id = ?",
                            endpoint.id().value()))
                    .map(rows -> rows.iterator().next().getBuffer("secrets").getBytes()));

    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }
}
