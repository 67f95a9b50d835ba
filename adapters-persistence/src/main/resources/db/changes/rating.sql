--liquibase formatted sql

--changeset parley:rating splitStatements:false
create table rating (
  org_id bigint not null,
  id uuid not null,
  survey_id uuid not null,
  conversation_id uuid not null,
  -- Its place in the conversation's log.
  sequence bigint not null,
  question text not null,
  user_id uuid not null,
  agent_id uuid not null,
  offered_at timestamptz not null,
  score smallint,
  comment text,
  rated_at timestamptz,
  primary key (org_id, id),
  unique (org_id, survey_id, question),
  foreign key (org_id, conversation_id) references conversation (org_id, id) on delete cascade
);
create index rating_conversation on rating (org_id, conversation_id, sequence);
create index rating_comments on rating (org_id, user_id) where comment is not null;

alter table rating enable row level security;
create policy tenant on rating using (org_id = (select current_org()));
