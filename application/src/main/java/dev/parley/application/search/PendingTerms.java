package dev.parley.application.search;

import io.smallrye.mutiny.Uni;

/** The terms of new texts, which are found already and wait to be entered into the index. */
public interface PendingTerms {
  /**
   * Enters them all.
   *
   * @return how much there was, in the index's own unit; 0 when nothing waited
   */
  Uni<Long> enter();
}
