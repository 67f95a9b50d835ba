package dev.parley.persistence.anonymization;

import dev.parley.application.anonymization.PersonalData;
import dev.parley.application.anonymization.Removed;
import dev.parley.application.shared.Transaction;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.persistence.support.PgTransaction;
import dev.parley.persistence.support.Rows;
import dev.parley.persistence.support.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Personal data in PostgreSQL. Each removal is one statement that counts what it took. */
public final class PgPersonalData implements PersonalData {
  /**
   * The addresses by which a contact is known, and until when: one that was given up names the
   * contact until another one takes it. Takes the contact twice.
   */
  private static final String ADDRESSES =
      """
      with address as (
        select a.email_key, a.email, 'infinity'::timestamptz as held_until from contact_email a
         where a.org_id = $1 and a.contact_id = ?::uuid
        union all
        select f.email_key, f.email,
               case when t.email_key is null then 'infinity' else f.held_until end
          from former_contact_email f
          left join contact_email t on t.org_id = $1 and t.email_key = f.email_key
         where f.org_id = $1 and f.contact_id = ?::uuid
      )
      """;

  /**
   * Empties the messages that {@code target} names, forgets their originals and what was to be
   * sent, and buries their files. Expects {@code target(id)}; the last two placeholders are the
   * request and the time.
   */
  private static final String EMPTY_MESSAGES =
      """
      , doomed as (
        select m.id, m.attachments, m.body, m.envelope, m.delivery_reason
          from message m join target on target.id = m.id
         where m.org_id = $1
           and (m.body is not null or m.attachments is not null or m.envelope is not null
                or m.delivery_reason is not null or m.external_id is not null
                or m.provider_id is not null)
           for update of m
      ), emptied as (
        update message m
           set format = null, body = null, attachments = null, external_id = null,
               provider_id = null, envelope = null, delivery_reason = null
          from doomed where m.org_id = $1 and m.id = doomed.id
        returning m.id
      ), unsearchable as (
        delete from search_document d using target where d.org_id = $1 and d.id = target.id
      ), unsent as (
        delete from outbox o using target where o.org_id = $1 and o.message_id = target.id
      ), originals as (
        update raw_inbound r
           set bytes = null, blob = null
          from (select x.id, x.blob from raw_inbound x
                 where x.org_id = $1 and (x.bytes is not null or x.blob is not null)
                   -- One list, so that ids are looked up: an "or" reads all of the organization's.
                   and x.id = any(array(
                         select id from target
                         union all
                         select y.id from raw_inbound y join whole on y.conversation_id = whole.id
                          where y.org_id = $1))
                   for update) old
         where r.org_id = $1 and r.id = old.id
        returning old.blob
      ), buried as (
        insert into blob_tombstone (org_id, blob, request_id, created_at)
        select $1, key, ?::uuid, ?::timestamptz
          from (select file ->> 'blob' as key
                  from doomed cross join lateral jsonb_array_elements(doomed.attachments) file
                union
                select blob from originals where blob is not null) keys
        on conflict do nothing
      )
      """;

  private static final String COUNTS =
      """
      select (select count(*) from emptied)::integer as messages,
             (select coalesce(sum(jsonb_array_length(attachments)), 0) from doomed)::integer
               as files,
             (select count(*) from originals)::integer as originals
      """;

  @Override
  public Uni<Boolean> hasUnsettled(Transaction tx, ContactId contact) {
    return run(
            tx,
            Sql.of(
                """
                select exists (select from conversation c
                                where c.org_id = $1 and c.requester_id = ?::uuid
                                  and c.removed_at is null and c.anonymized_at is null
                                  and c.state not in ('resolved', 'closed')) as yes
                """,
                contact.value()))
        .map(rows -> rows.iterator().next().getBoolean("yes"));
  }

  @Override
  public Uni<Optional<ConversationId>> nextConversation(Transaction tx, ContactId contact) {
    return run(
            tx,
            Sql.of(
                """
                select c.id from conversation c
                 where c.org_id = $1 and c.requester_id = ?::uuid and c.anonymized_at is null
                 order by c.created_at, c.id limit 1
                """,
                contact.value()))
        .map(rows -> Rows.first(rows, row -> new ConversationId(row.getUUID("id"))));
  }

