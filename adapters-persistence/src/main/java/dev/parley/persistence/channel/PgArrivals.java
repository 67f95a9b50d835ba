package dev.parley.persistence.channel;

import dev.parley.application.attachment.Blobs;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.data.Interval;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What arrives, in PostgreSQL. Small items lie in the row, so that accepting one is one commit;
 * large ones go to the blob store before.
 */
public final class PgArrivals implements Inbox, Arrivals {
  /** Above this a row would no longer be cheap to write and to vacuum. */
  private static final int INLINE_MAX = 64 * 1024;

  private final PgUnitOfWork unitOfWork;
  private final Blobs blobs;
  private final Wakeups wakeups;
  private final InstanceId self;

  public PgArrivals(PgUnitOfWork unitOfWork, Blobs blobs, Wakeups wakeups, InstanceId self) {
    this.unitOfWork = unitOfWork;
    this.blobs = blobs;
    this.wakeups = wakeups;
    this.self = self;
  }

  @Override
  public Uni<Boolean> accept(RawInbound raw) {
    if (raw.bytes().length <= INLINE_MAX) {
      return insert(raw, null);
    }
    String key = RawInbound.key(raw.id());
    return blobs
        .put(raw.organization(), key, raw.bytes())
        .chain(() -> insert(raw, key))
        .call(isNew -> isNew ? Uni.createFrom().voidItem() : blobs.delete(raw.organization(), key));
  }

  private Uni<Boolean> insert(RawInbound raw, @Nullable String blob) {
    Sql sql =
        Sql.of(
            """
            insert into raw_inbound (org_id, id, endpoint_id, channel, delivery_key, bytes, blob,
                size, received_at, not_before)
            values ($1, ?::uuid, ?::uuid, ?::text, ?::text, ?::bytea, ?::text, ?::bigint,
                ?::timestamptz, ?::timestamptz)
            on conflict on constraint raw_inbound_delivery do nothing
            returning id
            """,
            raw.id(),
            raw.endpoint().value(),
            raw.channel().name(),
            raw.deliveryKey(),
            blob == null ? Buffer.buffer(raw.bytes()) : null,
            blob,
            (long) raw.bytes().length,
            Rows.timestamp(raw.receivedAt()),
            Rows.timestamp(raw.receivedAt()));
    return unitOfWork
        .inTransaction(
            raw.organization(), tx -> run(tx.closing(), sql).map(rows -> rows.size() > 0))
        .invoke(() -> wakeups.wake(Wakeups.Topic.INBOUND));
  }

  @Override
  public Uni<List<Leased>> lease(Instant now, Duration lease, int most) {
    return unitOfWork
        .acrossOrganizations(
            "select org_id, id, attempts, size from claim_raw_inbound($1, $2, $3, $4)",
            self.value(),
            Rows.timestamp(now),
            Interval.of(lease),
            most)
        .map(
            rows ->
                Rows.list(
                    rows,
                    row ->
                        new Leased(
                            new OrganizationId(row.getLong("org_id")),
                            row.getUUID("id"),
                            row.getInteger("attempts"),
                            row.getLong("size"))))
        .map(PgArrivals::oldestFirst);
  }

  /** Ids are time-ordered; the server returns updated rows in any order. */
  private static List<Leased> oldestFirst(List<Leased> leased) {
    return leased.stream().sorted(java.util.Comparator.comparing(l -> l.id().toString())).toList();
  }

