package dev.parley.persistence.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PgBlobReferencesTest {
  private final TestStore store = new TestStore();
  private final PgBlobReferences references = new PgBlobReferences(new PgUnitOfWork(store.pool()));

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void knowsOriginalsAttachmentsAndWhatIsStillBeingRead() {
    UUID kept = arrival(store.here, "done", true);
    UUID waiting = arrival(store.here, "new", false);
    UUID read = arrival(store.here, "done", false);
    UUID message = message(store.here, "/0");
    List<String> known = List.of("raw/" + kept, waiting + "/0", message + "/0");
    List<String> unknown =
        List.of("raw/" + read, read + "/0", message + "/1", UUID.randomUUID() + "/0", "nonsense/0");

    List<String> asked = new ArrayList<>(known);
    asked.addAll(unknown);
    assertThat(unreferenced(store.here, asked)).containsExactlyInAnyOrderElementsOf(unknown);
    assertThat(unreferenced(store.elsewhere, asked)).containsExactlyInAnyOrderElementsOf(asked);
  }

  private List<String> unreferenced(TestStore.Tenant tenant, List<String> keys) {
    return references.unreferenced(tenant.id(), keys).await().atMost(Duration.ofSeconds(30));
  }

  private UUID arrival(TestStore.Tenant tenant, String state, boolean inBlob) {
    UUID id = UUID.randomUUID();
    store.asSuperuser(
        """
        insert into raw_inbound (org_id, id, endpoint_id, channel, delivery_key, blob, size,
            received_at, state, not_before)
        values (%d, '%s', '%s', 'email', '%s', %s, 1, now(), '%s', now())
        """
            .formatted(
                tenant.id().number(),
                id,
                tenant.endpoint().value(),
                id,
                inBlob ? "'raw/" + id + "'" : "null",
                state));
    return id;
  }

  private UUID message(TestStore.Tenant tenant, String part) {
    UUID id = UUID.randomUUID();
    store.asSuperuser(
        """
        with c as (
          insert into conversation (org_id, id, number, requester_id, channel, direction, state,
              state_updated_at, assignment, created_at, version)
          values (%1$d, gen_random_uuid(), 1, '%2$s', 'email', 'inbound', 'open', now(),
              'unassigned', now(), 1)
          returning id)
        insert into message (org_id, id, conversation_id, direction, author_kind, attachments,
            delivery, created_at)
        select %1$d, '%3$s', id, 'inbound', 'contact', '[{"blob": "%3$s%4$s"}]', 'not_applicable',
            now()
          from c
        """
            .formatted(tenant.id().number(), tenant.carol().value(), id, part));
    return id;
  }
}
