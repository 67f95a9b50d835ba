--liquibase formatted sql

--changeset parley:tag splitStatements:false
create table tag (
  org_id bigint not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  color text,
  active boolean not null,
  created_at timestamptz not null,
  primary key (org_id, id),
  constraint tag_name_taken unique (org_id, name_key),
  foreign key (org_id) references organization (org_id)
);

alter table tag enable row level security;
create policy tenant on tag using (org_id = (select current_org()));
