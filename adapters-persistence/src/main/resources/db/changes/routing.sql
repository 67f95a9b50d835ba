--liquibase formatted sql

--changeset parley:team splitStatements:false
create table team (
  org_id bigint not null,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id) references organization (org_id)
);

create table team_member (
  org_id bigint not null,
  team_id uuid not null,
  agent_id uuid not null,
  primary key (org_id, team_id, agent_id),
  constraint team_member_team foreign key (org_id, team_id) references team (org_id, id)
    on delete cascade,
  foreign key (org_id, agent_id) references agent (org_id, id) on delete cascade
);
create index team_member_agent on team_member (org_id, agent_id);

alter table team enable row level security;
create policy tenant on team using (org_id = (select current_org()));
alter table team_member enable row level security;
create policy tenant on team_member using (org_id = (select current_org()));

--changeset parley:presence splitStatements:false
-- Apart from agents, which change seldom: an agent at work is seen once a minute.
create table agent_presence (
  org_id bigint not null,
  agent_id uuid not null,
  seen_at timestamptz,
  -- Channels whose conversations the agent wants none of.
  not_working text[] not null default '{}',
  primary key (org_id, agent_id),
  foreign key (org_id, agent_id) references agent (org_id, id) on delete cascade
) with (fillfactor = 70);

alter table agent_presence enable row level security;
create policy tenant on agent_presence using (org_id = (select current_org()));

--changeset parley:business-hours splitStatements:false
create table business_hours (
  org_id bigint not null,
  id uuid not null,
  name text not null,
  zone text not null,
  -- By day of the week, and special days; intervals in minutes.
  hours jsonb not null,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id) references organization (org_id)
);

alter table business_hours enable row level security;
create policy tenant on business_hours using (org_id = (select current_org()));

alter table queue
  add column business_hours_id uuid,
  -- Until then the policy found the queue closed; looking again before is in vain.
  add column rest_until timestamptz,
  add constraint queue_business_hours foreign key (org_id, business_hours_id)
    references business_hours (org_id, id);
create index queue_business_hours on queue (org_id, business_hours_id)
  where business_hours_id is not null;

create or replace function queues_with_work(at timestamptz)
  returns table (org_id bigint, queue_id uuid)
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    select q.org_id, q.id
      from queue q
     where q.policy <> 'manual'
       and ((q.rest_until is null or q.rest_until <= $1)
            and exists (select from conversation c
                         where c.org_id = q.org_id and c.queue_id = q.id
                           and c.assignment = 'queued' and c.state = 'open')
         or exists (select from conversation c
                     where c.org_id = q.org_id and c.queue_id = q.id
                       and c.assignment = 'offered' and c.assignment_at <= $1))
  $$;
