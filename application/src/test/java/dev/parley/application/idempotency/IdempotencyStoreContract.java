package dev.parley.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.idempotency.IdempotencyStore.Answer;
import dev.parley.application.idempotency.IdempotencyStore.Attempt;
import dev.parley.application.idempotency.IdempotencyStore.Begun;
import dev.parley.application.shared.StoreContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyStore} does. */
public interface IdempotencyStoreContract extends StoreContract {
  /** Finer than a database stores it. */
  Instant BEGUN = NOW.plusNanos(123_456_789);

  Fingerprint REQUEST = Fingerprint.of("POST /v1/conversations {}");

  /** The subject, empty or holding only keys that no test uses. */
  IdempotencyStore store();

  @Test
  default void aNewKeyIsFresh() {
    assertThat(begin(attempt(newKey()))).isEqualTo(new Begun.Fresh());
  }

  @Test
  default void theSameRequestGetsTheFirstAnswerAgain() {
    Attempt first = begun(newKey());
    complete(first, answer(201, "{\"data\":1}"));
    assertThat(begin(later(first, Duration.ofHours(23))))
        .isInstanceOfSatisfying(
            Begun.Replay.class,
            replay -> {
              assertThat(replay.answer().status()).isEqualTo(201);
              assertThat(replay.answer().contentType()).isEqualTo("application/json");
              assertThat(text(replay.answer())).isEqualTo("{\"data\":1}");
            });
  }

  @Test
  default void anAnswerWithoutBodyIsRepeatedWithoutBody() {
    Attempt first = begun(newKey());
    complete(first, new Answer(204, null, new byte[0]));
    assertThat(begin(later(first, Duration.ofSeconds(1))))
        .isInstanceOfSatisfying(
            Begun.Replay.class,
            replay -> {
              assertThat(replay.answer().status()).isEqualTo(204);
              assertThat(replay.answer().contentType()).isNull();
              assertThat(replay.answer().body()).isEmpty();
            });
  }

  @Test
  default void aRequestThatIsBeingCarriedOutIsNotCarriedOutTwice() {
    Attempt first = begun(newKey());
    assertThat(begin(later(first, Duration.ofSeconds(59)))).isEqualTo(new Begun.InFlight());
  }

  @Test
  default void aRequestThatNobodyFinishesIsTakenOverAfterTheLease() {
    Attempt first = begun(newKey());
    Attempt second = later(first, Duration.ofSeconds(61));
    assertThat(begin(second)).isEqualTo(new Begun.Fresh());
    assertThat(begin(later(second, Duration.ofSeconds(1)))).isEqualTo(new Begun.InFlight());
  }

  @Test
  default void whoeverLostTheKeyCannotAnswerForItAnyMore() {
    Attempt first = begun(newKey());
    Attempt second = later(first, Duration.ofSeconds(61));
    begin(second);
    complete(first, answer(200, "late"));
    await(store().abandon(first));
    complete(second, answer(200, "mine"));
    assertThat(begin(later(second, Duration.ofSeconds(1))))
        .isInstanceOfSatisfying(
            Begun.Replay.class, replay -> assertThat(text(replay.answer())).isEqualTo("mine"));
  }

  @Test
  default void anotherRequestWithTheSameKeyIsAMismatchEvenAfterTheLease() {
    Attempt first = begun(newKey());
    Fingerprint other = Fingerprint.of("something else");
    Attempt second = new Attempt(here(), first.key(), other, BEGUN.plusSeconds(120));
    assertThat(begin(second)).isEqualTo(new Begun.Mismatch());
    complete(first, answer(200, "first"));
    assertThat(begin(second)).isEqualTo(new Begun.Mismatch());
  }

  @Test
  default void anAbandonedKeyIsFreshAgain() {
    Attempt first = begun(newKey());
    await(store().abandon(first));
    assertThat(begin(later(first, Duration.ofSeconds(1)))).isEqualTo(new Begun.Fresh());
  }

  @Test
  default void aKeyIsForgottenAfterADay() {
    Attempt first = begun(newKey());
    complete(first, answer(200, "old"));
    assertThat(begin(later(first, Duration.ofHours(25)))).isEqualTo(new Begun.Fresh());
  }

  @Test
  default void organizationsDoNotShareKeys() {
    Attempt first = begun(newKey());
    complete(first, answer(200, "ours"));
    assertThat(begin(new Attempt(elsewhere(), first.key(), first.request(), first.at())))
        .isEqualTo(new Begun.Fresh());
  }

  @Test
  default void ofManyAtOnceExactlyOneIsFresh() {
    Fingerprint key = newKey();
    List<CompletableFuture<Begun>> all =
        IntStream.range(0, 20)
            .mapToObj(_ -> store().begin(attempt(key)).subscribeAsCompletionStage())
            .toList();
    List<Begun> outcomes = all.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes).filteredOn(Begun.Fresh.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Begun.InFlight.class::isInstance).hasSize(19);
  }

  @Test
  default void sweepingRemovesWhatIsOlderThanADay() {
    Attempt first = begun(newKey());
    complete(first, answer(200, "old"));
    assertThat(await(store().sweep(BEGUN.plus(Duration.ofHours(25))))).isGreaterThanOrEqualTo(1);
    assertThat(begin(later(first, Duration.ofSeconds(1)))).isEqualTo(new Begun.Fresh());
  }

  private Attempt begun(Fingerprint key) {
    Attempt attempt = attempt(key);
    assertThat(begin(attempt)).isEqualTo(new Begun.Fresh());
    return attempt;
  }

  private Attempt attempt(Fingerprint key) {
    return new Attempt(here(), key, REQUEST, BEGUN);
  }

  private static Attempt later(Attempt attempt, Duration by) {
    return new Attempt(
        attempt.organization(), attempt.key(), attempt.request(), attempt.at().plus(by));
  }

  private Begun begin(Attempt attempt) {
    return await(store().begin(attempt));
  }

  private void complete(Attempt attempt, Answer answer) {
    await(store().complete(attempt, answer, Set.of()));
  }

  private static Fingerprint newKey() {
    return Fingerprint.of(UUID.randomUUID().toString());
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
