package dev.parley.persistence.tag;

import dev.parley.application.shared.Transaction;
import dev.parley.application.tag.Tags;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;

/** Tags as facts for decisions. */
public final class PgTags implements Tags {
  @Override
  public Uni<Tag> get(Transaction tx, TagId id) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                "select name, color, active from tag where org_id = $1 and id = ?::uuid",
                id.value()))
        .map(
            rows ->
                Rows.first(rows, row -> toDomain(id, row))
                    .orElseThrow(() -> new DomainException(new TagError.TagNotFound(id))));
  }

  private static Tag toDomain(TagId id, Row row) {
    return new Tag(id, row.getString("name"), row.getString("color"), row.getBoolean("active"));
  }
}
