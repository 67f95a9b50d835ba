package dev.parley.application.conversation;

import dev.parley.application.shared.Aside;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs pieces of work side by side, but those that share a lane one after the other, in the order
 * in which they came.
 *
 * @param <L> what names a lane
 */
final class Lanes<L> {
  private final int atOnce;
  private final Aside aside;
  private final Map<L, Piece<L>> last = new HashMap<>();
  private final Queue<Piece<L>> ready = new ArrayDeque<>();
  private int running;

  /**
   * @param atOnce how many pieces run at the same time at most
   * @param aside begins the pieces
   */
  Lanes(int atOnce, Aside aside) {
    this.atOnce = atOnce;
    this.aside = aside;
  }

  /**
   * Returns at once; the piece begins when its turn comes.
   *
   * @param lanes those the piece keeps to; without any it waits for nothing but a place
   * @param work a failure ends the piece, and nobody is told
   */
  void add(Set<L> lanes, Supplier<Uni<Void>> work) {
    begin(enter(new Piece<>(lanes, work)));
  }

  private void begin(List<Piece<L>> pieces) {
    pieces.forEach(piece -> aside.run(() -> toItsEnd(piece)));
  }

  private Uni<Void> toItsEnd(Piece<L> piece) {
    return Uni.createFrom()
        .deferred(() -> piece.work.get())
        .onFailure()
        .recoverWithNull()
        .onTermination()
        .invoke(() -> begin(leave(piece)));
  }

  private synchronized List<Piece<L>> enter(Piece<L> piece) {
    for (L lane : piece.lanes) {
      Piece<L> before = last.put(lane, piece);
      if (before != null) {
        before.followers.add(piece);
        piece.waitingFor++;
      }
    }
    if (piece.waitingFor == 0) {
      ready.add(piece);
    }
    return next();
  }

  private synchronized List<Piece<L>> leave(Piece<L> piece) {
    running--;
    piece.lanes.forEach(lane -> last.remove(lane, piece));
    for (Piece<L> follower : piece.followers) {
      follower.waitingFor--;
      if (follower.waitingFor == 0) {
        ready.add(follower);
      }
    }
    return next();
  }

  private List<Piece<L>> next() {
    List<Piece<L>> begun = new ArrayList<>();
    while (running < atOnce && !ready.isEmpty()) {
      begun.add(ready.remove());
      running++;
    }
    return begun;
  }

  /** A follower is entered once per lane it shares. */
  private static final class Piece<L> {
    private final Set<L> lanes;
    private final Supplier<Uni<Void>> work;
    private final List<Piece<L>> followers = new ArrayList<>();
    private int waitingFor;

    Piece(Set<L> lanes, Supplier<Uni<Void>> work) {
      this.lanes = Set.copyOf(lanes);
      this.work = work;
    }
  }
}
