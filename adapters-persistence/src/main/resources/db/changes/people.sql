--liquibase formatted sql

--changeset parley:former-contact-email splitStatements:false
-- Addresses that contacts gave up. Others may have them since; what mentions them from before still
-- names whose they were, and goes with that contact's personal data.
create table former_contact_email (
  org_id bigint not null,
  contact_id uuid not null,
  email_key text not null,
  email text not null,
  held_until timestamptz not null,
  constraint former_contact_email_known primary key (org_id, contact_id, email_key),
  foreign key (org_id, contact_id) references contact (org_id, id) on delete cascade
);

alter table former_contact_email enable row level security;
create policy tenant on former_contact_email using (org_id = (select current_org()));

--changeset parley:agent-profile
alter table agent
  add column first_name text,
  add column middle_names text[] not null default '{}',
  add column last_name text,
  add column avatar_url text,
  add column additional_email_keys text[] not null default '{}',
  add column additional_emails text[] not null default '{}',
  add column additional_phone_numbers text[] not null default '{}';
