--liquibase formatted sql

--changeset parley:event_stream splitStatements:false
-- Those of some keys that still open the door; for connections that last.
create function api_keys_in_force(key_ids text[]) returns table (key_id text)
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    select d.key_id from api_key_directory d
      join api_key k on k.org_id = d.org_id and k.key_id = d.key_id and k.revoked_at is null
      join agent a on a.org_id = k.org_id and a.id = k.agent_id and not a.disabled
     where d.key_id = any ($1)
  $$;
