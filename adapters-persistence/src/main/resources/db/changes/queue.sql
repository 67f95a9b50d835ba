--liquibase formatted sql

--changeset parley:queue splitStatements:false
create table queue (
  org_id bigint not null,
  id uuid not null,
  number bigint not null,
  name text not null,
  name_key text not null,
  is_default boolean not null,
  policy text not null,
  agent_cap integer not null default 0,
  offer_timeout_seconds integer,
  -- What the queue's creator said and only dialects show.
  presentation jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, number),
  constraint queue_name_taken unique (org_id, name_key),
  foreign key (org_id) references organization (org_id)
);
create unique index queue_default on queue (org_id) where is_default;

create table queue_member (
  org_id bigint not null,
  queue_id uuid not null,
  agent_id uuid not null,
  priority integer,
  last_assigned_at timestamptz,
  primary key (org_id, queue_id, agent_id),
  foreign key (org_id, queue_id) references queue (org_id, id) on delete cascade,
  foreign key (org_id, agent_id) references agent (org_id, id) on delete cascade
);
create index queue_member_agent on queue_member (org_id, agent_id);

alter table queue enable row level security;
create policy tenant on queue using (org_id = (select current_org()));
alter table queue_member enable row level security;
create policy tenant on queue_member using (org_id = (select current_org()));
