package dev.parley.persistence.agent;

import dev.parley.application.agent.ApiKey;
import dev.parley.application.agent.ApiKeys;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Role;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.Code;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * API keys. A key is written together with the entry that says whose it is, hence by the PG client.
 */
public final class PgApiKeys implements ApiKeys {
  private final PgUnitOfWork unitOfWork;

  public PgApiKeys(PgUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(OrganizationId organization, AgentId agent, ApiKey key, Instant now) {
    return unitOfWork
        .inTransaction(organization, tx -> insert(tx, agent, key, now))
        .onFailure(PgFailures.breaks("api_key_agent"))
        .transform(_ -> new DomainException(new AgentError.AgentNotFound(agent)))
        .onFailure(PgFailures.breaks("api_key_taken"))
        .transform(_ -> taken());
  }

  @Override
  public Uni<Void> revoke(OrganizationId organization, AgentId agent, String keyId, Instant now) {
    return unitOfWork
        .inTransaction(
            organization,
            tx ->
                PgTransaction.of(tx)
                    .run(
                        Sql.of(
                            """
                            update api_key set revoked_at = ?::timestamptz
                             where org_id = $1 and key_id = ?::text and agent_id = ?::uuid
                               and revoked_at is null
                            """,
                            Rows.timestamp(now),
                            keyId,
                            agent.value())))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new DomainException(new AgentError.ApiKeyNotFound());
              }
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> ensureForFoundingAdmin(OrganizationId organization, ApiKey key, Instant now) {
    return unitOfWork.inTransaction(
        organization,
        tx ->
            founder(tx)
                .chain(
                    founder ->
                        claim(tx, key)
                            .chain(() -> present(tx, key))
                            .chain(present -> ensure(tx, founder, key, present, now))));
  }

  /** The first of all; when that one is an agent no longer, the admin who was first. */
  private static Uni<AgentId> founder(Transaction tx) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                select id from agent where org_id = $1
                 order by number = 1 desc, ?::text = any (roles) desc, number limit 1
                """,
                Code.of(Role.ADMIN)))
        .map(rows -> new AgentId(rows.iterator().next().getUUID("id")));
  }

  /** Also makes other instances that start at the same time wait. */
  private static Uni<Void> claim(Transaction tx, ApiKey key) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                insert into api_key_directory as d (key_id, org_id) values (?::text, $1)
                on conflict on constraint api_key_taken do update set org_id = d.org_id
                returning org_id
                """,
                key.keyId()))
        .invoke(
            rows -> {
              if (rows.iterator().next().getLong("org_id") != tx.organization().number()) {
                throw taken();
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Optional<Present>> present(Transaction tx, ApiKey key) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                select agent_id, secret_hash, revoked_at is not null as revoked
                  from api_key where org_id = $1 and key_id = ?::text
                """,
                key.keyId()))
        .map(rows -> Rows.first(rows, Present::of));
  }

  private static Uni<Boolean> ensure(
      Transaction tx, AgentId founder, ApiKey key, Optional<Present> found, Instant now) {
    if (found.isEmpty()) {
      return insertKey(tx, founder, key, now).replaceWith(true);
    }
    Present present = found.get();
    if (!present.agent().equals(founder.value())) {
      return Uni.createFrom().failure(taken());
    }
    if (!present.revoked() && MessageDigest.isEqual(present.secretHash(), key.secretHash())) {
      return Uni.createFrom().item(false);
    }
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                update api_key set secret_hash = ?::bytea, revoked_at = null
                 where org_id = $1 and key_id = ?::text
                """,
                Buffer.buffer(key.secretHash()),
                key.keyId()))
        .replaceWith(true);
  }

  private static Uni<Void> insert(Transaction tx, AgentId agent, ApiKey key, Instant now) {
    Uni<?> entry =
        PgTransaction.of(tx)
            .run(
                Sql.of(
                    "insert into api_key_directory (key_id, org_id) values (?::text, $1)",
                    key.keyId()));
    return entry.chain(() -> insertKey(tx, agent, key, now));
  }

  private static Uni<Void> insertKey(Transaction tx, AgentId agent, ApiKey key, Instant now) {
    return PgTransaction.of(tx)
        .run(
            Sql.of(
                """
                insert into api_key (org_id, key_id, agent_id, secret_hash, created_at)
                values ($1, ?::text, ?::uuid, ?::bytea, ?::timestamptz)
                """,
                key.keyId(),
                agent.value(),
                Buffer.buffer(key.secretHash()),
                Rows.timestamp(now)))
        .replaceWithVoid();
  }

  private static DomainException taken() {
    return new DomainException(new AgentError.ApiKeyTaken());
  }

  private record Present(UUID agent, byte[] secretHash, boolean revoked) {
    static Present of(Row row) {
      return new Present(
          row.getUUID("agent_id"),
          row.getBuffer("secret_hash").getBytes(),
          row.getBoolean("revoked"));
    }
  }
}
