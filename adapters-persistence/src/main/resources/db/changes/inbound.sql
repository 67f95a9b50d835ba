--liquibase formatted sql

--changeset parley:inbound splitStatements:false
-- What arrived, exactly as it arrived; kept as the original of its message.
create table raw_inbound (
  org_id bigint not null,
  id uuid not null,
  endpoint_id uuid not null,
  channel text not null,
  delivery_key text not null,
  -- Small ones are kept here, large ones under this key in the blob store.
  bytes bytea,
  blob text,
  size bigint not null,
  received_at timestamptz not null,
  state text not null default 'new',
  attempts integer not null default 0,
  not_before timestamptz not null,
  lease_until timestamptz,
  code text,
  -- Where it ended up, so that anonymization finds it.
  conversation_id uuid,
  primary key (org_id, id),
  constraint raw_inbound_delivery unique (org_id, endpoint_id, delivery_key),
  foreign key (org_id) references organization (org_id)
);
create index raw_inbound_conversation on raw_inbound (org_id, conversation_id)
  where conversation_id is not null;
create index raw_inbound_due on raw_inbound (not_before) where state = 'new';

-- One row per event that was understood, so that the same mail by two ways is one message.
create table inbound_event (
  org_id bigint not null,
  endpoint_id uuid not null,
  -- SHA-256 of the event's identity, which may hold addresses.
  dedupe_key bytea not null,
  raw_id uuid not null,
  primary key (org_id, endpoint_id, dedupe_key),
  foreign key (org_id) references organization (org_id)
);
create index inbound_event_raw on inbound_event (org_id, raw_id);

-- How far a mailbox was read. The deliveries themselves are the truth, this saves looking at them.
create table mailbox_cursor (
  org_id bigint not null,
  endpoint_id uuid not null,
  folder text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  last_internal_date timestamptz,
  primary key (org_id, endpoint_id, folder),
  foreign key (org_id) references organization (org_id)
);

alter table raw_inbound enable row level security;
create policy tenant on raw_inbound using (org_id = (select current_org()));
alter table inbound_event enable row level security;
create policy tenant on inbound_event using (org_id = (select current_org()));
alter table mailbox_cursor enable row level security;
create policy tenant on mailbox_cursor using (org_id = (select current_org()));

create function claim_raw_inbound(at timestamptz, lease interval, most integer)
  returns table (org_id bigint, id uuid, attempts integer)
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    update raw_inbound r
       set lease_until = $1 + $2, not_before = $1 + $2, attempts = r.attempts + 1
      from (select r.org_id, r.id from raw_inbound r
             where r.state = 'new' and r.not_before <= $1
             order by r.not_before
             limit $3
               for update skip locked) due
     where r.org_id = due.org_id and r.id = due.id
    returning r.org_id, r.id, r.attempts
  $$;

--changeset parley:inbound-load splitStatements:false
-- How much waits, of all organizations; counts no further than the limit.
create function waiting_inbound(most integer) returns integer
  language sql stable security definer set search_path = parley, pg_temp
  as $$ select count(*)::integer from (select from raw_inbound where state = 'new' limit $1) waiting $$;

--changeset parley:mailbox-first-uid
alter table mailbox_cursor add column first_uid bigint not null default 1;
