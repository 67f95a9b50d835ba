package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Map<String, String> store = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Recent<String, String> recent =
      new Recent<>(
          nanos::get,
          key -> {
            asked.add(key);
            return Uni.createFrom().item(Optional.ofNullable(store.get(key)));
          });

  @Test
  void aSecondLookAtOnceAsksNobody() {
    store.put("a", "1");

    assertThat(get("a")).contains("1");
    assertThat(get("a")).contains("1");
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatIsNewIsThereAtOnce() {
    assertThat(get("a")).isEmpty();
    store.put("a", "1");
    assertThat(get("a")).contains("1");
  }

  @Test
  void anAnswerIsNeverOlderThanASecondCountedFromBeforeItWasAsked() {
    store.put("a", "1");
    get("a");
    store.remove("a");

    pass(Duration.ofMillis(900));

    assertThat(get("a")).isEmpty();
  }

  @Test
  void whatIsInUseIsAskedForAgainBeforeItIsTooOld() {
    store.put("a", "1");
    get("a");
    store.put("a", "2");
    pass(Duration.ofMillis(500));

    assertThat(get("a")).contains("1");
    assertThat(get("a")).contains("2");
    pass(Duration.ofMillis(440));
    assertThat(get("a")).contains("2");
    assertThat(asked).hasSize(2);
  }

  @Test
  void whoeverComesWhileTheStoreIsAskedWaitsForTheSameAnswer() {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    List<String> questions = new ArrayList<>();
    Recent<String, String> slow =
        new Recent<>(
            nanos::get,
            key -> {
              questions.add(key);
              return Uni.createFrom().completionStage(answer);
            });

    CompletableFuture<Optional<String>> first = slow.get("a").subscribeAsCompletionStage();
    CompletableFuture<Optional<String>> second = slow.get("a").subscribeAsCompletionStage();
    answer.complete(Optional.of("1"));

    assertThat(first.join()).contains("1");
    assertThat(second.join()).contains("1");
    assertThat(questions).hasSize(1);
  }

  @Test
  void afterAFailureTheStoreIsAskedAgain() {
    List<Uni<Optional<String>>> answers =
        new ArrayList<>(
            List.of(
                Uni.createFrom().failure(new IllegalStateException("down")),
                Uni.createFrom().item(Optional.of("1"))));
    Recent<String, String> failing = new Recent<>(nanos::get, _ -> answers.removeFirst());

    assertThat(
            failing.get("a").onFailure().recoverWithItem(Optional.empty()).await().indefinitely())
        .isEmpty();
    assertThat(failing.get("a").await().indefinitely()).contains("1");
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private Optional<String> get(String key) {
    return recent.get(key).await().indefinitely();
  }
}