  @Override
  public Uni<Removed> removeConversation(
      Transaction tx, ConversationId conversation, AnonymizationRequestId request, Instant now) {
    Sql sql =
        Sql.of(
                """
                with whole as (
                  select c.id, c.number, c.anonymized_at from conversation c
                   where c.org_id = $1 and c.id = ?::uuid
                ), target as (
                  select m.id from message m
                   where m.org_id = $1 and m.conversation_id = ?::uuid
                )
                """,
                conversation.value(),
                conversation.value())
            .add(EMPTY_MESSAGES, request.value(), Rows.timestamp(now))
            .add(
                """
                , no_subject as (
                  delete from search_document d using whole where d.org_id = $1 and d.id = whole.id
                ), notes as (
                  delete from note n using whole
                   where n.org_id = $1 and n.conversation_id = whole.id returning n.id
                ), texts as (
                  delete from conversation_attribute v using whole, custom_attribute a
                   where v.org_id = $1 and v.conversation_id = whole.id
                     and a.org_id = $1 and a.id = v.attribute_id and a.input -> 'options' is null
                ), former_texts as (
                  update conversation_attribute_change v set value = null
                    from whole, custom_attribute a
                   where v.org_id = $1 and v.conversation_id = whole.id and v.value is not null
                     and a.org_id = $1 and a.id = v.attribute_id and a.input -> 'options' is null
                ), comments as (
                  update rating r set comment = null from whole
                   where r.org_id = $1 and r.conversation_id = whole.id and r.comment is not null
                ), answers as (
                  update idempotency i set body = null from whole
                   where i.org_id = $1 and 'conversation:' || whole.number = any (i.about)
                     and i.body is not null
                  returning i.about
                ), posted as (
                  update webhook_delivery d set payload = null, answer = null from whole
                   where d.org_id = $1 and d.conversation_id = whole.id
                     and (d.payload is not null or d.answer is not null)
                )
                """)
            .add(COUNTS)
            .add(
                """
                , (select count(*) from notes)::integer as notes,
                  (select count(*) from answers)::integer as answers,
                  (select count(*) from whole where anonymized_at is null)::integer
                    as conversations
                """);
    return run(tx, sql)
        .map(RowSet::iterator)
        .map(rows -> rows.next())
        .map(
            row ->
                new Removed(
                    0,
                    row.getInteger("conversations"),
                    row.getInteger("messages"),
                    row.getInteger("notes"),
                    row.getInteger("files"),
                    row.getInteger("originals"),
                    row.getInteger("answers")));
  }

  @Override
  public Uni<Removed> removeMessage(
      Transaction tx, MessageId message, AnonymizationRequestId request, Instant now) {
    Sql sql =
        Sql.of(
                """
                with whole as (
                  select c.id from conversation c where c.org_id = $1 and false
                ), target as (
                  select m.id, m.conversation_id from message m
                   where m.org_id = $1 and m.id = ?::uuid
                )
                """,
                message.value())
            .add(EMPTY_MESSAGES, request.value(), Rows.timestamp(now))
            .add(
                """
                , answers as (
                  update idempotency i set body = null
                    from conversation c, target
                   where i.org_id = $1 and c.org_id = $1 and c.id = target.conversation_id
                     and 'conversation:' || c.number = any (i.about) and i.body is not null
                  returning i.about
                ), posted as (
                  update webhook_delivery d set payload = null, answer = null from target
                   where d.org_id = $1 and d.conversation_id = target.conversation_id
                     and (d.payload is not null or d.answer is not null)
                )
                """)
            .add(COUNTS)
            .add(", (select count(*) from answers)::integer as answers");
    return run(tx, sql).map(rows -> toRemoved(rows.iterator().next(), 0));
  }

  @Override
  public Uni<Removed> removeContact(
      Transaction tx, ContactId contact, AnonymizationRequestId request, Instant now) {
    return lock(tx, contact)
        .chain(() -> removeElsewhere(tx, contact, request, now))
        .call(() -> removeMentions(tx, contact, request, now))
        .call(() -> removeParked(tx, contact))
        .call(() -> removeName(tx, contact, now))
        .call(() -> removeTexts(tx, contact))
        .call(() -> removeComments(tx, contact))
        .call(() -> removePosted(tx, contact));
  }

