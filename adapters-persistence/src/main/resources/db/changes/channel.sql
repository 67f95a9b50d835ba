--liquibase formatted sql

--changeset parley:channel splitStatements:false
create table contact_endpoint (
  org_id bigint not null,
  id uuid not null,
  number bigint not null,
  channel text not null,
  name text,
  address text,
  address_key text,
  queue_id uuid,
  settings jsonb not null default '{}',
  -- A JSON object of secrets, encrypted with the organization and the id as associated data.
  secrets bytea,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, number),
  constraint endpoint_address_taken unique (org_id, channel, address_key),
  foreign key (org_id) references organization (org_id),
  foreign key (org_id, queue_id) references queue (org_id, id)
);

-- A webhook's path names no organization: this small table says whose it is.
create table contact_endpoint_directory (
  endpoint_id uuid not null primary key,
  org_id bigint not null,
  channel text not null
);

alter table contact_endpoint enable row level security;
create policy tenant on contact_endpoint using (org_id = (select current_org()));
