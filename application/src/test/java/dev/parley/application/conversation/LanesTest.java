package dev.parley.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {
  private final Lanes<String> lanes = new Lanes<>(3, ShuffledTasks::begin);
  private final List<String> begun = new ArrayList<>();
  private final Map<String, UniEmitter<? super Void>> running = new HashMap<>();

  @Test
  void differentLanesRunSideBySideAndOneLaneInOrder() {
    add("a1", "a");
    add("a2", "a");
    add("b1", "b");

    assertThat(begun).containsExactly("a1", "b1");
    end("b1");
    assertThat(begun).containsExactly("a1", "b1");
    end("a1");
    assertThat(begun).containsExactly("a1", "b1", "a2");
  }

  @Test
  void noMoreThanAllowedRunAtOnce() {
    add("1");
    add("2");
    add("3");
    add("4");

    assertThat(begun).containsExactly("1", "2", "3");
    end("2");
    assertThat(begun).containsExactly("1", "2", "3", "4");
  }

  @Test
  void whatIsInSeveralLanesWaitsForAllOfThemAndHoldsThemUp() {
    add("a1", "a");
    add("b1", "b");
    add("both", "a", "b");
    add("b2", "b");

    end("a1");
    assertThat(begun).containsExactly("a1", "b1");
    end("b1");
    assertThat(begun).containsExactly("a1", "b1", "both");
    end("both");
    assertThat(begun).containsExactly("a1", "b1", "both", "b2");
  }

  @Test
  void whatWaitsTakesNoPlace() {
    add("a1", "a");
    add("a2", "a");
    add("a3", "a");
    add("a4", "a");
    add("b1", "b");

    assertThat(begun).containsExactly("a1", "b1");
  }

  @Test
  void whatFailsHoldsNobodyUp() {
    add("a1", "a");
    add("a2", "a");

    running("a1").fail(new IllegalStateException("no"));
    lanes.add(
        Set.of("b"),
        () -> {
          throw new IllegalStateException("not even begun");
        });
    add("b1", "b");

    assertThat(begun).containsExactly("a1", "a2", "b1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachLaneKeepsItsOrderInWhateverOrderPiecesRun(long seed) {
    ShuffledTasks tasks = new ShuffledTasks(seed);
    Lanes<Integer> shuffled = new Lanes<>(4, tasks.aside());
    Map<Integer, List<Integer>> done = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      int piece = i;
      int lane = i % 7;
      shuffled.add(
          Set.of(lane),
          () ->
              Uni.createFrom()
                  .<Void>emitter(end -> tasks.execute(() -> end.complete(null)))
                  .invoke(() -> done.computeIfAbsent(lane, _ -> new ArrayList<>()).add(piece)));
    }

    tasks.runAll();

    assertThat(done.values()).hasSize(7).allSatisfy(pieces -> assertThat(pieces).isSorted());
    assertThat(done.values().stream().mapToInt(List::size).sum()).isEqualTo(200);
  }

  private void add(String piece, String... laneNames) {
    lanes.add(
        Set.of(laneNames),
        () -> {
          begun.add(piece);
          return Uni.createFrom().emitter(emitter -> running.put(piece, emitter));
        });
  }

  private void end(String piece) {
    running(piece).complete(null);
  }

  private UniEmitter<? super Void> running(String piece) {
    return Objects.requireNonNull(running.remove(piece));
  }
}
