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
  constraint endpoint_queue foreign key (org_id, queue_id) references queue (org_id, id)
);

-- A webhook's path names no organization: this small table says whose it is.
create table contact_endpoint_directory (
  endpoint_id uuid not null primary key,
  org_id bigint not null,
  channel text not null
);
create index contact_endpoint_directory_channel on contact_endpoint_directory (channel);

alter table contact_endpoint enable row level security;
create policy tenant on contact_endpoint using (org_id = (select current_org()));

create function contact_endpoint_at(endpoint_id uuid) returns setof contact_endpoint
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    select e.* from contact_endpoint_directory d
      join contact_endpoint e on e.org_id = d.org_id and e.id = d.endpoint_id
     where d.endpoint_id = $1
  $$;

create function contact_endpoints_of(channel text) returns setof contact_endpoint
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    select e.* from contact_endpoint_directory d
      join contact_endpoint e on e.org_id = d.org_id and e.id = d.endpoint_id
     where d.channel = $1
     order by e.org_id, e.number
  $$;
