package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Backlog.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PgBacklogTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private static final String WEBHOOK = "019ac1a2-0000-7000-8000-000000000001";

  private final TestStore store = new TestStore();
  private final PgBacklog backlog = new PgBacklog(new PgUnitOfWork(store.pool()));

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void countsWhatWaitsAndWhatIsParkedOfAllOrganizations() {
    store.asSuperuser("delete from raw_inbound");
    assertThat(now()).isEmpty();
    arrival(store.here, "new", "2026-11-20T09:59:30Z", 3);
    arrival(store.elsewhere, "new", "2026-11-20T09:59:50Z", 1);
    arrival(store.elsewhere, "parked", "2026-11-01T00:00:00Z", 9);
    arrival(store.here, "done", "2026-11-01T00:00:00Z", 9);

    assertThat(now())
        .containsExactly(new Waiting("inbound", "email", 2, 1, Duration.ofSeconds(30), 3));
  }

  @Test
  void countsEventsWithoutPlaceAndDeliveriesToSubscribers() {
    long organization = store.here.id().number();
    store.asSuperuser(
        "delete from raw_inbound",
        """
        insert into event (org_id, id, type, conversation_id, at, told_at)
        values (%d, gen_random_uuid(), 'conversation_closed', gen_random_uuid(), now(),
                '2026-11-20T09:59:59Z')
        """
            .formatted(organization),
        """
        insert into webhook (org_id, id, name, url, events, filter, sealed, enabled, created_at,
            created_by, updated_at, updated_by, position)
        values (%d, '%s', 'a', 'https://a.example', '{}', '{}', '', true, now(), '%s', now(),
            '%s', 0)
        """
            .formatted(organization, WEBHOOK, WEBHOOK, WEBHOOK));
    delivery(organization, "waiting", 2);
    delivery(organization, "failed", 9);
    delivery(organization, "delivered", 1);

    assertThat(now())
        .containsExactlyInAnyOrder(
            new Waiting("events", "", 1, 0, Duration.ofSeconds(1), 0),
            new Waiting("webhook", "", 1, 1, Duration.ofSeconds(30), 2));
    store.asSuperuser("delete from event", "delete from webhook");
  }

  private void delivery(long organization, String state, int attempts) {
    store.asSuperuser(
        """
        insert into webhook_delivery (org_id, id, webhook_id, position, event_id, type,
            conversation_id, state, created_at, not_before, attempts)
        values (%d, gen_random_uuid(), '%s', 1, gen_random_uuid(), 'conversation_closed',
            gen_random_uuid(), '%s', '2026-11-20T09:59:30Z', now(), %d)
        """
            .formatted(organization, WEBHOOK, state, attempts));
  }

  private List<Waiting> now() {
    return backlog.at(NOW).await().atMost(Duration.ofSeconds(30));
  }

  private void arrival(TestStore.Tenant tenant, String state, String at, int attempts) {
    store.asSuperuser(
        """
        insert into raw_inbound (org_id, id, endpoint_id, channel, delivery_key, size,
            received_at, state, not_before, attempts)
        values (%d, gen_random_uuid(), '%s', 'email', gen_random_uuid(), 1, '%s', '%s', now(), %d)
        """
            .formatted(tenant.id().number(), tenant.endpoint().value(), at, state, attempts));
  }
}
