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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

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

  /** The update changes nothing; it makes the statement answer rows that are there. */
  @Override
  public Uni<List<Tag>> ensure(Transaction tx, List<Tag> wanted, Instant now) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                insert into tag (org_id, id, name, name_key, color, active, created_at)
                select $1, w.id, w.name, w.key, w.color, true, ?::timestamptz
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) w(id, name, key, color)
                 order by w.key
                on conflict on constraint tag_name_taken do update set name_key = excluded.name_key
                returning id, name, color, active
                """,
                Rows.timestamp(now),
                wanted.stream().map(tag -> tag.id().value()).toArray(UUID[]::new),
                wanted.stream().map(Tag::name).toArray(String[]::new),
                wanted.stream().map(Tag::key).toArray(String[]::new),
                wanted.stream().map(Tag::color).toArray(String[]::new)))
        .map(
            rows ->
                Rows.list(rows, row -> toDomain(new TagId(row.getUUID("id")), row)).stream()
                    .sorted(Comparator.comparing(Tag::key))
                    .toList());
  }

  private static Tag toDomain(TagId id, Row row) {
    return new Tag(id, row.getString("name"), row.getString("color"), row.getBoolean("active"));
  }
}
