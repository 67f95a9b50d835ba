package dev.parley.persistence.search;

import dev.parley.application.search.PendingTerms;
import dev.parley.persistence.support.PgUnitOfWork;
import io.smallrye.mutiny.Uni;

/** The list of pending entries of a GIN index; counted in pages. */
public final class PgPendingTerms implements PendingTerms {
  private final PgUnitOfWork unitOfWork;

  public PgPendingTerms(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Long> enter() {
    return unitOfWork
        .acrossOrganizations("select enter_search_terms() as pages")
        .map(rows -> rows.iterator().next().getLong("pages"));
  }
}
