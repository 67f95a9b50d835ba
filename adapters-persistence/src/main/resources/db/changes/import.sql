--liquibase formatted sql

--changeset parley:import splitStatements:false
-- What a conversation began with and, of an imported one, what it was elsewhere.
alter table conversation
  add column browser_info jsonb,
  add column source_channel text,
  add column external_id text;
create unique index conversation_external_id_taken
  on conversation (org_id, source_channel, external_id) where external_id is not null;

-- 'import' for what happened elsewhere; null for what happened here.
alter table activity add column origin text;
