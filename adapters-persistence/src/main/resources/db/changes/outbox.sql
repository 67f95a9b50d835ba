--liquibase formatted sql

--changeset parley:outbox splitStatements:false
-- Messages to be delivered; a row goes when its message was sent or has failed for good.
create table outbox (
  org_id bigint not null,
  message_id uuid not null,
  conversation_id uuid not null,
  attempts integer not null default 0,
  not_before timestamptz not null,
  created_at timestamptz not null,
  code text,
  primary key (org_id, message_id),
  foreign key (org_id, message_id) references message (org_id, id) on delete cascade
);
create index outbox_due on outbox (not_before);
create index outbox_conversation on outbox (org_id, conversation_id, message_id);

alter table outbox enable row level security;
create policy tenant on outbox using (org_id = (select current_org()));

-- Leases what is due, only the oldest of each conversation, so that answers keep their order.
create function claim_outbox(at timestamptz, lease interval, most integer)
  returns table (org_id bigint, message_id uuid, attempts integer)
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    update outbox o
       set not_before = $1 + $2, attempts = o.attempts + 1
      from (select o.org_id, o.message_id from outbox o
             where o.not_before <= $1
               and not exists (select from outbox earlier
                                where earlier.org_id = o.org_id
                                  and earlier.conversation_id = o.conversation_id
                                  and earlier.message_id < o.message_id)
             order by o.not_before
             limit $3
               for update skip locked) due
     where o.org_id = due.org_id and o.message_id = due.message_id
    returning o.org_id, o.message_id, o.attempts
  $$;
