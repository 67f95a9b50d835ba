package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.Role;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.persistence.conversation.PgConversationQueries;
import dev.parley.persistence.conversation.PgConversations;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall: what the server refuses when a statement forgets whose rows it may see. */
class RowLevelSecurityTest {
  private final TestStore store = new TestStore(4);
  private final TestStore.Tenant here = store.here;
  private final TestStore.Tenant elsewhere = store.elsewhere;
  private final PgUnitOfWork careful = new PgUnitOfWork(store.pool());

  /** Runs every statement without its conditions on the organization. */
  private final PgUnitOfWork careless =
      new PgUnitOfWork(store.pool(), Carelessness::withoutOrganization);

  private final Conversations conversations = new PgConversations(UUID::randomUUID);
  private final Decision<Conversation, ConversationEvent> ours = here.newConversation();

  @BeforeEach
  void weHaveAConversation() {
    await(careful.inTransaction(here.id(), tx -> conversations.create(tx, ours)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void the_careless_statements_are_really_careless() {
    assertThat(
            Carelessness.withoutOrganization(
                "select x from y where org_id = $1 and c.org_id = $1 and id = $2"))
        .isEqualTo(
            "select x from y where $1::bigint is not null and $1::bigint is not null and id = $2");
  }

  @Test
  void a_careless_look_from_elsewhere_finds_nothing() {
    Optional<Conversation> found =
        await(
            careless.inTransaction(
                elsewhere.id(), tx -> conversations.find(tx, ours.state().id())));
    assertThat(found).isEmpty();
    assertNotFound(careless.inTransaction(elsewhere.id(), tx -> conversations.get(tx, 1)));
  }

  @Test
  void careless_questions_from_elsewhere_find_nothing() {
    ConversationQueries queries = new PgConversationQueries(careless);
    Actor stranger =
        new Actor(elsewhere.id(), elsewhere.alice(), Permission.of(Set.of(Role.ADMIN)));
    assertNotFound(queries.get(stranger, 1));
    assertNotFound(queries.messages(stranger, 1));
    assertNotFound(queries.notes(stranger, 1));
    assertNotFound(queries.tags(stranger, 1));
    assertThat(await(queries.activity(stranger, 1))).isEmpty();
  }

  @Test
  void a_careless_change_from_elsewhere_changes_nothing() {
    Decision<Conversation, ConversationEvent> close =
        ours.state().close(new Author.BySystem(), TestStore.NOW);
    assertThatThrownBy(
            () ->
                await(careless.inTransaction(elsewhere.id(), tx -> conversations.save(tx, close))))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.error()).isInstanceOf(SharedError.ConcurrentChange.class));
    Conversation unchanged =
        await(careful.inTransaction(here.id(), tx -> conversations.get(tx, 1)));
    assertThat(unchanged.version()).isEqualTo(ours.state().version());
  }

  @Test
  void rows_cannot_be_written_in_the_name_of_another_organization() {
    assertThatThrownBy(
            () ->
                await(
                    careful.inTransaction(
                        elsewhere.id(),
                        tx ->
                            PgTransaction.of(tx)
                                .run(
                                    Sql.of(
                                        """
                                        insert into tag (org_id, id, name, name_key, active,
                                            created_at)
                                        select ?::bigint, ?::uuid, 'x', 'x', true, now()
                                         where $1::bigint is not null
                                        """,
                                        here.id().number(),
                                        UUID.randomUUID())))))
        .hasMessageContaining("row-level security");
  }

  @Test
  void no_table_shows_rows_to_a_session_without_organization() {
    for (String table : tenantTables()) {
      assertThat(count("select count(*) from " + table)).as(table).isZero();
    }
  }

  @Test
  void every_tenant_table_has_the_wall_and_the_organization_first_in_every_unique_key() {
    assertThat(tenantTables())
        .contains("conversation", "message", "activity", "outbox", "raw_inbound", "contact");
    assertThat(
            words(
                """
                select c.relname from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
                 where c.relnamespace = 'parley'::regnamespace and c.relkind in ('r', 'p')
                   and not c.relrowsecurity
                """))
        .as("only the small look-up tables are open")
        .containsExactlyInAnyOrder("api_key_directory", "contact_endpoint_directory");
    assertThat(
            words(
                """
                select i.indexrelid::regclass::text from pg_index i
                  join pg_class c on c.oid = i.indrelid and c.relrowsecurity
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
                 where c.relnamespace = 'parley'::regnamespace and i.indisunique
                   and i.indkey[0] <> a.attnum
                """))
        .as("unique keys that do not begin with the organization")
        .isEmpty();
  }

  private List<String> tenantTables() {
    return words(
        """
        select c.relname from pg_class c
         where c.relnamespace = 'parley'::regnamespace and c.relrowsecurity
        """);
  }

  private List<String> words(String query) {
    return Rows.list(rows(query), row -> row.getString(0));
  }

  private long count(String query) {
    return rows(query).iterator().next().getLong(0);
  }

  private RowSet<Row> rows(String query) {
    return store.pool().query(query).execute().toCompletionStage().toCompletableFuture().join();
  }

  private static void assertNotFound(Uni<?> uni) {
    assertThatThrownBy(() -> await(uni))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.error()).isInstanceOf(ConversationError.ConversationNotFound.class));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
