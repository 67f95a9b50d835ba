--liquibase formatted sql

--changeset parley:idempotency splitStatements:false
-- First answers to writes that carried an Idempotency-Key.
create table idempotency (
  org_id bigint not null,
  key_hash bytea not null,
  request_hash bytea not null,
  created_at timestamptz not null,
  -- Null while the first request is still being carried out.
  status integer,
  content_type text,
  body bytea,
  -- 'conversation:<number>' and 'contact:<id>' of those whose data the body shows; anonymization
  -- sets the bodies of such answers to null. An answer that never had a body has an empty one.
  about text[],
  primary key (org_id, key_hash),
  foreign key (org_id) references organization (org_id)
);
create index idempotency_about on idempotency (org_id) where about is not null;
create index idempotency_age on idempotency (org_id, created_at);

alter table idempotency enable row level security;
create policy tenant on idempotency using (org_id = (select current_org()));

create function forget_idempotency(before timestamptz) returns bigint
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    with gone as (delete from idempotency where created_at < $1 returning 1)
    select count(*) from gone
  $$;
