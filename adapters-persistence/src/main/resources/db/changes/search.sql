--liquibase formatted sql

--changeset parley:search splitStatements:false
-- When a conversation was last written in, and when anything last happened to it.
alter table conversation add column last_message_at timestamptz;
alter table conversation add column last_activity_at timestamptz;
create index conversation_created on conversation (org_id, created_at, id);

-- The words of subjects and messages. A row is written with its text and deleted with it, never
-- changed: rows of conversations and messages are, and would index their words anew each time.
create table search_document (
  org_id bigint not null,
  -- Of the message, or of the conversation whose subject it is.
  id uuid not null,
  conversation_id uuid not null,
  words tsvector not null,
  primary key (org_id, id),
  foreign key (org_id, conversation_id) references conversation (org_id, id) on delete cascade
);
create index search_document_conversation on search_document (org_id, conversation_id);

-- The stems of a text's words in the languages named, without positions. Words as they are have
-- positions, so that the two can be told apart.
create function search_stems(folded text, languages text[]) returns tsvector
  language plpgsql immutable parallel safe set search_path = pg_catalog
  as $$
    declare
      stems tsvector := '';
      language text;
    begin
      foreach language in array languages loop
        stems := stems || strip(to_tsvector(language::regconfig, folded));
      end loop;
      return stems;
    end
  $$;

-- The words with their organization in front: an entry of the index belongs to one organization,
-- so none pays for what others wrote.
create function search_terms(org_id bigint, words tsvector) returns text[]
  language plpgsql immutable parallel safe
  as $$
    begin
      return string_to_array(
          org_id || ':' || array_to_string(tsvector_to_array(words), ' ' || org_id || ':'), ' ');
    end
  $$;

-- Without a list of pending entries, which every search would have to read.
create index search_document_terms on search_document using gin (search_terms(org_id, words))
  with (fastupdate = off);

alter table search_document enable row level security;
create policy tenant on search_document using (org_id = (select current_org()));

-- A word with its stems. A language's small words have none.
create function search_forms(word text) returns text[]
  language sql immutable parallel safe
  return array[word] || ts_lexize('pg_catalog.english_stem', word)
      || ts_lexize('pg_catalog.german_stem', word) || ts_lexize('pg_catalog.french_stem', word)
      || ts_lexize('pg_catalog.spanish_stem', word) || ts_lexize('pg_catalog.danish_stem', word);

create function is_small_word(word text) returns boolean
  language sql immutable parallel safe
  return '{}' in (
      ts_lexize('pg_catalog.english_stem', word), ts_lexize('pg_catalog.german_stem', word),
      ts_lexize('pg_catalog.french_stem', word), ts_lexize('pg_catalog.spanish_stem', word),
      ts_lexize('pg_catalog.danish_stem', word));

