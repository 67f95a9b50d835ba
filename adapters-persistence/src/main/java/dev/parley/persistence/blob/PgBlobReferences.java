package dev.parley.persistence.blob;

import dev.parley.application.attachment.BlobReferences;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Which files rows speak of: arrivals of their own bytes, messages of their attachments. */
public final class PgBlobReferences implements BlobReferences {
  private final PgUnitOfWork unitOfWork;

  public PgBlobReferences(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** An arrival's attachments are stored under its id before there is a message. */
  @Override
  public Uni<List<String>> unreferenced(OrganizationId organization, List<String> keys) {
    Sql sql =
        Sql.of(
            """
            with candidate as (
              select key,
                     substring(key from
                       '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}')::uuid as owner
                from unnest(?::text[]) key
            )
            select key from candidate
             where not exists (select from raw_inbound r
                                where r.org_id = $1 and r.id = owner
                                  and (r.blob = key or r.state = 'new'))
               and not exists (select from message m
                                where m.org_id = $1 and m.id = owner
                                  and m.attachments @> jsonb_build_array(
                                        jsonb_build_object('blob', key)))
            """,
            (Object) keys.toArray(String[]::new));
    return unitOfWork
        .reading(organization, tx -> tx.run(sql))
        .map(rows -> Rows.list(rows, row -> row.getString("key")));
  }
}
