package dev.parley.persistence.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.attachment.InMemoryBlobs;
import dev.parley.application.channel.AcceptedDeliveries;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.InboxContract;
import dev.parley.application.channel.MailboxCursors;
import dev.parley.application.channel.MailboxCursorsContract;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.StoreContract;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.TestStore;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChannelStoresTest {
  private static final TestStore STORE = new TestStore();
  private static final PgUnitOfWork UNIT_OF_WORK = new PgUnitOfWork(STORE.pool());
  private static final PgArrivals ARRIVALS =
      new PgArrivals(UNIT_OF_WORK, new InMemoryBlobs(), _ -> {}, new InstanceId(UUID.randomUUID()));

  @AfterAll
  static void close() {
    STORE.close();
  }

  @Nested
  class Cursors implements MailboxCursorsContract, OnPostgres {
    @Override
    public MailboxCursors cursors() {
      return new PgMailboxCursors(UNIT_OF_WORK);
    }
  }

  @Nested
  class InboxAndItsDeliveries implements InboxContract, OnPostgres {
    @Override
    public Inbox inbox() {
      return ARRIVALS;
    }

    @Override
    public AcceptedDeliveries deliveries() {
      return new PgAcceptedDeliveries(UNIT_OF_WORK);
    }
  }

  @Test
  void theLoadIsTooHighFromTheLimitOnAndCountsOnceASecond() {
    AtomicReference<Instant> now = new AtomicReference<>(TestStore.NOW);
    PgInboundLoad load = new PgInboundLoad(UNIT_OF_WORK, now::get, 1);
    STORE.asSuperuser("delete from raw_inbound");
    assertThat(load.isTooHigh()).isFalse();
    boolean isNew =
        ARRIVALS
            .accept(
                new RawInbound(
                    UUID.randomUUID(),
                    STORE.here.id(),
                    STORE.here.endpoint(),
                    Channel.EMAIL,
                    "load",
                    new byte[] {1},
                    TestStore.NOW,
                    null))
            .await()
            .indefinitely();
    assertThat(isNew).isTrue();
    await()
        .untilAsserted(
            () -> {
              now.set(now.get().plusSeconds(1));
              assertThat(load.isTooHigh()).isTrue();
            });
  }

  /** Organizations of the shared database; every test uses endpoints of its own. */
  interface OnPostgres extends StoreContract {
    @Override
    default UnitOfWork unitOfWork() {
      return UNIT_OF_WORK;
    }

    @Override
    default OrganizationId here() {
      return STORE.here.id();
    }

    @Override
    default OrganizationId elsewhere() {
      return STORE.elsewhere.id();
    }
  }
}