  /**
   * Where the contact took part. Comes after the contact's row is locked: who renders an event
   * keeps it in place until the payload is committed, and so found here.
   */
  private static Uni<RowSet<Row>> removePosted(Transaction tx, ContactId contact) {
    return run(
        tx,
        Sql.of(
            """
            update webhook_delivery d set payload = null, answer = null
             where d.org_id = $1 and (d.payload is not null or d.answer is not null)
               and d.conversation_id in (
                     select m.conversation_id from message m
                      where m.org_id = $1 and m.author_kind = 'contact' and m.author_id = ?::uuid
                      union all
                     select c.id from conversation c
                      where c.org_id = $1 and c.requester_id = ?::uuid)
            """,
            contact.value(),
            contact.value()));
  }

  /** Whoever is giving the contact another address finishes first. */
  private static Uni<RowSet<Row>> lock(Transaction tx, ContactId contact) {
    return run(
        tx,
        Sql.of(
            "select from contact where org_id = $1 and id = ?::uuid for no key update",
            contact.value()));
  }

  /** What the contact wrote in conversations that others began. */
  private static Uni<Removed> removeElsewhere(
      Transaction tx, ContactId contact, AnonymizationRequestId request, Instant now) {
    Sql sql =
        Sql.of(
                """
                with whole as (
                  select c.id from conversation c where c.org_id = $1 and false
                ), target as (
                  select m.id from message m
                   where m.org_id = $1 and m.author_kind = 'contact' and m.author_id = ?::uuid
                )
                """,
                contact.value())
            .add(EMPTY_MESSAGES, request.value(), Rows.timestamp(now))
            .add(
                """
                , answers as (
                  update idempotency i set body = null
                   where i.org_id = $1 and 'contact:' || ?::text = any (i.about) and i.body is not null
                  returning i.about
                )
                """,
                contact.value().toString())
            .add(COUNTS)
            .add(
                """
                , (select count(*) from answers)::integer as answers,
                  (select count(*) from contact k
                    where k.org_id = $1 and k.id = ?::uuid and k.anonymized_at is null)::integer
                    as contacts
                """,
                contact.value());
    return run(tx, sql)
        .map(rows -> rows.iterator().next())
        .map(row -> toRemoved(row, row.getInteger("contacts")));
  }

  /** The contact's addresses among the recipients of messages of others, and those originals. */
  private static Uni<RowSet<Row>> removeMentions(
      Transaction tx, ContactId contact, AnonymizationRequestId request, Instant now) {
    return run(
        tx,
        Sql.of(
            ADDRESSES
                + """
                , mentioned as (
                  select m.id, array(select email_key from address
                                      where held_until >= m.created_at) as keys
                    from message m
                   where m.org_id = $1
                     -- Twice as fast as the exact look that follows, and lets too much through at most.
                     and lower(m.envelope::text)
                         like any (array(select '%' || email_key || '%' from address))
                     and exists (select from address
                                  where position(address.email_key in lower(m.envelope::text)) > 0
                                    and held_until >= m.created_at)
                     for update
                ), cleaned as (
                  update message m
                     set envelope = m.envelope || jsonb_build_object(
                           'to', (select coalesce(jsonb_agg(box), '[]')
                                    from jsonb_array_elements(m.envelope -> 'to') box
                                   where lower(box ->> 'email') <> all (mentioned.keys)),
                           'cc', (select coalesce(jsonb_agg(box), '[]')
                                    from jsonb_array_elements(m.envelope -> 'cc') box
                                   where lower(box ->> 'email') <> all (mentioned.keys)),
                           'bcc', (select coalesce(jsonb_agg(box), '[]')
                                     from jsonb_array_elements(m.envelope -> 'bcc') box
                                    where lower(box ->> 'email') <> all (mentioned.keys)),
                           'original', null, 'quoted', null)
                    from mentioned where m.org_id = $1 and m.id = mentioned.id
                ), originals as (
                  update raw_inbound r set bytes = null, blob = null
                    from (select x.id, x.blob from raw_inbound x
                           where x.org_id = $1 and x.id in (select id from mentioned)
                             for update) old
                   where r.org_id = $1 and r.id = old.id
                  returning old.blob
                )
                insert into blob_tombstone (org_id, blob, request_id, created_at)
                select $1, blob, ?::uuid, ?::timestamptz from originals where blob is not null
                on conflict do nothing
                """,
            contact.value(),
            contact.value(),
            request.value(),
            Rows.timestamp(now)));
  }

