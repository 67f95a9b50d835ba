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
