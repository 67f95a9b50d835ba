package dev.parley.persistence.search;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.Scene;
import dev.parley.application.search.Condition;
import dev.parley.application.search.Condition.Choice;
import dev.parley.application.search.Condition.Status;
import dev.parley.application.search.ConversationFilter;
import dev.parley.application.search.ConversationSearch;
import dev.parley.application.search.ConversationSearch.ConversationHit;
import dev.parley.application.search.ConversationSearch.Query;
import dev.parley.application.search.ConversationSearchContract;
import dev.parley.application.search.Excerpt;
import dev.parley.application.search.TextQuery;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.persistence.anonymization.PgPersonalData;
import dev.parley.persistence.support.PgConversationStores;
import dev.parley.persistence.support.PgUnitOfWork;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PgConversationSearchTest extends PgConversationStores implements ConversationSearchContract {
  private static final Query COMMON =
      new Query(new TextQuery("common", false), ConversationFilter.NONE, true);

  @Override
  public ConversationSearch search() {
    return new PgConversationSearch(unitOfWork, CLOCK);
  }

  @ParameterizedTest
  @CsvSource({
    "Please cancel it, cancelled",
    "I am cancelling all my orders today, cancelled order",
    "Both ponies are broken, pony",
    "Die Häuser sind noch nicht bezahlt und ich warte, Haus",
    "Ich habe das Paket nicht bekommen und die Lieferungen auch nicht, Lieferung",
    "Je veux annuler mes commandes et je ne suis pas content, commande",
    "Bonjour je vous demande pour les chevaux, cheval",
    "Quiero cancelar los pedidos que hice para mi casa, pedido",
    "Las cancelaciones son para mi hermana, cancelación",
    "Jeg vil gerne bytte mine lamper og det er ikke let, lampe",
  })
  void aWordIsFoundInItsOtherForms(String text, String asked) {
    long number = say(text);

    ConversationHit hit = found(new TextQuery(asked, false)).getFirst();

    assertThat(hit.number()).isEqualTo(number);
    assertThat(hit.messages().getFirst().excerpt().pieces()).anyMatch(Excerpt.Piece::matched);
  }

  @Test
  void smallWordsRankButFindNothingAlone() {
    long both = say("teapot for you");
    long one = say("teapot");
    say("for you");

    assertThat(numbers(new TextQuery("teapot for you", false))).containsExactly(both, one);
  }

  @Test
  void smallWordsAreFoundWhenNothingElseIsAsked() {
    long both = say("for you");
    long one = say("for me");
    say("teapot");

    assertThat(numbers(new TextQuery("for you", false))).containsExactly(both, one);
  }

  @Test
  void whatWasAnonymizedIsFoundByFiltersOnly() {
    long number = say("teapot");
    decide(number, c -> c.close(scene().byAlice, NOON));
    decide(number, c -> c.anonymize(scene().byAlice, NOON));
    ConversationId id = load(number).id();
    inTransaction(
        tx ->
            new PgPersonalData()
                .removeConversation(tx, id, new AnonymizationRequestId(newId()), NOON));

    assertThat(numbers(new TextQuery("teapot", false))).isEmpty();
    assertThat(numbers(new TextQuery("order", false))).isEmpty();
    assertThat(numbers(null)).containsExactly(number);
  }

  @Test
  void whatWasRemovedIsNotFound() {
    say("teapot");
    store.asSuperuser(
        "update conversation set removed_at = now() where org_id = " + here().number());

    assertThat(numbers(new TextQuery("teapot", false))).isEmpty();
    assertThat(numbers(null)).isEmpty();
  }

  /** Forbidden to read whole tables, the server only does when it has no other way. */
  @Test
  void noSearchReadsAWholeTable() {
    long ours = here().number();
    store.asSuperuser(
        "set session_replication_role = replica",
        filled(
            """
            insert into conversation (org_id, id, number, requester_id, channel, direction, state,
                state_updated_at, assignment, created_at, version)
            select o, c, 1000 + n, c, 'email', 'inbound', 'open', t, 'unassigned', t, 1
            """,
            ours),
        filled(
            """
            insert into message (org_id, id, conversation_id, direction, author_kind, format, body,
                delivery, created_at)
            select o, m, c, 'inbound', 'system', 'text', 'common', 'not_applicable', t
            """,
            ours),
        filled(
            """
            insert into search_document (org_id, id, conversation_id, words)
            select o, m, c, ('common:1 words:2 rare' || n % 500 || ':3')::tsvector
            """,
            ours),
        "update org_counter set conversations = 1000 where org_id = " + ours,
        "analyze conversation, message, search_document, conversation_tag");
    Pool pool = store.pool(store.serviceUrl(), 1);
    ConversationSearch search = new PgConversationSearch(new PgUnitOfWork(pool), CLOCK);
    run(pool, "set enable_seqscan = off");
    String scans =
        """
        select sum(seq_scan) from pg_stat_user_tables
         where schemaname = 'parley' and relname in ('conversation', 'message', 'search_document')
        """;
    List<String> before = store.askSuperuser(scans);

    for (ConversationFilter filter :
        List.of(
            ConversationFilter.NONE,
            new ConversationFilter(
                true, List.of(new Condition.In(new Choice.NoneOf<>(Set.of(Status.OPEN))))))) {
      for (TextQuery text :
          new @Nullable TextQuery[] {
            null,
            new TextQuery("rare17", false),
            new TextQuery("common", false),
            new TextQuery("common words rare17 never", false),
            new TextQuery("words rare17", true),
            new TextQuery("common words", true)
          }) {
        int found =
            await(search.find(scene().actor(), new Query(text, filter, true), Optional.empty(), 50))
                .hits()
                .size();
        assertThat(found > 0).as("%s", text).isEqualTo(filter.conditions().isEmpty());
      }
    }

    run(pool, "select pg_stat_force_next_flush()");
    assertThat(store.askSuperuser(scans)).isEqualTo(before);
    pool.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aPageOfWhatIsCommonHasTheNewestAndTheNextOneGoesOn() {
    fillWith("(1000 + n)", "'common:1'");

    List<Long> first = numbersOf(page(Optional.empty()));
    List<Long> second = numbersOf(page(page(Optional.empty()).next()));

    assertThat(first).isEqualTo(from(1001, 50));
    assertThat(second).isEqualTo(from(1051, 50));
  }

  @Test
  void aConversationWithManyTextsLeavesRoomForOthers() {
    fillWith("case when n <= 600 then 1001 else 1000 + n end", "'common:1'");

    assertThat(numbersOf(page(Optional.empty())))
        .hasSize(50)
        .startsWith(1001L, 1601L, 1602L)
        .doesNotHaveDuplicates();
  }

  @Test
  void aPageIsFullThoughConversationsOnItWereRemoved() {
    fillWith("(1000 + n)", "'common:1'");
    store.asSuperuser(
        "update conversation set removed_at = now() where number between 1011 and 1020 and org_id = "
            + here().number());

    List<Long> expected = Stream.of(from(1001, 10), from(1021, 40)).flatMap(List::stream).toList();
    assertThat(numbersOf(page(Optional.empty()))).isEqualTo(expected);
    assertThat(page(Optional.empty()).next()).isPresent();
  }

  /** Also with the plan that the server keeps, which knows nothing of what is asked. */
  @Test
  void aPageReadsItsConversationsAndNoOthers() {
    fillWith("(1000 + n)", "'common:1'");
    store.asSuperuser("analyze conversation, search_document");
    Pool pool = store.pool(store.serviceUrl(), 1);
    ConversationSearch search = new PgConversationSearch(new PgUnitOfWork(pool), CLOCK);
    run(pool, "set plan_cache_mode = force_generic_plan");
    String fetched =
        """
        select idx_tup_fetch from pg_stat_user_tables
         where schemaname = 'parley' and relname = 'conversation'
        """;
    run(pool, "select pg_stat_force_next_flush()");
    long before = Long.parseLong(store.askSuperuser(fetched).getFirst());

    assertThat(await(search.find(scene().actor(), COMMON, Optional.empty(), 50)).hits())
        .hasSize(50);

    run(pool, "select pg_stat_force_next_flush()");
    assertThat(Long.parseLong(store.askSuperuser(fetched).getFirst()) - before)
        .isBetween(51L, 3 * 51L);
    pool.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatHasMoreOfTheWordsComesFirstThoughItIsOlder() {
    fillWith("(1000 + n)", "case when n = 900 then 'common:1 word:2' else 'common:1' end");
    TextQuery three = new TextQuery("common word never", false);

    assertThat(numbers(three)).hasSize(50).startsWith(1900L, 1001L, 1002L);
  }

  /** A thousand texts of one organization, the newest first, each in the conversation named. */
  private void fillWith(String conversation, String words) {
    long ours = here().number();
    store.asSuperuser(
        "set session_replication_role = replica",
        """
        insert into conversation (org_id, id, number, requester_id, channel, direction, state,
            state_updated_at, assignment, created_at, version)
        select %d, md5('c' || 1000 + n)::uuid, 1000 + n, md5('c' || n)::uuid, 'email', 'inbound',
               'open', now(), 'unassigned', now(), 1
          from generate_series(1, 1000) n
        """
            .formatted(ours),
        """
        insert into search_document (org_id, id, conversation_id, words)
        select %d, ('00000000-0000-7000-8000-' || lpad((5000 - n)::text, 12, '0'))::uuid,
               md5('c' || %s)::uuid, (%s)::tsvector
          from generate_series(1, 1000) n
        """
            .formatted(ours, conversation, words),
        "update org_counter set conversations = 1000 where org_id = " + ours);
  }

  private static List<Long> from(long first, int count) {
    return LongStream.range(first, first + count).boxed().toList();
  }

  private ConversationSearch.Found page(Optional<ConversationSearch.Place> after) {
    return await(search().find(scene().actor(), COMMON, after, 50));
  }

  private static List<Long> numbersOf(ConversationSearch.Found found) {
    return found.hits().stream().map(ConversationHit::number).toList();
  }

  @Test
  void whatWaitsBeforeTheIndexIsFoundAndEntered() {
    PgPendingTerms terms = new PgPendingTerms(unitOfWork);
    long number = say("teapot");
    TextQuery teapot = new TextQuery("teapot", false);
    assertThat(numbers(teapot)).contains(number);

    assertThat(await(terms.enter())).isPositive();

    assertThat(await(terms.enter())).isZero();
    assertThat(numbers(teapot)).contains(number);
  }

  /** A thousand rows each for ours and some organizations that are nowhere else. */
  private static String filled(String insert, long ours) {
    return insert
        + """
          from unnest(array[%d, 900001, 900002, 900003, 900004]) o, generate_series(1, 1000) n,
               lateral (select md5(o || 'c' || n)::uuid as c, md5(o || 'm' || n)::uuid as m,
                               now() - n * interval '1 minute' as t) x
        """
            .formatted(ours);
  }

  private static void run(Pool pool, String statement) {
    pool.query(statement).execute().toCompletionStage().toCompletableFuture().join();
  }

  private long say(String text) {
    Scene scene = scene();
    return create(
        scene.aNewConversation(
            null,
            scene.fromJane(scene.newConversationId()).at(MORNING).saying(text),
            scene.jane,
            scene.support));
  }

  private List<Long> numbers(@Nullable TextQuery text) {
    return found(text).stream().map(ConversationHit::number).toList();
  }

  private List<ConversationHit> found(@Nullable TextQuery text) {
    Query query = new Query(text, ConversationFilter.NONE, true);
    return await(search().find(scene().actor(), query, Optional.empty(), 50)).hits();
  }
}
