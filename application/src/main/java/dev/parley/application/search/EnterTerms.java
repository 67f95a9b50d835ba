package dev.parley.application.search;

import dev.parley.application.shared.Work;
import io.smallrye.mutiny.Uni;

/**
 * Enters the terms of new texts into the index. Were that left to the index, the message that is
 * one too many would be answered only after the terms of all others.
 */
public final class EnterTerms implements Work {
  private final PendingTerms terms;

  public EnterTerms(PendingTerms terms) {
    this.terms = terms;
  }

  @Override
  public String name() {
    return "search-terms";
  }

  /**
   * @return always 0: what has come meanwhile waits for more, since many are entered for little
   *     more than a few
   */
  @Override
  public Uni<Integer> once() {
    return terms.enter().replaceWith(0);
  }
}
