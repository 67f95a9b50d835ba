package dev.parley.persistence.channel;

import dev.parley.application.channel.AcceptedDeliveries;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Looks deliveries up by the key that makes them unique. */
public final class PgAcceptedDeliveries implements AcceptedDeliveries {
  private final PgUnitOfWork unitOfWork;

  public PgAcceptedDeliveries(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Set<String>> known(
      OrganizationId organization, ContactEndpointId endpoint, Collection<String> deliveryKeys) {
    Sql sql =
        Sql.of(
            """
            select delivery_key
              from raw_inbound
             where org_id = $1 and endpoint_id = ?::uuid and delivery_key = any(?::text[])
            """,
            endpoint.value(),
            deliveryKeys.toArray(String[]::new));
    return unitOfWork
        .reading(organization, tx -> tx.run(sql))
        .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getString("delivery_key"))));
  }
}
