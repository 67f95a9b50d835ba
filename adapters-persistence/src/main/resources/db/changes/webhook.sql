--liquibase formatted sql

--changeset parley:webhook splitStatements:false
create table webhook (
  org_id bigint not null,
  id uuid not null,
  name text not null,
  url text not null,
  events text[] not null,
  filter jsonb not null,
  -- Signing keys, credentials and headers, encrypted.
  sealed bytea not null,
  enabled boolean not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  -- The last position of the feed that was looked at for it.
  position bigint not null,
  -- How many tries in a row have failed, and until when it is left alone.
  failures integer not null default 0,
  rests_until timestamptz,
  primary key (org_id, id)
);

-- Events on their way to a subscriber, and for a while after it.
create table webhook_delivery (
  org_id bigint not null,
  id uuid not null,
  webhook_id uuid not null,
  position bigint not null,
  event_id uuid not null,
  type text not null,
  conversation_id uuid not null,
  -- waiting, delivered or failed
  state text not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  not_before timestamptz not null,
  claimed_by uuid,
  -- The last try, and what it posted; the texts are personal data.
  tried_at timestamptz,
  status integer,
  answer text,
  payload text,
  primary key (org_id, id),
  foreign key (org_id, webhook_id) references webhook (org_id, id) on delete cascade
);
create index webhook_delivery_waiting on webhook_delivery (org_id, webhook_id, position) where state = 'waiting';
create index webhook_delivery_order on webhook_delivery (org_id, webhook_id, conversation_id, position)
  where state = 'waiting';
create index webhook_delivery_claimed on webhook_delivery (claimed_by) where claimed_by is not null;
create index webhook_delivery_log on webhook_delivery (org_id, webhook_id, type, tried_at) where tried_at is not null;
create index webhook_delivery_payload on webhook_delivery (org_id, conversation_id)
  where payload is not null or answer is not null;
create index webhook_delivery_unfinished on webhook_delivery (org_id, state)
  where state in ('waiting', 'failed');
create index webhook_delivery_age on webhook_delivery (created_at);

alter table webhook enable row level security;
create policy tenant on webhook using (org_id = (select current_org()));
alter table webhook_delivery enable row level security;
create policy tenant on webhook_delivery using (org_id = (select current_org()));

-- Enabled subscriptions that have not seen the end of their feed.
create function webhooks_behind(most integer)
  returns table (org_id bigint, id uuid)
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    select w.org_id, w.id from webhook w join event_counter c on c.org_id = w.org_id
     where w.enabled and w.position < c.last
     order by c.last - w.position desc
     limit $1
  $$;

-- Leases what is due, of every subscription a few and in the order of the feed. The later events of a
-- conversation wait for an earlier one until that was tried often enough.
create function claim_webhook_deliveries(
    worker uuid, at timestamptz, lease interval, most integer, each integer, patience integer)
  returns table (org_id bigint, id uuid, webhook_id uuid, attempts integer)
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    update webhook_delivery d
       set not_before = $2 + $3, attempts = d.attempts + 1, claimed_by = $1
      from (select due.org_id, due.id
              from (select w.org_id, w.id,
                           -- One that keeps failing is tried with one event at a time.
                           case when w.failures = 0 then $5 else 1 end
                             - (select count(*) from webhook_delivery b
                                 where b.org_id = w.org_id and b.webhook_id = w.id
                                   and b.claimed_by = $1 and b.state = 'waiting') as room
                      from webhook w
                     where w.enabled and (w.rests_until is null or w.rests_until <= $2)) w
             cross join lateral
                   (select x.org_id, x.id, x.not_before from webhook_delivery x
                     where x.org_id = w.org_id and x.webhook_id = w.id and x.state = 'waiting'
                       and x.not_before <= $2
                       and not exists (select from webhook_delivery earlier
                                        where earlier.org_id = x.org_id and earlier.webhook_id = x.webhook_id
                                          and earlier.conversation_id = x.conversation_id
                                          and earlier.state = 'waiting' and earlier.position < x.position
                                          and earlier.attempts < $6)
                     order by x.position
                     limit greatest(w.room, 0)
                       for update skip locked) due
             order by due.not_before
             limit $4) taken
     where d.org_id = taken.org_id and d.id = taken.id
    returning d.org_id, d.id, d.webhook_id, d.attempts
  $$;

-- Gives up what waits since before a moment, and forgets what was queued before another and is over.
create function tidy_webhook_deliveries(given_up_before timestamptz, forgotten_before timestamptz, most integer)
  returns bigint
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    with given_up as (
      update webhook_delivery d set state = 'failed', claimed_by = null
        from (select x.org_id, x.id from webhook_delivery x
               where x.state = 'waiting' and x.created_at < $1 limit $3) old
       where d.org_id = old.org_id and d.id = old.id
      returning 1
    ), gone as (
      delete from webhook_delivery d
       using (select x.org_id, x.id from webhook_delivery x
               where x.state <> 'waiting' and x.created_at < $2 limit $3) old
       where d.org_id = old.org_id and d.id = old.id
      returning 1
    )
    select (select count(*) from given_up) + (select count(*) from gone)
  $$;

-- Says that the worker lives, and frees what the dead had claimed. Who was away itself judges nobody:
-- after a database's outage all look dead. Who says that it is alone does.
create or replace function report_instance(worker uuid, patience interval, alone boolean) returns bigint
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
    ), posting as (
      update webhook_delivery d set claimed_by = null, not_before = least(d.not_before, now())
       where d.claimed_by is not null and not exists (select from instance i where i.id = d.claimed_by)
      returning 1
    ), answering as (
      update idempotency k set claimed_by = null
       where k.status is null and k.claimed_by is not null
         and not exists (select from instance i where i.id = k.claimed_by)
      returning 1
    )
    select (select count(*) from sending) + (select count(*) from reading)
         + (select count(*) from removing) + (select count(*) from answering)
         + (select count(*) from posting)
      into freed;
    return freed;
  end
  $$;

-- How much background work waits, of all organizations together; for metrics.
create or replace function backlog(at timestamptz)
  returns table (work text, channel text, waiting bigint, parked bigint,
                 oldest_seconds double precision, attempts integer)
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    with piece as (
      select 'inbound' as work, channel, state = 'parked' as parked, received_at as since, attempts
        from raw_inbound where state in ('new', 'parked')
      union all
      select 'outbound', c.channel, false, o.created_at, o.attempts
        from outbox o join conversation c on c.org_id = o.org_id and c.id = o.conversation_id
      union all
      select 'anonymization', '', false, initiated_at, attempts
        from anonymization_request where processed_at is null
      union all
      select 'queue', channel, false, queued_at, 0
        from conversation where assignment = 'queued' and state = 'open'
      union all
      select 'events', '', false, told_at, 0 from event where position is null
      union all
      select 'webhook', '', state = 'failed', created_at, attempts
        from webhook_delivery where state in ('waiting', 'failed')
    )
    select work, channel,
           count(*) filter (where not parked),
           count(*) filter (where parked),
           coalesce(greatest(extract(epoch from $1 - min(since) filter (where not parked)), 0), 0)
             ::double precision,
           coalesce(max(attempts) filter (where not parked), 0)
      from piece
     group by work, channel
  $$;
