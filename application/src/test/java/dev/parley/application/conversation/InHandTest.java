package dev.parley.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InHandTest {
  private final InHand inHand = new InHand();

  @Test
  void whoWaitsIsServedWhenThereAreFewEnough() {
    inHand.take(10);
    inHand.take(10);
    inHand.take(10);
    CompletableFuture<Void> room = wait(inHand.atMost(1, 100));

    inHand.give(10);
    assertThat(room).isNotDone();
    inHand.give(10);
    assertThat(room).isCompleted();
  }

  @Test
  void whoWaitsIsServedWhenTheyAreSmallEnough() {
    inHand.take(10);
    inHand.take(90);
    CompletableFuture<Void> room = wait(inHand.atMost(5, 50));

    inHand.give(10);
    assertThat(room).isNotDone();
    inHand.give(90);
    assertThat(room).isCompleted();
  }

  @Test
  void nobodyWaitsWhileThereIsRoom() {
    assertThat(inHand.isEmpty()).isTrue();
    assertThat(wait(inHand.atMost(0, 0))).isCompleted();

    inHand.take(0);

    assertThat(inHand.isEmpty()).isFalse();
    assertThat(wait(inHand.atMost(1, 0))).isCompleted();
  }

  private static CompletableFuture<Void> wait(Uni<Void> room) {
    return room.subscribeAsCompletionStage();
  }
}
