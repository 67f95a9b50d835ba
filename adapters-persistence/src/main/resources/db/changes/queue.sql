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

-- Everything an organization begins with. Null when it was to be the first one and is not.
create function found_organization(
    only_as_first boolean, public_id uuid, name text,
    admin_id uuid, admin_name text, admin_email text, admin_email_key text, admin_roles text[],
    queue_id uuid, queue_name text, key_id text, secret_hash bytea, at timestamptz)
  returns bigint
  language plpgsql volatile security definer set search_path = parley, pg_temp
  as $$
    declare
      made bigint;
    begin
      if only_as_first then
        lock table organization in share row exclusive mode;
        if exists (select from organization) then
          return null;
        end if;
      end if;
      made := create_organization($2, $3, $13);
      insert into agent (
          org_id, id, number, display_name, email, email_key, roles, availability, created_at)
        values (made, $4, 1, $5, $6, $7, $8, 'working', $13);
      insert into queue (
          org_id, id, number, name, name_key, is_default, policy, created_at)
        values (made, $9, 1, $10, lower($10), true, 'manual', $13);
      update org_counter set people = 1, queues = 1 where org_id = made;
      insert into api_key_directory (key_id, org_id) values ($11, made);
      insert into api_key (org_id, key_id, agent_id, secret_hash, created_at)
        values (made, $11, $4, $12, $13);
      return made;
    end
  $$;
