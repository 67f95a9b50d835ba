package dev.parley.persistence.support;

import dev.parley.domain.organization.OrganizationId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Locale;

/** The next number of something in an organization, inside a transaction of Hibernate's. */
public enum Counters {
  PEOPLE,
  QUEUES,
  ENDPOINTS;

  /** Locks the organization's counters until the transaction ends, so numbers have no gaps. */
  public Uni<Long> next(OrganizationId organization) {
    String column = name().toLowerCase(Locale.ROOT);
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "update org_counter set "
                            + column
                            + " = "
                            + column
                            + " + 1 where org_id = :organization returning "
                            + column,
                        Long.class)
                    .setParameter("organization", organization.number())
                    .getSingleResult());
  }
}
