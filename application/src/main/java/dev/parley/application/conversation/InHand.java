package dev.parley.application.conversation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.jspecify.annotations.Nullable;

/** How much is being worked on, and one who waits for it to become less. */
final class InHand {
  private int pieces;
  private long bytes;
  private @Nullable Waiting waiting;

  private record Waiting(int pieces, long bytes, UniEmitter<? super Void> emitter) {}

  synchronized boolean isEmpty() {
    return pieces == 0;
  }

  synchronized void take(long size) {
    pieces++;
    bytes += size;
  }

  void give(long size) {
    Waiting served = given(size);
    if (served != null) {
      served.emitter().complete(null);
    }
  }

  /**
   * Emits when no more than so many pieces and bytes are in hand. Whoever waited before is
   * forgotten.
   */
  Uni<Void> atMost(int most, long mostBytes) {
    return Uni.createFrom().emitter(emitter -> await(new Waiting(most, mostBytes, emitter)));
  }

  private void await(Waiting newcomer) {
    if (isServed(newcomer)) {
      newcomer.emitter().complete(null);
    }
  }

  private synchronized boolean isServed(Waiting newcomer) {
    waiting = isMet(newcomer) ? null : newcomer;
    return waiting == null;
  }

  private synchronized @Nullable Waiting given(long size) {
    pieces--;
    bytes -= size;
    Waiting longest = waiting;
    if (longest == null || !isMet(longest)) {
      return null;
    }
    waiting = null;
    return longest;
  }

  private boolean isMet(Waiting wish) {
    return pieces <= wish.pieces() && bytes <= wish.bytes();
  }
}
