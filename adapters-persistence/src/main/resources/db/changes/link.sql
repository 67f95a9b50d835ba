--liquibase formatted sql

--changeset parley:link splitStatements:false
-- The conversation it is a child of, and what it is to it.
alter table conversation add column parent_id uuid;
alter table conversation add column link_type text;
alter table conversation add foreign key (org_id, parent_id) references conversation (org_id, id);
create index conversation_children on conversation (org_id, parent_id, number)
  where parent_id is not null;
