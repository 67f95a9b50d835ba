--liquibase formatted sql

--changeset parley:conversation splitStatements:false
create table conversation (
  org_id bigint not null,
  id uuid not null,
  number bigint not null,
  requester_id uuid not null,
  channel text not null,
  direction text not null,
  endpoint_id uuid,
  contact_address text,
  subject text,
  language text,
  state text not null,
  snoozed_until timestamptz,
  state_updated_at timestamptz not null,
  assignment text not null,
  -- Whom it is assigned or offered to, and since when or, for an offer, until when.
  agent_id uuid,
  assignment_at timestamptz,
  queue_id uuid,
  queued_at timestamptz,
  created_at timestamptz not null,
  anonymized_at timestamptz,
  removed_at timestamptz,
  version bigint not null,
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, requester_id) references contact (org_id, id)
);
create index conversation_requester on conversation (org_id, requester_id, created_at, id);
create index conversation_waiting on conversation (org_id, queue_id, queued_at, id)
  where assignment = 'queued' and state = 'open';
create index conversation_held on conversation (org_id, agent_id)
  where agent_id is not null and state not in ('resolved', 'closed');
create index conversation_follow_ups on conversation (snoozed_until) where state = 'snoozed';
create index conversation_offers on conversation (assignment_at) where assignment = 'offered';

create table conversation_tag (
  org_id bigint not null,
  conversation_id uuid not null,
  tag_id uuid not null,
  primary key (org_id, conversation_id, tag_id),
  foreign key (org_id, conversation_id) references conversation (org_id, id) on delete cascade,
  foreign key (org_id, tag_id) references tag (org_id, id) on delete cascade
);
create index conversation_tag_tag on conversation_tag (org_id, tag_id);

create table message (
  org_id bigint not null,
  id uuid not null,
  conversation_id uuid not null,
  direction text not null,
  author_kind text not null,
  author_id uuid,
  format text,
  body text,
  attachments jsonb,
  external_id text,
  provider_id text,
  envelope jsonb,
  delivery text not null,
  delivery_reason text,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, conversation_id) references conversation (org_id, id) on delete cascade
);
create index message_conversation on message (org_id, conversation_id, created_at, id);
create unique index message_external_id_taken on message (org_id, external_id)
  where external_id is not null;
create index message_provider_id on message (org_id, provider_id) where provider_id is not null;

create table note (
  org_id bigint not null,
  id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  body text,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, conversation_id) references conversation (org_id, id) on delete cascade
);
create index note_conversation on note (org_id, conversation_id, created_at, id);

-- What happened. Texts and names are looked up when it is read, so none has to be removed here.
create table activity (
  org_id bigint not null,
  conversation_id uuid not null,
  sequence bigint not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  author_kind text not null,
  author_id uuid,
  -- The message, note, tag, agent or queue it is about.
  about_id uuid,
  details jsonb,
  primary key (org_id, conversation_id, sequence),
  foreign key (org_id, conversation_id) references conversation (org_id, id) on delete cascade
);
create index activity_time on activity (org_id, at, id);

alter table conversation enable row level security;
create policy tenant on conversation using (org_id = (select current_org()));
alter table conversation_tag enable row level security;
create policy tenant on conversation_tag using (org_id = (select current_org()));
alter table message enable row level security;
create policy tenant on message using (org_id = (select current_org()));
alter table note enable row level security;
create policy tenant on note using (org_id = (select current_org()));
alter table activity enable row level security;
create policy tenant on activity using (org_id = (select current_org()));

-- Queues with work for their policy, of all organizations.
create function queues_with_work(at timestamptz)
  returns table (org_id bigint, queue_id uuid)
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    select q.org_id, q.id
      from queue q
     where q.policy <> 'manual'
       and (exists (select from conversation c
                     where c.org_id = q.org_id and c.queue_id = q.id
                       and c.assignment = 'queued' and c.state = 'open')
         or exists (select from conversation c
                     where c.org_id = q.org_id and c.queue_id = q.id
                       and c.assignment = 'offered' and c.assignment_at <= $1))
  $$;

-- Conversations to be opened again, of all organizations.
create function follow_ups_due(at timestamptz, most integer)
  returns table (org_id bigint, id uuid)
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    select c.org_id, c.id from conversation c
     where c.state = 'snoozed' and c.snoozed_until <= $1 and c.removed_at is null
     order by c.snoozed_until
     limit $2
  $$;

--changeset parley:concurrent-change splitStatements:false
-- Lets a statement fail by itself whose row has another version by now, so that a commit sent along with it has nothing
-- to commit.
create function concurrent_change() returns void
  language plpgsql
  as $$ begin raise 'the row has another version by now' using errcode = 'serialization_failure'; end $$;
