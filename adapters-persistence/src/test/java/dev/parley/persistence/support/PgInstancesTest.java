package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.InMemoryBlobs;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.idempotency.Fingerprint;
import dev.parley.application.idempotency.IdempotencyStore.Attempt;
import dev.parley.application.idempotency.IdempotencyStore.Begun;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.Instances;
import dev.parley.domain.channel.Channel;
import dev.parley.persistence.channel.PgArrivals;
import dev.parley.persistence.idempotency.PgIdempotencyStore;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database; time passes by moving what the other one said into the past. */
class PgInstancesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final TestStore STORE = new TestStore();

  private final PgUnitOfWork unitOfWork = new PgUnitOfWork(STORE.pool());
  private final InstanceId us = new InstanceId(UUID.randomUUID());
  private final InstanceId them = new InstanceId(UUID.randomUUID());
  private final Instances ours = new PgInstances(unitOfWork, us);
  private final Instances theirs = new PgInstances(unitOfWork, them);
  private final Instant now = Instant.now();

  @AfterAll
  static void close() {
    STORE.close();
  }

  @BeforeEach
  void bothLiveAndTheyHaveClaimedAMail() {
    STORE.asSuperuser("delete from instance", "delete from raw_inbound", "delete from idempotency");
    await(ours.report(PATIENCE));
    await(theirs.report(PATIENCE));
    await(arrivals(them).accept(aMail()));
    assertThat(claimedBy(them)).hasSize(1);
  }

  @Test
  void whatALivingOneHasClaimedStaysClaimed() {
    assertThat(await(ours.report(PATIENCE))).isZero();
    assertThat(claimedBy(us)).isEmpty();
  }

  @Test
  void whatADeadOneHadClaimedIsFreeAtOnce() {
    silentFor(them, PATIENCE.plusSeconds(1));
    assertThat(await(ours.report(PATIENCE))).isEqualTo(1);
    assertThat(claimedBy(us)).extracting(Arrivals.Leased::attempts).containsExactly(2);
  }

  @Test
  void whoWasSilentItselfFreesNothing() {
    silentFor(us, PATIENCE.plusSeconds(1));
    silentFor(them, PATIENCE.plusSeconds(1));
    assertThat(await(ours.report(PATIENCE))).isZero();
    assertThat(await(theirs.report(PATIENCE))).isZero();
    assertThat(claimedBy(us)).isEmpty();
  }

  @Test
  void whoIsNewFreesNothingAtFirst() {
    silentFor(them, PATIENCE.plusSeconds(1));
    Instances fresh = new PgInstances(unitOfWork, new InstanceId(UUID.randomUUID()));
    assertThat(await(fresh.report(PATIENCE))).isZero();
    assertThat(await(fresh.report(PATIENCE))).isEqualTo(1);
  }

  @Test
  void whoIsAloneFreesAllThatOthersHadClaimed() {
    assertThat(await(ours.reportAlone())).isEqualTo(1);
    assertThat(claimedBy(us)).hasSize(1);
    assertThat(await(ours.reportAlone())).isZero();
  }

  @Test
  void whatWasPutOffStaysPutOff() {
    UUID mail = UUID.fromString(STORE.askSuperuser("select id from raw_inbound").getFirst());
    await(
        arrivals(them).retry(STORE.here.id(), mail, now.plus(Duration.ofHours(1)), "some-trouble"));
    assertThat(await(ours.reportAlone())).isZero();
    assertThat(claimedBy(us)).isEmpty();
  }

  @Test
  void aRequestThatADeadOneWasCarryingOutMayBeCarriedOutAgain() {
    Attempt attempt =
        new Attempt(STORE.here.id(), Fingerprint.of("key"), Fingerprint.of("request"), now);
    assertThat(await(store(them).begin(attempt))).isEqualTo(new Begun.Fresh());
    PgIdempotencyStore here = store(us);
    assertThat(await(here.begin(attempt))).isEqualTo(new Begun.InFlight());
    await(ours.reportAlone());
    assertThat(await(here.begin(attempt))).isEqualTo(new Begun.Fresh());
    assertThat(await(here.begin(attempt))).isEqualTo(new Begun.InFlight());
  }

  private PgIdempotencyStore store(InstanceId instance) {
    return new PgIdempotencyStore(unitOfWork, new Seal(new byte[Seal.KEY_BYTES]), instance);
  }

  private PgArrivals arrivals(InstanceId instance) {
    return new PgArrivals(unitOfWork, new InMemoryBlobs(), _ -> {}, instance);
  }

  private List<Arrivals.Leased> claimedBy(InstanceId instance) {
    return await(arrivals(instance).lease(Instant.now(), LEASE, 10));
  }

  private RawInbound aMail() {
    return new RawInbound(
        UUID.randomUUID(),
        STORE.here.id(),
        STORE.here.endpoint(),
        Channel.EMAIL,
        "imap:INBOX:1:1",
        new byte[] {1},
        now.minusSeconds(1),
        null);
  }

  private static void silentFor(InstanceId instance, Duration time) {
    STORE.asSuperuser(
        "update instance set seen_at = seen_at - interval '%d seconds' where id = '%s'"
            .formatted(time.toSeconds(), instance.value()));
  }

  private static <T> T await(Uni<T> answer) {
    return answer.await().atMost(Duration.ofSeconds(30));
  }
}
