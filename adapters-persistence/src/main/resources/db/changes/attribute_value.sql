--liquibase formatted sql

--changeset parley:attribute_value splitStatements:false
-- A text is one element; a choice is the values of the options from the top one down.
create table conversation_attribute (
  org_id bigint not null,
  conversation_id uuid not null,
  attribute_id uuid not null,
  value text[] not null,
  primary key (org_id, conversation_id, attribute_id),
  foreign key (org_id, conversation_id) references conversation (org_id, id) on delete cascade,
  foreign key (org_id, attribute_id) references custom_attribute (org_id, id)
);
-- The whole value may be longer than an index entry can be: ask for its beginning as well.
create index conversation_attribute_value
  on conversation_attribute (org_id, attribute_id, left(value[1], 100));

create table contact_attribute (
  org_id bigint not null,
  contact_id uuid not null,
  attribute_id uuid not null,
  value text[] not null,
  primary key (org_id, contact_id, attribute_id),
  foreign key (org_id, contact_id) references contact (org_id, id) on delete cascade,
  foreign key (org_id, attribute_id) references custom_attribute (org_id, id)
);
create index contact_attribute_value
  on contact_attribute (org_id, attribute_id, left(value[1], 100));

-- What an entry of the activity log refers to: the fields that it says were updated, and to what;
-- null when the value was taken away, or was a text and has been anonymized.
create table conversation_attribute_change (
  org_id bigint not null,
  conversation_id uuid not null,
  sequence bigint not null,
  attribute_id uuid not null,
  value text[],
  primary key (org_id, conversation_id, sequence, attribute_id),
  foreign key (org_id, conversation_id) references conversation (org_id, id) on delete cascade
);

alter table conversation_attribute enable row level security;
create policy tenant on conversation_attribute using (org_id = (select current_org()));
alter table contact_attribute enable row level security;
create policy tenant on contact_attribute using (org_id = (select current_org()));
alter table conversation_attribute_change enable row level security;
create policy tenant on conversation_attribute_change using (org_id = (select current_org()));
