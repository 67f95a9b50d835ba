package dev.parley.persistence.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.support.PgConversationStores;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Whichever way the newest texts with a word are found, they are those that reading all finds. */
class SearchNewestTest extends PgConversationStores {
  private static final String FOUND =
      """
      select string_agg(d.id::text, ' ' order by d.id desc)
        from search_newest(%1$d, 'search_terms(d.org_id, d.words) && ''{%1$d:%2$s}''', '%2$s',
                           %3$d, %4$s) d
      """;

  private static final String EXPECTED =
      """
      with found as (
        select d.id, d.conversation_id, row_number() over (order by d.id desc) as place
          from search_document d where d.org_id = %1$d and d.words @@ '%2$s'
      ), enough as (
        select min(place) as place from found group by conversation_id
         order by 1 offset %4$s::integer - 1 limit 1
      )
      select string_agg(f.id::text, ' ' order by f.id desc)
        from found f
       where f.place <= least(%3$d, case when %4$s::integer > 0
                                     then (select e.place from enough e) end)
      """;

  @RepeatedTest(5)
  void theNewestAreFound() {
    int seed = ThreadLocalRandom.current().nextInt();
    fill(seed);

    for (String word : new String[] {"all", "most", "some", "few", "rare", "ups_and_downs", "no"}) {
      for (int most : new int[] {1, 40, 1000}) {
        for (String enough : new String[] {"1", "20", "51", "null::integer"}) {
          assertThat(ask(FOUND, word, most, enough))
              .as("%s, %s, %s with seed %s", word, most, enough, seed)
              .isEqualTo(ask(EXPECTED, word, most, enough));
        }
      }
    }
  }

  @Test
  void anOrganizationWithoutTextsHasNone() {
    assertThat(ask(FOUND, "all", 10, "10")).containsOnlyNulls();
  }

  /** Words that all, most, some, few and next to no texts have, and one that comes and goes. */
  private void fill(int seed) {
    long ours = here().number();
    store.asSuperuser(
        "set session_replication_role = replica",
        "select setseed(%s)".formatted(seed / (double) Integer.MIN_VALUE),
        """
        insert into search_document (org_id, id, conversation_id, words)
        select o, (rpad(lpad(to_hex(t::bigint), 12, '0'), 16, '7') || right(md5('t' || n), 16))::uuid,
               md5('c' || c)::uuid,
               concat_ws(' ', 'all:1',
                   case when chance < 0.9 then 'most:1' end,
                   case when chance < 0.2 then 'some:1' end,
                   case when chance < 0.02 then 'few:1' end,
                   case when chance < 0.002 then 'rare:1' end,
                   case when n > 2900 or n < 900 then 'ups_and_downs:1' end)::tsvector
          from (select %d as o, n, chance, (n / 10 + chance * 50)::integer as c,
                       sum(power(random(), 8) * 1e7) over (order by n) as t
                  from generate_series(1, 3000) n, lateral (select random() + n * 0 as chance) r) x
        """
            .formatted(ours),
        """
        insert into conversation (org_id, id, number, requester_id, channel, direction, state,
            state_updated_at, assignment, created_at, version)
        select %d, md5('c' || c)::uuid, 1 + c, md5('p' || c)::uuid, 'email', 'inbound',
               'open', now(), 'unassigned', now(), 1
          from generate_series(0, 400) c
        """
            .formatted(ours),
        "update org_counter set conversations = 400 where org_id = " + ours);
  }

  private List<String> ask(String query, String word, int most, String enough) {
    return store.askSuperuser(query.formatted(here().number(), word, most, enough));
  }
}
