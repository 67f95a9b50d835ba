package dev.parley.persistence.conversation;

import dev.parley.application.conversation.Conversations;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.persistence.support.PgFailures;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations in PostgreSQL. */
public final class PgConversations implements Conversations {
  private final DecisionSql statements;

  public PgConversations(IdSource ids) {
    this.statements = new DecisionSql(ids);
  }

  @Override
  public Uni<Conversation> get(Transaction tx, long number) {
    return one(tx, "c.number = ?::bigint", number)
        .map(
            found ->
                found.orElseThrow(
                    () -> new DomainException(new ConversationError.ConversationNotFound())));
  }

  @Override
  public Uni<Family> family(Transaction tx, long child, long parent) {
    Uni<Map<Long, Conversation>> both = locked(tx, child, parent);
    Uni<Long> children = childrenOf(tx, child);
    Uni<Long> siblings = childrenOf(tx, parent);
    return Loads.then(
        both,
        children,
        siblings,
        (found, ofChild, ofParent) ->
            Uni.createFrom()
                .item(
                    new Family(
                        required(found.get(child)),
                        required(found.get(parent)),
                        ofChild,
                        ofParent)));
  }

  private static Conversation required(@Nullable Conversation found) {
    if (found == null) {
      throw new DomainException(new ConversationError.ConversationNotFound());
    }
    return found;
  }

  private static Uni<Map<Long, Conversation>> locked(Transaction tx, long one, long other) {
    return run(
            tx,
            Sql.of(
                "select "
                    + ConversationRow.COLUMNS
                    + """
                     from conversation c
                     where c.org_id = $1 and c.removed_at is null
                       and c.number in (?::bigint, ?::bigint)
                     order by c.number for no key update
                    """,
                one,
                other))
        .map(
            rows -> {
              Map<Long, Conversation> found = new HashMap<>();
              rows.forEach(row -> found.put(row.getLong("number"), ConversationRow.toDomain(row)));
              return found;
            });
  }

  private static Uni<Long> childrenOf(Transaction tx, long number) {
    return run(
            tx,
            Sql.of(
                """
                select count(*) as children from conversation c
                 where c.org_id = $1 and c.removed_at is null
                   and c.parent_id = (select p.id from conversation p
                                       where p.org_id = $1 and p.number = ?::bigint)
                """,
                number))
        .map(rows -> rows.iterator().next().getLong("children"));
  }

  @Override
  public Uni<Optional<Conversation>> find(Transaction tx, ConversationId id) {
    return one(tx, "c.id = ?::uuid", id.value());
  }

  private static Uni<Optional<Conversation>> one(Transaction tx, String condition, Object key) {
    return run(
            tx,
            Sql.of(
                "select "
                    + ConversationRow.COLUMNS
                    + " from conversation c where c.org_id = $1 and c.removed_at is null and "
                    + condition
                    + " for no key update",
                key))
        .map(rows -> Rows.first(rows, ConversationRow::toDomain));
  }

  @Override
  public Uni<Surroundings> surroundings(Transaction tx, long number) {
    return run(
            tx,
            Sql.of(
                """
                select e.address, k.blocked,
                       (select a.email from contact_email a
                         where a.org_id = $1 and a.contact_id = k.id
                         order by a.position limit 1) as email
                  from conversation c
                  join contact k on k.org_id = $1 and k.id = c.requester_id
                  left join contact_endpoint e on e.org_id = $1 and e.id = c.endpoint_id
                 where c.org_id = $1 and c.number = ?::bigint
                """,
                number))
        .map(
            rows ->
                Rows.first(rows, PgConversations::toSurroundings)
                    .orElseGet(() -> new Surroundings(null, null, false)));
  }

  private static Surroundings toSurroundings(Row row) {
    String email = row.getString("email");
    return new Surroundings(
        row.getString("address"),
        email == null ? null : new EmailAddress(email),
        row.getBoolean("blocked"));
  }

  /** Ordered by number, as {@link #family} is, so that no two wait for each other. */
  @Override
  public Uni<List<Candidate>> candidates(
      Transaction tx,
      Collection<ConversationId> named,
      Collection<String> providerIds,
      EmailAddress sender) {
    String[] wanted = providerIds.toArray(String[]::new);
    return run(
            tx,
            Sql.of(
                "select "
                    + ConversationRow.COLUMNS
                    + """
                    , array(select m.provider_id from message m
                             where m.org_id = $1 and m.conversation_id = c.id
                               and m.provider_id = any(?::text[])) as referred,
                      exists (select from message m
                               where m.org_id = $1 and m.conversation_id = c.id
                                 and m.author_kind = 'contact'
                                 and m.author_id = (select a.contact_id from contact_email a
                                                     where a.org_id = $1
                                                       and a.email_key = ?::text)
                                 and m.envelope ->> 'sender' = 'participant') as took_part
                      from conversation c
                     where c.org_id = $1 and c.removed_at is null
                       and c.id = any(array(select m.conversation_id from message m
                                             where m.org_id = $1
                                               and m.provider_id = any(?::text[])
                                             union
                                            select unnest(?::uuid[])))
                     order by c.number for no key update
                    """,
                wanted,
                sender.key(),
                wanted,
                named.stream().map(ConversationId::value).toArray(UUID[]::new)))
        .map(rows -> Rows.list(rows, PgConversations::toCandidate));
  }

  private static Candidate toCandidate(Row row) {
    return new Candidate(
        ConversationRow.toDomain(row),
        Set.copyOf(Arrays.asList(row.getArrayOfStrings("referred"))),
        row.getBoolean("took_part"));
  }

  @Override
  public Uni<Long> create(Transaction tx, Decision<Conversation, ConversationEvent> decision) {
    PgTransaction.of(tx).tells();
    return run(tx, statements.insert(decision))
        .onFailure()
        .transform(PgConversations::precise)
        .map(rows -> rows.iterator().next().getLong("number"));
  }

  @Override
  public Uni<Void> save(Transaction tx, Decision<Conversation, ConversationEvent> decision) {
    if (decision.isUnchanged()) {
      return Uni.createFrom().voidItem();
    }
    PgTransaction.of(tx).tells();
    return run(tx, statements.update(decision))
        .onFailure()
        .transform(PgConversations::precise)
        .replaceWithVoid();
  }

  private static Throwable precise(Throwable failure) {
    return switch (PgFailures.brokenUniqueConstraint(failure).orElse("")) {
      case "message_external_id_taken", "conversation_external_id_taken" ->
          new DomainException(new ConversationError.DuplicateExternalId());
      // The next event's number is taken, or the tag is on: the decision was made on an old
      // version.
      case "activity_pkey", "conversation_tag_pkey", "conversation_attribute_change_pkey" ->
          new DomainException(new SharedError.ConcurrentChange());
      default -> failure;
    };
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
