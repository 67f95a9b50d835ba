package dev.parley.persistence.anonymization;

import dev.parley.application.anonymization.AnonymizationRequests;
import dev.parley.application.anonymization.Removed;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.anonymization.AnonymizationError;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.anonymization.Scope;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.PgUnitOfWork;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.data.Interval;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Anonymization requests and their certificates in PostgreSQL. */
public final class PgAnonymizationRequests implements AnonymizationRequests {
  private final PgUnitOfWork unitOfWork;
  private final InstanceId self;

  public PgAnonymizationRequests(PgUnitOfWork unitOfWork, InstanceId self) {
    this.unitOfWork = unitOfWork;
    this.self = self;
  }

  /** A scope as columns; the number is only for showing the target as clients know it. */
  private record Target(
      String scope,
      UUID id,
      @Nullable UUID contact,
      @Nullable UUID conversation,
      @Nullable Long number,
      @Nullable UUID message) {
    static Target of(Scope scope) {
      return switch (scope) {
        case Scope.OfContact(ContactId id) ->
            new Target("contact", id.value(), id.value(), null, null, null);
        case Scope.OfConversation(ConversationId id, long number) ->
            new Target("conversation", id.value(), null, id.value(), number, null);
        case Scope.OfMessage(ConversationId in, long number, MessageId id) ->
            new Target("message", id.value(), null, in.value(), number, id.value());
      };
    }
  }

  @Override
  public Uni<Void> add(Transaction tx, AnonymizationRequest request) {
    Target target = Target.of(request.scope());
    return run(
            tx,
            Sql.of(
                """
                insert into anonymization_request (org_id, id, scope, target_id, contact_id,
                    conversation_id, conversation_number, message_id, requested_by, initiated_at,
                    not_before)
                values ($1, ?::uuid, ?::text, ?::uuid, ?::uuid, ?::uuid, ?::bigint, ?::uuid,
                    ?::uuid, ?::timestamptz, ?::timestamptz)
                """,
                request.id().value(),
                target.scope(),
                target.id(),
                target.contact(),
                target.conversation(),
                target.number(),
                target.message(),
                request.requestedBy().value(),
                Rows.timestamp(request.initiatedAt()),
                Rows.timestamp(request.initiatedAt())))
        .onFailure()
        .transform(PgAnonymizationRequests::precise)
        .replaceWithVoid();
  }

  private static Throwable precise(Throwable failure) {
    return PgFailures.brokenUniqueConstraint(failure).isPresent()
        ? new DomainException(new AnonymizationError.AlreadyRequested())
        : failure;
  }

  @Override
  public Uni<AnonymizationRequest> get(Transaction tx, AnonymizationRequestId id) {
    return run(
            tx,
            Sql.of(
                """
                select id, scope, contact_id, conversation_id, conversation_number, message_id,
                       requested_by, initiated_at, processed_at
                  from anonymization_request where org_id = $1 and id = ?::uuid
                """,
                id.value()))
        .map(
            rows ->
                Rows.first(rows, PgAnonymizationRequests::toDomain)
                    .orElseThrow(
                        () ->
                            new DomainException(
                                new AnonymizationError.AnonymizationRequestNotFound(id))));
  }

  private static AnonymizationRequest toDomain(Row row) {
    return new AnonymizationRequest(
        new AnonymizationRequestId(row.getUUID("id")),
        scope(row),
        new AgentId(row.getUUID("requested_by")),
        Rows.requiredInstant(row, "initiated_at"),
        Rows.instant(row, "processed_at"));
  }

  private static Scope scope(Row row) {
    return switch (row.getString("scope")) {
      case "contact" -> new Scope.OfContact(new ContactId(row.getUUID("contact_id")));
      case "conversation" ->
          new Scope.OfConversation(conversation(row), row.getLong("conversation_number"));
      case "message" ->
          new Scope.OfMessage(
              conversation(row),
              row.getLong("conversation_number"),
              new MessageId(row.getUUID("message_id")));
      case String other -> throw new IllegalStateException("unknown scope " + other);
    };
  }

  private static ConversationId conversation(Row row) {
    return new ConversationId(row.getUUID("conversation_id"));
  }

  @Override
  public Uni<List<Leased>> lease(Instant now, Duration lease, int most) {
    return unitOfWork
        .acrossOrganizations(
            "select org_id, id, attempts from claim_anonymization($1, $2, $3, $4)",
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
                            new AnonymizationRequestId(row.getUUID("id")),
                            row.getInteger("attempts"))));
  }

  @Override
  public Uni<Void> count(Transaction tx, AnonymizationRequestId id, Removed removed) {
    return run(
            tx,
            Sql.of(
                """
                update anonymization_request r
                   set certificate = (
                     select jsonb_object_agg(n.key, n.value::bigint
                              + coalesce((r.certificate ->> n.key)::bigint, 0))
                       from jsonb_each_text(?::jsonb) n)
                 where r.org_id = $1 and r.id = ?::uuid
                """,
                new JsonObject()
                    .put("contacts", removed.contacts())
                    .put("conversations", removed.conversations())
                    .put("messages", removed.messages())
                    .put("notes", removed.notes())
                    .put("files", removed.files())
                    .put("originals", removed.originals())
                    .put("answers", removed.answers()),
                id.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> complete(Transaction tx, AnonymizationRequestId id, Instant at) {
    return run(
            tx,
            Sql.of(
                """
                update anonymization_request set processed_at = ?::timestamptz
                 where org_id = $1 and id = ?::uuid and processed_at is null
                """,
                Rows.timestamp(at),
                id.value()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> retry(Transaction tx, AnonymizationRequestId id, Instant notBefore) {
    return run(
            tx,
            Sql.of(
                """
                update anonymization_request set not_before = ?::timestamptz, claimed_by = null
                 where org_id = $1 and id = ?::uuid
                """,
                Rows.timestamp(notBefore),
                id.value()))
        .replaceWithVoid();
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