  /** Parked arrivals belong to nobody yet, so those that name an address of the contact go. */
  private static Uni<RowSet<Row>> removeParked(Transaction tx, ContactId contact) {
    return run(
        tx,
        Sql.of(
            ADDRESSES
                + """
                , parked as (
                  select r.id from raw_inbound r
                   where r.org_id = $1 and r.state = 'parked'
                     and exists (select from address a
                                  where held_until >= r.received_at
                                    and (position(convert_to(a.email, 'UTF8') in r.bytes) > 0
                                      or position(convert_to(a.email_key, 'UTF8') in r.bytes) > 0))
                     for update
                )
                update raw_inbound r set bytes = null, state = 'done'
                  from parked where r.org_id = $1 and r.id = parked.id
                """,
            contact.value(),
            contact.value()));
  }

  private static Uni<RowSet<Row>> removeName(Transaction tx, ContactId contact, Instant now) {
    return run(
        tx,
        Sql.of(
            """
            with emails as (
              delete from contact_email where org_id = $1 and contact_id = ?::uuid
            ), former_emails as (
              delete from former_contact_email where org_id = $1 and contact_id = ?::uuid
            ), phones as (
              delete from contact_phone where org_id = $1 and contact_id = ?::uuid
            )
            update contact
               set display_name = null, first_name = null, middle_names = '{}', last_name = null,
                   avatar_url = null, external_id = null,
                   anonymized_at = coalesce(anonymized_at, ?::timestamptz)
             where org_id = $1 and id = ?::uuid
            """,
            contact.value(),
            contact.value(),
            contact.value(),
            Rows.timestamp(now),
            contact.value()));
  }

  /** After the contact was locked: a value that is being set is there by now, or never will be. */
  private static Uni<RowSet<Row>> removeTexts(Transaction tx, ContactId contact) {
    return run(
        tx,
        Sql.of(
            """
            delete from contact_attribute v using custom_attribute a
             where v.org_id = $1 and v.contact_id = ?::uuid
               and a.org_id = $1 and a.id = v.attribute_id and a.input -> 'options' is null
            """,
            contact.value()));
  }

  /** What the contact said about conversations that others began. */
  private static Uni<RowSet<Row>> removeComments(Transaction tx, ContactId contact) {
    return run(
        tx,
        Sql.of(
            """
            update rating r set comment = null
             where r.org_id = $1 and r.user_id = ?::uuid and r.comment is not null
            """,
            contact.value()));
  }

  @Override
  public Uni<List<String>> blobsToDelete(Transaction tx, AnonymizationRequestId request, int most) {
    return run(
            tx,
            Sql.of(
                """
                select blob from blob_tombstone
                 where org_id = $1 and request_id = ?::uuid limit ?::integer
                """,
                request.value(),
                most))
        .map(rows -> Rows.list(rows, row -> row.getString("blob")));
  }

  @Override
  public Uni<Void> blobsDeleted(Transaction tx, List<String> keys) {
    return run(
            tx,
            Sql.of(
                "delete from blob_tombstone where org_id = $1 and blob = any(?::text[])",
                (Object) keys.toArray(String[]::new)))
        .replaceWithVoid();
  }

  private static Removed toRemoved(Row row, int contacts) {
    return new Removed(
        contacts,
        0,
        row.getInteger("messages"),
        0,
        row.getInteger("files"),
        row.getInteger("originals"),
        row.getInteger("answers"));
  }

  private static Uni<RowSet<Row>> run(Transaction tx, Sql sql) {
    return PgTransaction.of(tx).run(sql);
  }
}
