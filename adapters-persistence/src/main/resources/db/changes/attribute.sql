--liquibase formatted sql

--changeset parley:attribute splitStatements:false
create table custom_attribute (
  org_id bigint not null,
  id uuid not null,
  entity text not null,
  identifier text not null,
  label text not null,
  input jsonb not null,
  archived boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id) references organization (org_id)
);
create unique index custom_attribute_identifier_taken
  on custom_attribute (org_id, entity, identifier) where not archived;

alter table custom_attribute enable row level security;
create policy tenant on custom_attribute using (org_id = (select current_org()));
