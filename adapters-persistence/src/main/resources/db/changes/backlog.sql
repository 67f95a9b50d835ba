--liquibase formatted sql

--changeset parley:backlog splitStatements:false
create index raw_inbound_parked on raw_inbound (org_id) where state = 'parked';

-- How much background work waits, of all organizations together; for metrics.
create function backlog(at timestamptz)
  returns table (work text, channel text, waiting bigint, parked bigint,
                 oldest_seconds double precision, attempts integer)
  language sql stable security definer set search_path = parley, pg_temp
  as $$
    with piece as (
      select 'inbound' as work, channel, state = 'parked' as parked, received_at as since, attempts
        from raw_inbound where state in ('new', 'parked')
      union all
      select 'outbound', c.channel, false, o.created_at, o.attempts
        from outbox o join conversation c on c.org_id = o.org_id and c.id = o.conversation_id
      union all
      select 'anonymization', '', false, initiated_at, attempts
        from anonymization_request where processed_at is null
      union all
      select 'queue', channel, false, queued_at, 0
        from conversation where assignment = 'queued' and state = 'open'
    )
    select work, channel,
           count(*) filter (where not parked),
           count(*) filter (where parked),
           coalesce(greatest(extract(epoch from $1 - min(since) filter (where not parked)), 0), 0)
             ::double precision,
           coalesce(max(attempts) filter (where not parked), 0)
      from piece
     group by work, channel
  $$;
