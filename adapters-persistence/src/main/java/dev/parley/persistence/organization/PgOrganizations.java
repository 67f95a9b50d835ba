package dev.parley.persistence.organization;

import dev.parley.application.organization.Organizations;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/**
 * Organizations. They are made by a function with its owner's rights: there is no organization yet
 * to which a transaction could be limited.
 */
public final class PgOrganizations implements Organizations {
  private final PgUnitOfWork unitOfWork;

  public PgOrganizations(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Organization> get(OrganizationId id) {
    return unitOfWork
        .reading(
            id,
            tx ->
                tx.run(
                    Sql.of("select org_id, public_id, name from organization where org_id = $1")))
        .map(rows -> toDomain(rows.iterator().next()));
  }

  @Override
  public Uni<List<Organization>> all() {
    return unitOfWork
        .acrossOrganizations("select org_id, public_id, name from list_organizations()")
        .map(rows -> Rows.list(rows, PgOrganizations::toDomain));
  }

  @Override
  public Uni<OrganizationId> found(Founding founding) {
    return found(founding, false).map(Optional::orElseThrow);
  }

  @Override
  public Uni<Optional<OrganizationId>> foundFirst(Founding founding) {
    return found(founding, true);
  }

  private Uni<Optional<OrganizationId>> found(Founding founding, boolean onlyAsFirst) {
    Agent admin = founding.admin();
    return unitOfWork
        .acrossOrganizations(
            """
            select found_organization(
                $1, $2::uuid, $3::text, $4::uuid, $5::text, $6::text, $7::text, $8::text[],
                $9::uuid, $10::text, $11::text, $12::bytea, $13::timestamptz) as org_id
            """,
            onlyAsFirst,
            founding.publicId(),
            founding.name(),
            admin.id().value(),
            admin.displayName(),
            admin.email().value(),
            admin.email().key(),
            admin.roles().stream().map(Code::of).toArray(String[]::new),
            founding.queue().id().value(),
            founding.queue().name(),
            founding.key().keyId(),
            Buffer.buffer(founding.key().secretHash()),
            Rows.timestamp(founding.at()))
        .map(rows -> Optional.ofNullable(rows.iterator().next().getLong("org_id")))
        .map(number -> number.map(OrganizationId::new));
  }

  private static Organization toDomain(Row row) {
    return new Organization(
        new OrganizationId(row.getLong("org_id")), row.getUUID("public_id"), row.getString("name"));
  }
}
