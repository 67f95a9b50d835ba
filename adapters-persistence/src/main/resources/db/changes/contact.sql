--liquibase formatted sql

--changeset parley:contact splitStatements:false
create table contact (
  org_id bigint not null,
  id uuid not null,
  number bigint not null,
  display_name text,
  first_name text,
  middle_names text[] not null default '{}',
  last_name text,
  avatar_url text,
  external_id text,
  blocked boolean not null default false,
  created_at timestamptz not null,
  anonymized_at timestamptz,
  primary key (org_id, id),
  unique (org_id, number),
  constraint contact_external_id_taken unique (org_id, external_id),
  foreign key (org_id) references organization (org_id)
);
create index contact_created on contact (org_id, created_at, id);

create table contact_email (
  org_id bigint not null,
  email_key text not null,
  contact_id uuid not null,
  position smallint not null,
  email text not null,
  constraint contact_email_taken primary key (org_id, email_key),
  foreign key (org_id, contact_id) references contact (org_id, id) on delete cascade
);
create index contact_email_contact on contact_email (org_id, contact_id);

create table contact_phone (
  org_id bigint not null,
  contact_id uuid not null,
  position smallint not null,
  phone_number text not null,
  primary key (org_id, contact_id, position),
  foreign key (org_id, contact_id) references contact (org_id, id) on delete cascade
);
create index contact_phone_number on contact_phone (org_id, phone_number);

alter table contact enable row level security;
create policy tenant on contact using (org_id = (select current_org()));
alter table contact_email enable row level security;
create policy tenant on contact_email using (org_id = (select current_org()));
alter table contact_phone enable row level security;
create policy tenant on contact_phone using (org_id = (select current_org()));
