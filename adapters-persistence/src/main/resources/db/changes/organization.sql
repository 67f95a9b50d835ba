--liquibase formatted sql

--changeset parley:organization splitStatements:false
create table organization (
  org_id bigint not null primary key,
  public_id uuid not null,
  name text not null,
  created_at timestamptz not null
);

-- The next numbers of an organization's things; the row is taken by the statement that creates them.
create table org_counter (
  org_id bigint not null primary key references organization (org_id),
  conversations bigint not null default 0,
  people bigint not null default 0,
  queues bigint not null default 0,
  endpoints bigint not null default 0
);

-- The organization of the transaction; null outside one, and null equals nothing.
create function current_org() returns bigint
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.org', true), '')::bigint $$;

alter table organization enable row level security;
create policy tenant on organization using (org_id = (select current_org()));
alter table org_counter enable row level security;
create policy tenant on org_counter using (org_id = (select current_org()));

-- Operators work across organizations, so these run with the owner's rights.
create sequence organization_number;

create function create_organization(public_id uuid, name text, created_at timestamptz) returns bigint
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    with o as (
      insert into organization (org_id, public_id, name, created_at)
      values (nextval('organization_number'), $1, $2, $3)
      returning org_id
    ), c as (
      insert into org_counter (org_id) select org_id from o
    )
    select org_id from o
  $$;

create function list_organizations()
  returns table (org_id bigint, public_id uuid, name text, created_at timestamptz)
  language sql stable security definer set search_path = parley, pg_temp
  as $$ select org_id, public_id, name, created_at from organization order by org_id $$;
