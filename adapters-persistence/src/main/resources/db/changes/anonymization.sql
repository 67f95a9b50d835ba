--liquibase formatted sql

--changeset parley:anonymization splitStatements:false
-- Orders to remove personal data and, once carried out, the certificate of what was removed.
create table anonymization_request (
  org_id bigint not null,
  id uuid not null,
  scope text not null,
  target_id uuid not null,
  contact_id uuid,
  conversation_id uuid,
  conversation_number bigint,
  message_id uuid,
  requested_by uuid not null,
  initiated_at timestamptz not null,
  processed_at timestamptz,
  attempts integer not null default 0,
  not_before timestamptz not null,
  certificate jsonb,
  primary key (org_id, id),
  constraint anonymization_requested unique (org_id, scope, target_id),
  foreign key (org_id) references organization (org_id)
);
create index anonymization_due on anonymization_request (not_before) where processed_at is null;

-- Files whose rows are gone and whose bytes must follow, even across a crash.
create table blob_tombstone (
  org_id bigint not null,
  blob text not null,
  request_id uuid,
  created_at timestamptz not null,
  primary key (org_id, blob),
  foreign key (org_id) references organization (org_id)
);

alter table anonymization_request enable row level security;
create policy tenant on anonymization_request using (org_id = (select current_org()));
alter table blob_tombstone enable row level security;
create policy tenant on blob_tombstone using (org_id = (select current_org()));

create function claim_anonymization(at timestamptz, lease interval, most integer)
  returns table (org_id bigint, id uuid, attempts integer)
  language sql volatile security definer set search_path = parley, pg_temp
  as $$
    update anonymization_request r
       set not_before = $1 + $2, attempts = r.attempts + 1
      from (select r.org_id, r.id from anonymization_request r
             where r.processed_at is null and r.not_before <= $1
             order by r.not_before
             limit $3
               for update skip locked) due
     where r.org_id = due.org_id and r.id = due.id
    returning r.org_id, r.id, r.attempts
  $$;
