--liquibase formatted sql

--changeset parley:instance splitStatements:false
-- The processes at work. What one has claimed is free again once it is no longer among them.
create table instance (
  id uuid primary key,
  seen_at timestamptz not null
);

alter table outbox add column claimed_by uuid;
create index outbox_claimed on outbox (claimed_by) where claimed_by is not null;
alter table raw_inbound add column claimed_by uuid;
create index raw_inbound_claimed on raw_inbound (claimed_by) where state = 'new' and claimed_by is not null;
alter table anonymization_request add column claimed_by uuid;
create index anonymization_claimed on anonymization_request (claimed_by)
  where processed_at is null and claimed_by is not null;
-- Null, too, when whoever carried the request out is gone.
alter table idempotency add column claimed_by uuid;
create index idempotency_claimed on idempotency (claimed_by) where status is null and claimed_by is not null;

drop function claim_outbox(timestamptz, interval, integer);
-- Leases what is due, only the oldest of each conversation, so that answers keep their order.
create function claim_outbox(worker uuid, at timestamptz, lease interval, most integer)
  returns table (org_id bigint, message_id uuid, attempts integer)
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    update outbox o
       set not_before = $2 + $3, attempts = o.attempts + 1, claimed_by = $1
      from (select o.org_id, o.message_id from outbox o
             where o.not_before <= $2
               and not exists (select from outbox earlier
                                where earlier.org_id = o.org_id
                                  and earlier.conversation_id = o.conversation_id
                                  and earlier.message_id < o.message_id)
             order by o.not_before
             limit $4
               for update skip locked) due
     where o.org_id = due.org_id and o.message_id = due.message_id
    returning o.org_id, o.message_id, o.attempts
  $$;

drop function claim_raw_inbound(timestamptz, interval, integer);
alter table raw_inbound drop column lease_until;
create function claim_raw_inbound(worker uuid, at timestamptz, lease interval, most integer)
  returns table (org_id bigint, id uuid, attempts integer)
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    update raw_inbound r
       set not_before = $2 + $3, attempts = r.attempts + 1, claimed_by = $1
      from (select r.org_id, r.id from raw_inbound r
             where r.state = 'new' and r.not_before <= $2
             order by r.not_before
             limit $4
               for update skip locked) due
     where r.org_id = due.org_id and r.id = due.id
    returning r.org_id, r.id, r.attempts
  $$;

drop function claim_anonymization(timestamptz, interval, integer);
create function claim_anonymization(worker uuid, at timestamptz, lease interval, most integer)
  returns table (org_id bigint, id uuid, attempts integer)
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    update anonymization_request r
       set not_before = $2 + $3, attempts = r.attempts + 1, claimed_by = $1
      from (select r.org_id, r.id from anonymization_request r
             where r.processed_at is null and r.not_before <= $2
             order by r.not_before
             limit $4
               for update skip locked) due
     where r.org_id = due.org_id and r.id = due.id
    returning r.org_id, r.id, r.attempts
  $$;

-- Says that the worker lives, and frees what the dead had claimed. Who was away itself judges nobody:
-- after a database's outage all look dead. Who says that it is alone does.
create function report_instance(worker uuid, patience interval, alone boolean) returns bigint
  language plpgsql volatile security definer set search_path = parley, pg_temp
  as $$
  declare
    may_judge boolean := alone
      or coalesce((select i.seen_at > now() - patience from instance i where i.id = worker), false);
    freed bigint;
  begin
    insert into instance (id, seen_at) values (worker, now())
      on conflict (id) do update set seen_at = excluded.seen_at;
    -- One at a time: two that free the same rows could wait for each other.
    if not may_judge or not pg_try_advisory_xact_lock(hashtext('parley.instance')) then
      return 0;
    end if;
    delete from instance i where i.id <> worker and (alone or i.seen_at < now() - patience);
    with sending as (
      update outbox o set claimed_by = null, not_before = least(o.not_before, now())
       where o.claimed_by is not null and not exists (select from instance i where i.id = o.claimed_by)
      returning 1
    ), reading as (
      update raw_inbound r set claimed_by = null, not_before = least(r.not_before, now())
       where r.state = 'new' and r.claimed_by is not null
         and not exists (select from instance i where i.id = r.claimed_by)
      returning 1
    ), removing as (
      update anonymization_request a set claimed_by = null, not_before = least(a.not_before, now())
       where a.processed_at is null and a.claimed_by is not null
         and not exists (select from instance i where i.id = a.claimed_by)
      returning 1
    ), answering as (
      update idempotency k set claimed_by = null
       where k.status is null and k.claimed_by is not null
         and not exists (select from instance i where i.id = k.claimed_by)
      returning 1
    )
    select (select count(*) from sending) + (select count(*) from reading)
         + (select count(*) from removing) + (select count(*) from answering)
      into freed;
    return freed;
  end
  $$;

--changeset parley:claim-inbound-size splitStatements:false
-- As before, and how large each is, so that no more are loaded at once than fit into memory.
drop function claim_raw_inbound(uuid, timestamptz, interval, integer);
create function claim_raw_inbound(worker uuid, at timestamptz, lease interval, most integer)
  returns table (org_id bigint, id uuid, attempts integer, size bigint)
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    update raw_inbound r
       set not_before = $2 + $3, attempts = r.attempts + 1, claimed_by = $1
      from (select r.org_id, r.id from raw_inbound r
             where r.state = 'new' and r.not_before <= $2
             order by r.not_before
             limit $4
               for update skip locked) due
     where r.org_id = due.org_id and r.id = due.id
    returning r.org_id, r.id, r.attempts, r.size
  $$;