-- The newest texts, at most `most`, of an organization that hold words: by the index or, when so many
-- hold them that this ends sooner, from the newest backwards. How many hold them is seen in the
-- newest; how many texts there are is guessed from the number of conversations.
create function search_newest(org bigint, with_terms text, with_words tsquery, most integer)
  returns setof search_document
  language plpgsql stable set search_path = parley, pg_temp
    set max_parallel_workers_per_gather = 0
  as $$
    declare
      texts double precision :=
          4 * (select c.conversations from org_counter c where c.org_id = org);
      share double precision := (
          select avg((d.words @@ with_words)::integer)
            from (select d.words from search_document d
                   where d.org_id = org order by d.id desc limit 256) d);
    begin
      if share * share * texts > most then
        return query execute format(
            'select * from search_document d where d.org_id = %s and d.words @@ %L::tsquery
              order by d.id desc limit %s', org, with_words, most);
      else
        -- A term implies its organization, which the planner must not look up a second time.
        return query execute format(
            'select * from search_document d where d.org_id + 0 = %s and %s
              order by d.id desc limit %s', org, with_terms, most);
      end if;
    end
  $$;

-- Under row-level security an index on words cannot be used, since their comparison is not
-- leak-proof. So this runs with its owner's rights, and takes the organization from nowhere but the
-- transaction.
--
-- It finds texts that have all the words, or the phrase, and texts that have any of them; of each
-- the newest, at most `most`: however common a word is, the work has a bound. The spellings are the
-- same words with their accents, which only some stems depend on.
create function search_documents(words text[], spellings text[], exact boolean, most integer)
  returns table (conversation_id uuid, id uuid, score integer)
  language plpgsql stable security definer set search_path = parley, pg_temp
  as $$
    declare
      org bigint := current_org();
      size integer := cardinality(words);
      word text;
      forms text[];
      terms text[];
      query tsquery;
      queries tsquery[] := '{}';
      has_all text[] := '{}';
      all_words tsquery;
      -- Of those that find something alone.
      any_terms text[] := '{}';
      any_words tsquery;
      all_small boolean := (select bool_and(is_small_word(w)) from unnest(words) w);
      found_all integer;
    begin
      if org is null or size = 0 then
        return;
      end if;
      if exact then
        query := array_to_string(words, ' <-> ')::tsquery;
        terms := array(select org || ':' || w from unnest(words) w);
        return query
            -- The filter takes the stems away: what has no position has no weight.
            select d.conversation_id, d.id, 1
              from search_newest(
                  org, format('search_terms(d.org_id, d.words) @> %L::text[]', terms), query,
                  most * 10) d
                          where ts_filter(d.words, '{d}') @@ query
             limit most;
        return;
      end if;
      for i in 1..size loop
        word := words[i];
        forms := search_forms(word) || search_forms(spellings[i]);
        terms := array(select org || ':' || f from unnest(forms) f);
        query := array_to_string(forms, ' | ')::tsquery;
        queries := queries || query;
        has_all := has_all || format('search_terms(d.org_id, d.words) && %L::text[]', terms);
        all_words := coalesce(all_words && query, query);
        -- The small words of a language are everywhere: they rank, but find nothing alone.
        if all_small or not is_small_word(word) then
          any_terms := any_terms || terms;
          any_words := coalesce(any_words || query, query);
        end if;
      end loop;
      return query
          select d.conversation_id, d.id, size
            from search_newest(org, array_to_string(has_all, ' and '), all_words, most) d;
      get diagnostics found_all = row_count;
      if found_all < most and size > 1 then
        return query
            select d.conversation_id, d.id, s.score
              from search_newest(
                  org, format('search_terms(d.org_id, d.words) && %L::text[]', any_terms),
                  any_words, most) d,
                   lateral (select count(*)::integer as score
                              from unnest(queries) q where d.words @@ q) s
             where s.score < size;
      end if;
    end
  $$;

--changeset parley:search-pending-terms
-- Terms of new texts go to a list that a search reads too, and from there into the index together: a text has some
-- fifty, and a fifth of what it costs to write a message was their way into the index, one by one. In kilobytes; a
-- list of that size holds some 250 texts and adds a tenth to the time of a search.
alter index search_document_terms set (fastupdate = on, gin_pending_list_limit = 256);

--changeset parley:search-enter-terms splitStatements:false
-- The service enters them every half second, so that no message is answered only after the terms of all others. Until
-- the list has some 4,000 texts: then the one that fills it does.
alter index search_document_terms set (gin_pending_list_limit = 4096);

-- How many pages the list had.
create function enter_search_terms() returns bigint
  language sql volatile security definer set search_path = parley, pg_temp
  as $$ select gin_clean_pending_list('search_document_terms') $$;

--changeset parley:search-functions splitStatements:false runOnChange:true
drop function if exists search_newest(bigint, text, tsquery, integer);
drop function if exists search_documents(text[], text[], boolean, integer);

-- Ids begin with the time they were made, in milliseconds.
create or replace function time_of_id(id uuid) returns bigint
  language sql immutable parallel safe
  return ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint;

create or replace function first_id_of_time(milliseconds bigint) returns uuid
  language sql immutable parallel safe
  return rpad(lpad(to_hex(milliseconds), 12, '0'), 32, '0')::uuid;

-- The newest texts, at most `most`, of an organization that hold words, and no more than it takes to have them of
-- `enough` conversations.
--
-- How many of the texts hold them is seen in the newest; how many texts there are is guessed from the number of
-- conversations. When very many hold them, the newest are read one by one. When some do, the index is asked for those of
-- a time that should have enough of them, and for older ones if it had not: few of all that hold them are then fetched.
create or replace function search_newest(
    org bigint, with_terms text, with_words tsquery, most integer, enough integer)
  returns setof search_document
  language plpgsql stable set search_path = parley, pg_temp
    set max_parallel_workers_per_gather = 0
  as $$
    declare
      wanted double precision := least(most, enough * 1.5);
      texts double precision :=
          8 * (select c.conversations from org_counter c where c.org_id = org);
      seen constant integer := 256;
      share double precision;
      newest uuid;
      oldest uuid;
      since uuid;
      -- A term implies its organization, which the planner must not look up a second time.
      by_terms text := format('d.org_id + 0 = %s and %s', org, with_terms);
      conditions text[];
      condition text;
      hit search_document;
      found integer := 0;
      conversations uuid[] := '{}';
    begin
      select avg((d.words @@ with_words)::integer), (array_agg(d.id))[1], (array_agg(d.id))[count(*)]
        into share, newest, oldest
        from (select d.id, d.words from search_document d
               where d.org_id = org order by d.id desc limit seen) d;
      if share * share * texts > 8 * wanted then
        conditions := array[format('d.org_id = %s and d.words @@ %L::tsquery', org, with_words)];
      elsif share * texts > 2 * wanted then
        since := first_id_of_time(greatest(0, time_of_id(newest)
            - 2 * wanted / share / seen * (time_of_id(newest) - time_of_id(oldest)))::bigint);
        conditions := array[
            format('d.org_id = %s and d.id >= %L and %s', org, since, with_terms),
            format('d.id < %L and %s', since, by_terms)];
      else
        conditions := array[by_terms];
      end if;
      foreach condition in array conditions loop
        for hit in execute format(
            'select * from search_document d where %s order by d.id desc limit %s',
            condition, most - found)
        loop
          return next hit;
          found := found + 1;
          if enough is not null and hit.conversation_id <> all (conversations) then
            conversations := conversations || hit.conversation_id;
            if cardinality(conversations) >= enough then
              if enough <= (
                  select count(*) from conversation c
                   where c.org_id = org and c.id = any (conversations) and c.removed_at is null) then
                return;
              end if;
            end if;
          end if;
        end loop;
        exit when found = most;
      end loop;
    end
  $$;

-- Under row-level security an index on words cannot be used, since their comparison is not leak-proof. So this runs
-- with its owner's rights, and takes the organization from nowhere but the transaction.
--
-- It finds texts that have all the words, or the phrase, and texts that have any of them; of each the newest, at most
-- `most`: however common a word is, the work has a bound. With a single word, of whose texts none is better than another,
-- it looks no further once it has those of `enough` conversations. The spellings are the same words with their accents,
-- which only some stems depend on.
create or replace function search_documents(
    words text[], spellings text[], exact boolean, most integer, enough integer default null)
  returns table (conversation_id uuid, id uuid, score integer)
  language plpgsql stable security definer set search_path = parley, pg_temp
  as $$
    declare
      org bigint := current_org();
      size integer := cardinality(words);
      word text;
      forms text[];
      terms text[];
      query tsquery;
      queries tsquery[] := '{}';
      has_all text[] := '{}';
      all_words tsquery;
      -- Of those that find something alone.
      any_terms text[] := '{}';
      any_words tsquery;
      all_small boolean := (select bool_and(is_small_word(w)) from unnest(words) w);
      found_all integer;
    begin
      if org is null or size = 0 then
        return;
      end if;
      if exact then
        query := array_to_string(words, ' <-> ')::tsquery;
        terms := array(select org || ':' || w from unnest(words) w);
        return query
            -- The filter takes the stems away: what has no position has no weight.
            select d.conversation_id, d.id, 1
              from search_newest(
                  org, format('search_terms(d.org_id, d.words) @> %L::text[]', terms), query,
                  most * 10, null) d
             where ts_filter(d.words, '{d}') @@ query
             limit most;
        return;
      end if;
      for i in 1..size loop
        word := words[i];
        forms := search_forms(word) || search_forms(spellings[i]);
        terms := array(select org || ':' || f from unnest(forms) f);
        query := array_to_string(forms, ' | ')::tsquery;
        queries := queries || query;
        has_all := has_all || format('search_terms(d.org_id, d.words) && %L::text[]', terms);
        all_words := coalesce(all_words && query, query);
        -- The small words of a language are everywhere: they rank, but find nothing alone.
        if all_small or not is_small_word(word) then
          any_terms := any_terms || terms;
          any_words := coalesce(any_words || query, query);
        end if;
      end loop;
      return query
          select d.conversation_id, d.id, size
            from search_newest(org, array_to_string(has_all, ' and '), all_words, most,
                               case when size = 1 then enough end) d;
      get diagnostics found_all = row_count;
      if found_all < most and size > 1 then
        return query
            select d.conversation_id, d.id, s.score
              from search_newest(
                  org, format('search_terms(d.org_id, d.words) && %L::text[]', any_terms),
                  any_words, most, null) d,
                   lateral (select count(*)::integer as score
                              from unnest(queries) q where d.words @@ q) s
             where s.score < size;
      end if;
    end
  $$;
