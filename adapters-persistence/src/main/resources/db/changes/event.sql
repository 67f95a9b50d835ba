--liquibase formatted sql

--changeset parley:event splitStatements:false
-- What clients are told of: an outbox of the activity log and of messages' deliveries. Ids only; words are
-- looked up when it is read, so none has to be removed here. A row is written without a position by the
-- statement of what it tells of, gets its position after that has been committed, and goes after some days.
create table event (
  org_id bigint not null,
  id uuid not null,
  position bigint,
  type text not null,
  conversation_id uuid not null,
  -- Of the entry in the activity log; null for a delivery.
  sequence bigint,
  -- The message, note, tag, agent or queue it is about.
  about_id uuid,
  at timestamptz not null,
  -- When it was written, which for imported conversations is not when it happened.
  told_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index event_position on event (org_id, position) where position is not null;
create index event_unpositioned on event (org_id, conversation_id, sequence, id) where position is null;
create index event_age on event using brin (told_at);

-- How far the feed of an organization goes: the last position given, and the last one whose row is gone.
create table event_counter (
  org_id bigint not null primary key,
  last bigint not null default 0,
  trimmed bigint not null default 0
);

alter table event enable row level security;
create policy tenant on event using (org_id = (select current_org()));
alter table event_counter enable row level security;
create policy tenant on event_counter using (org_id = (select current_org()));

-- Gives committed events the next positions of their organization. The counter's row lets in one at a time
-- until its commit, so a position is never seen before a smaller one, whatever committed in which order.
create function position_events(most integer) returns integer
  language plpgsql volatile security definer set search_path = parley, pg_temp
  as $$
  declare
    organization bigint;
    given integer;
    total integer := 0;
  begin
    for organization in select distinct e.org_id from event e where e.position is null order by 1 loop
      insert into event_counter (org_id) values (organization) on conflict do nothing;
      perform from event_counter c where c.org_id = organization for update;
      -- A statement of its own: it sees what was committed while the lock was waited for.
      with waiting as (
        -- In this order a conversation's later event is never taken without the earlier ones.
        select e.id, e.conversation_id, e.sequence, e.told_at from event e
         where e.org_id = organization and e.position is null
         order by e.conversation_id, e.sequence, e.id
         limit most
      ), timed as (
        select w.*, min(w.told_at) over (partition by w.conversation_id) as first from waiting w
      ), numbered as (
        select t.id, row_number() over (order by t.first, t.conversation_id, t.sequence, t.id) as n from timed t
      )
      update event e set position = c.last + n.n
        from numbered n, event_counter c
       where e.org_id = organization and e.id = n.id and c.org_id = organization;
      get diagnostics given = row_count;
      update event_counter c set last = c.last + given where c.org_id = organization;
      total := total + given;
    end loop;
    return total;
  end
  $$;

-- How far the feeds of some organizations go.
create function event_heads(organizations bigint[])
  returns table (org_id bigint, last bigint)
  language sql stable security definer set search_path = parley, pg_temp
  as $$ select c.org_id, c.last from event_counter c where c.org_id = any ($1) $$;

-- Forgets what was written before a moment; the counter remembers how far that went.
create function trim_events(before timestamptz, most integer) returns bigint
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    with gone as (
      delete from event e
       using (select x.org_id, x.id from event x
               where x.told_at < $1 and x.position is not null
               order by x.org_id, x.position limit $2) old
       where e.org_id = old.org_id and e.id = old.id
      returning e.org_id, e.position
    ), noted as (
      update event_counter c set trimmed = greatest(c.trimmed, g.last)
        from (select gone.org_id, max(gone.position) as last from gone group by gone.org_id) g
       where c.org_id = g.org_id
    )
    select count(*) from gone
  $$;
