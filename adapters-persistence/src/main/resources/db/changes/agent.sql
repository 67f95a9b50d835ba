--liquibase formatted sql

--changeset parley:agent splitStatements:false
create table agent (
  org_id bigint not null,
  id uuid not null,
  number bigint not null,
  display_name text not null,
  email text not null,
  email_key text not null,
  phone_number text,
  roles text[] not null,
  availability text not null,
  disabled boolean not null default false,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, number),
  constraint agent_email_taken unique (org_id, email_key),
  foreign key (org_id) references organization (org_id)
);
create index agent_created on agent (org_id, created_at, id);

create table api_key (
  org_id bigint not null,
  key_id text not null,
  agent_id uuid not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (org_id, key_id),
  constraint api_key_agent foreign key (org_id, agent_id) references agent (org_id, id)
    on delete cascade
);
create index api_key_agent on api_key (org_id, agent_id);

-- A token names no organization: this small table says whose it is.
create table api_key_directory (
  key_id text not null,
  org_id bigint not null,
  constraint api_key_taken primary key (key_id)
);

alter table agent enable row level security;
create policy tenant on agent using (org_id = (select current_org()));
alter table api_key enable row level security;
create policy tenant on api_key using (org_id = (select current_org()));

create function api_key_of(key_id text)
  returns table (
    org_id bigint, agent_id uuid, secret_hash bytea, roles text[], disabled boolean,
    revoked_at timestamptz)
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    select k.org_id, k.agent_id, k.secret_hash, a.roles, a.disabled, k.revoked_at
      from api_key_directory d
      join api_key k on k.org_id = d.org_id and k.key_id = d.key_id
      join agent a on a.org_id = k.org_id and a.id = k.agent_id
     where d.key_id = $1
  $$;
