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

  private final TestStore store = new TestStore();
  private final PgBacklog backlog = new PgBacklog(new PgUnitOfWork(store.pool()));

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void countsWhatWaitsAndWhatIsParkedOfAllOrganizations() {
    assertThat(now()).isEmpty();
    arrival(store.here, "new", "2026-11-20T09:59:30Z", 3);
    arrival(store.elsewhere, "new", "2026-11-20T09:59:50Z", 1);
    arrival(store.elsewhere, "parked", "2026-11-01T00:00:00Z", 9);
    arrival(store.here, "done", "2026-11-01T00:00:00Z", 9);

    assertThat(now())
        .containsExactly(new Waiting("inbound", "email", 2, 1, Duration.ofSeconds(30), 3));
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