  @Override
  public Uni<Optional<RawInbound>> load(OrganizationId organization, UUID id) {
    return waiting(organization, "", List.of(id))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : toRaw(organization, rows.iterator().next()).map(Optional::of));
  }

  /** Those in the blob store are left out. */
  @Override
  public Uni<List<RawInbound>> load(OrganizationId organization, Collection<UUID> ids) {
    return waiting(organization, " and bytes is not null", ids)
        .map(
            rows ->
                Rows.list(
                    rows, row -> toRaw(organization, row, row.getBuffer("bytes").getBytes())));
  }

  private Uni<RowSet<Row>> waiting(
      OrganizationId organization, String condition, Collection<UUID> ids) {
    return unitOfWork.reading(
        organization,
        tx ->
            tx.run(
                Sql.of(
                        """
                        select id, endpoint_id, channel, delivery_key, bytes, blob, received_at
                          from raw_inbound
                         where org_id = $1 and state = 'new' and id = any(?::uuid[])
                        """,
                        (Object) ids.toArray(UUID[]::new))
                    .add(condition)));
  }

  private Uni<RawInbound> toRaw(OrganizationId organization, Row row) {
    return bytes(organization, row)
        .map(
            bytes ->
                toRaw(
                    organization,
                    row,
                    bytes.orElseThrow(() -> new IllegalStateException("the bytes are missing"))));
  }

  private static RawInbound toRaw(OrganizationId organization, Row row, byte[] bytes) {
    return new RawInbound(
        row.getUUID("id"),
        organization,
        new ContactEndpointId(row.getUUID("endpoint_id")),
        new Channel(row.getString("channel")),
        row.getString("delivery_key"),
        bytes,
        Rows.requiredInstant(row, "received_at"),
        null);
  }

  @Override
  public Uni<Optional<byte[]>> original(OrganizationId organization, UUID raw) {
    return unitOfWork
        .reading(
            organization,
            tx ->
                tx.run(
                    Sql.of(
                        "select bytes, blob from raw_inbound where org_id = $1 and id = ?::uuid",
                        raw)))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : bytes(organization, rows.iterator().next()));
  }

  private Uni<Optional<byte[]>> bytes(OrganizationId organization, Row row) {
    Buffer inline = row.getBuffer("bytes");
    if (inline != null) {
      return Uni.createFrom().item(Optional.of(inline.getBytes()));
    }
    String blob = row.getString("blob");
    return blob == null ? Uni.createFrom().item(Optional.empty()) : blobs.get(organization, blob);
  }

  /**
   * An update that changes nothing answers the row that was there; {@code xmax} tells it from ours.
   */
  @Override
  public Uni<Optional<UUID>> record(
      Transaction tx, ContactEndpointId endpoint, String dedupeKey, UUID raw) {
    return run(
            tx,
            Sql.of(
                """
                insert into inbound_event (org_id, endpoint_id, dedupe_key, raw_id)
                values ($1, ?::uuid, ?::bytea, ?::uuid)
                on conflict (org_id, endpoint_id, dedupe_key)
                   do update set raw_id = inbound_event.raw_id
                returning raw_id, xmax = 0 as fresh
                """,
                endpoint.value(),
                Buffer.buffer(hash(dedupeKey)),
                raw))
        .map(
            rows ->
                Rows.first(rows, row -> row)
                    .filter(row -> !row.getBoolean("fresh"))
                    .map(row -> row.getUUID("raw_id")));
  }

  @Override
  public Uni<Void> settle(Transaction tx, UUID raw, ConversationId conversation) {
    return run(
            tx,
            Sql.of(
                """
                update raw_inbound set state = 'done', conversation_id = ?::uuid, code = null
                 where org_id = $1 and id = ?::uuid
                """,
                conversation.value(),
                raw))
        .replaceWithVoid();
  }

  /** The row stays, so that the same delivery is recognized; the bytes go. */
  @Override
  public Uni<Void> drop(OrganizationId organization, UUID raw) {
    return unitOfWork
        .inTransaction(
            organization,
            tx ->
                run(
                    tx.closing(),
                    Sql.of(
                        """
                        update raw_inbound set state = 'done', bytes = null, code = null
                         where org_id = $1 and id = ?::uuid and conversation_id is null
                        returning blob
                        """,
                        raw)))
        .chain(
            rows ->
                Rows.first(rows, row -> row.getString("blob") != null).orElse(false)
                    ? blobs.delete(organization, RawInbound.key(raw))
                    : Uni.createFrom().voidItem());
  }

  @Override
  public Uni<Void> retry(OrganizationId organization, UUID raw, Instant notBefore, String code) {
    return update(
        organization,
        Sql.of(
            """
            update raw_inbound
               set not_before = ?::timestamptz, code = ?::text, claimed_by = null
             where org_id = $1 and id = ?::uuid and state = 'new'
            """,
            Rows.timestamp(notBefore),
            code,
            raw));
  }

  /** The bytes move into the row, where anonymization can look through them. */
  @Override
  public Uni<Void> park(OrganizationId organization, UUID raw, String code) {
    return original(organization, raw)
        .chain(
            bytes ->
                update(
                    organization,
                    Sql.of(
                        """
                        update raw_inbound
                           set state = 'parked', code = ?::text, bytes = ?::bytea, blob = null
                         where org_id = $1 and id = ?::uuid and state = 'new'
                        """,
                        code,
                        bytes.map(Buffer::buffer).orElse(null),
                        raw)))
        .chain(() -> blobs.delete(organization, RawInbound.key(raw)));
  }

  private Uni<Void> update(OrganizationId organization, Sql sql) {
    return unitOfWork.inTransaction(organization, tx -> run(tx.closing(), sql)).replaceWithVoid();
  }

  private static byte[] hash(String dedupeKey) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(dedupeKey.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
