package dev.parley.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.idempotency.Fingerprint;
import dev.parley.application.idempotency.IdempotencyStore;
import dev.parley.application.idempotency.IdempotencyStore.Answer;
import dev.parley.application.idempotency.IdempotencyStore.Attempt;
import dev.parley.application.idempotency.IdempotencyStore.Begun;
import dev.parley.application.idempotency.IdempotencyStoreContract;
import dev.parley.application.idempotency.Subject;
import dev.parley.application.shared.InstanceId;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.contact.ContactId;
import dev.parley.persistence.anonymization.PgPersonalData;
import dev.parley.persistence.support.DatabaseResource;
import dev.parley.persistence.support.PgStoreTest;
import dev.parley.persistence.support.Seal;
import dev.parley.persistence.support.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PgIdempotencyStoreTest extends PgStoreTest implements IdempotencyStoreContract {
  private static final InstanceId SELF = new InstanceId(UUID.randomUUID());

  @Override
  public IdempotencyStore store() {
    return new PgIdempotencyStore(pgUnitOfWork(), new Seal(new byte[Seal.KEY_BYTES]), SELF);
  }

  @Test
  void anonymizingAContactEmptiesTheAnswersThatShowIt() {
    ContactId ada = new ContactId(UUID.randomUUID());
    Attempt hers = answered("hers", Set.of(Subject.conversation(1), Subject.contact(ada)));
    Attempt other = answered("other", Set.of(Subject.conversation(1)));

    inTransaction(
        tx ->
            new PgPersonalData()
                .removeContact(tx, ada, new AnonymizationRequestId(UUID.randomUUID()), NOW));

    assertThat(await(store().begin(hers))).isEqualTo(new Begun.Emptied());
    assertThat(await(store().begin(other))).isInstanceOf(Begun.Replay.class);
  }

  @Test
  void whatWasAnsweredCannotBeReadInTheDatabase() {
    Attempt attempt = new Attempt(here(), Fingerprint.of("secret"), REQUEST, NOW);
    await(store().begin(attempt));
    byte[] token = "prl_the_token_shown_once".getBytes(StandardCharsets.UTF_8);
    await(store().complete(attempt, new Answer(201, "application/json", token), Set.of()));

    byte[] stored =
        await(
            pgUnitOfWork()
                .reading(
                    here(), tx -> tx.run(Sql.of("select body from idempotency where org_id = $1")))
                .map(rows -> rows.iterator().next().getBuffer("body").getBytes()));
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("shown_once");
  }

  private Attempt answered(String key, Set<Subject> shows) {
    Attempt attempt = new Attempt(here(), Fingerprint.of(key), REQUEST, NOW);
    await(store().begin(attempt));
    await(store().complete(attempt, new Answer(200, "text/plain", new byte[] {1}), shows));
    return attempt;
  }
}
