package dev.parley.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.search.Language;
import dev.parley.application.search.Word;
import dev.parley.persistence.embedded.TestDatabase;
import dev.parley.persistence.setup.DatabaseSetup;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final long SEED = 42;
  private static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123Z");

  private final TestDatabase server = TestDatabase.create();
  private final Database database = new Database(server.admin());
  private Dataset dataset;

  @BeforeEach
  void found() throws SQLException {
    dataset = Dataset.of(List.of(tenant(1), tenant(2)), server.admin(), SEED, NOW);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Tenant tenant(int index) throws SQLException {
    UUID admin = UUID.randomUUID();
    UUID queue = UUID.randomUUID();
    UUID endpoint = UUID.randomUUID();
    UUID agent = UUID.randomUUID();
    String address = "help@company" + index + ".example";
    long number =
        Long.parseLong(
            texts(
                    """
                    select found_organization(false, '%s', 'Company', '%s', 'Admin', 'a@x.io',
                        'a@x.io', '{admin}', '%s', 'Default', 'key%d', '\\x00', now())
                    """
                        .formatted(UUID.randomUUID(), admin, queue, index))
                .getFirst());
    database.run(
        """
        insert into agent (org_id, id, number, display_name, email, email_key, roles,
            availability, created_at)
        values (%d, '%s', 2, 'Bob', 'b@x.io', 'b@x.io', '{agent}', 'working', now())
        """
            .formatted(number, agent),
        "update org_counter set people = 2, endpoints = 1 where org_id = " + number,
        """
        insert into contact_endpoint (org_id, id, number, channel, address, address_key, created_at)
        values (%d, '%s', 1, 'email', '%s', '%s', now())
        """
            .formatted(number, endpoint, address, address));
    return new Tenant(
        number, "token", admin, endpoint, address, "secret", queue, List.of(agent), 0, 0);
  }

  @Test
  void holdsWhatWasAskedFor() throws SQLException {
    dataset.growTo(1_007);

    assertThat(dataset.messages()).isEqualTo(1_007);
    assertThat(count("from message")).isEqualTo(1_007);
    assertThat(count("from message where provider_id is not null")).isEqualTo(1_007);
    for (Tenant tenant : dataset.tenants()) {
      String ours = " where org_id = " + tenant.number();
      assertThat(count("from conversation" + ours)).isEqualTo(tenant.conversations()).isPositive();
      assertThat(count("from contact" + ours)).isEqualTo(tenant.contacts()).isPositive();
    }
    assertThat(dataset.tenants().getFirst().conversations())
        .isGreaterThan(dataset.tenants().getLast().conversations());
  }

  @Test
  void keepsWhatWasThereWhenItGrows() throws SQLException {
    dataset.growTo(1_000);
    List<String> before = texts("select id::text from message");
    List<String> definitions = texts(INDEXES);
    database.run("update org_counter set conversations = conversations + 5");

    dataset.growTo(2_500);

    assertThat(count("from message")).isEqualTo(2_500);
    assertThat(texts("select id::text from message")).containsAll(before);
    assertThat(texts(INDEXES)).isEqualTo(definitions);
    assertConsistent();
    assertThatRefsExist();
  }

  @Test
  void isAsTheServiceLeavesThings() throws SQLException {
    List<String> definitions = texts(INDEXES);
    dataset.growTo(3_000);
    Tenant tenant = dataset.tenants().getFirst();
    List<ConversationRef> queued = dataset.addQueued(tenant, 7);
    UUID heavy = dataset.addHeavyContact(tenant, 100);

    assertThat(texts(INDEXES)).isEqualTo(definitions);
    assertConsistent();
    assertThatRefsExist();
    assertThat(dataset.messages()).isEqualTo(count("from message"));
    assertThat(queued).hasSize(7);
    assertThat(count("from conversation where assignment = 'queued' and state = 'open'"))
        .isEqualTo(7);
    assertThat(count("from conversation where requester_id = '" + heavy + "'")).isEqualTo(5);
    assertThat(count("from outbox")).isZero();
    assertThat(texts("select contact::text from queues_with_work(now()) contact")).isEmpty();
  }

  @Test
  void isFoundByItsWords() throws SQLException {
    dataset.growTo(4_000);
    Tenant tenant = dataset.tenants().getFirst();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5; i++) {
      assertThat(found(tenant, dataset.commonWord(random), false)).isPositive();
    }
    String phrase =
        texts(
                "select body from message where org_id = %d order by id limit 1"
                    .formatted(tenant.number()))
            .getFirst()
            .toLowerCase(Locale.ROOT)
            .split("[. ]+", 3)[0];
    assertThat(found(tenant, phrase, false)).isPositive();
    long phrases = 0;
    for (int i = 0; i < 20; i++) {
      phrases += found(tenant, dataset.phrase(random), true);
    }
    assertThat(phrases).isPositive();
    long rare = 0;
    for (int i = 0; i < 200; i++) {
      rare += found(tenant, dataset.rareWord(random), false);
    }
    assertThat(rare).isPositive();
  }

  @Test
  void hasTheWordsThatTheServiceWouldWrite() throws SQLException {
    dataset.growTo(1_000);
    List<String> texts =
        texts(
            "select id || '|' || body from message union all select id || '|' || subject from conversation");
    assertThat(texts).hasSizeGreaterThan(1_000);
    List<String> wrong = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create temporary table expected (id uuid, words text, folded text, languages text)");
      for (String text : texts) {
        List<Word> words = Word.in(text.substring(text.indexOf('|') + 1));
        statement.addBatch(expected(text.substring(0, text.indexOf('|')), words));
      }
      statement.executeBatch();
      var rows =
          statement.executeQuery(
              """
              select e.folded from expected e left join search_document d on d.id = e.id
               where d.words is distinct from
                 e.words::tsvector || search_stems(e.folded, string_to_array(e.languages, ' '))
              """);
      while (rows.next()) {
        wrong.add(rows.getString(1));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String expected(String id, List<Word> words) {
    StringBuilder vector = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      vector.append(words.get(i).folded()).append(':').append(i + 1).append(' ');
    }
    return "insert into expected values ('%s', '%s', '%s', '%s')"
        .formatted(
            id,
            vector,
            words.stream().map(Word::folded).collect(Collectors.joining(" ")),
            Language.of(words).stream()
                .map(language -> language.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")));
  }

  @Test
  void saysTheSameAgain() throws SQLException {
    dataset.growTo(600);
    List<String> first = texts("select body from message order by org_id, id");
    try (TestDatabase other = TestDatabase.create()) {
      Database elsewhere = new Database(other.admin());
      List<Tenant> tenants = dataset.tenants();
      Dataset again =
          Dataset.of(
              tenants.stream().map(tenant -> tenant.holding(0, 0)).toList(),
              other.admin(),
              SEED,
              NOW);
      elsewhere.run(
          "insert into organization select n, gen_random_uuid(), 'x', now() from generate_series(1, 2) n",
          "insert into org_counter (org_id) select org_id from organization");
      again.growTo(600);

      assertThat(elsewhere.texts("select body from message order by org_id, id")).isEqualTo(first);
      assertThat(again.randomConversation(tenants.getFirst(), new SplittableRandom(3)).id())
          .isEqualTo(dataset.randomConversation(tenants.getFirst(), new SplittableRandom(3)).id());
    }
  }

  private static final String INDEXES =
      "select indexdef from pg_indexes where schemaname = 'parley' order by 1";

  private void assertThatRefsExist() throws SQLException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 40; i++) {
      Tenant tenant = dataset.randomTenant(random);
      ConversationRef ref = dataset.randomConversation(tenant, random);
      assertThat(
              count(
                  """
                  from conversation c
                    join contact_email e on e.org_id = c.org_id and e.contact_id = c.requester_id
                    join message m on m.org_id = c.org_id and m.conversation_id = c.id
                      and m.created_at = c.last_message_at
                   where c.org_id = %d and c.number = %d and c.id = '%s' and c.requester_id = '%s'
                     and e.email = '%s' and m.provider_id = '%s'
                  """
                      .formatted(
                          tenant.number(),
                          ref.number(),
                          ref.id(),
                          ref.contact(),
                          ref.contactEmail(),
                          ref.lastProviderId())))
          .isEqualTo(1);
      assertThat(count("from contact where id = '" + dataset.randomContact(tenant, random) + "'"))
          .isEqualTo(1);
    }
  }

  private void assertConsistent() throws SQLException {
    assertThat(
            texts(
                """
                select c.id::text from conversation c
                 where c.version <> (select count(*) from activity a where a.conversation_id = c.id)
                    or c.version <> (select max(a.sequence) from activity a
                                      where a.conversation_id = c.id)
                    or c.last_activity_at <> (select max(a.at) from activity a
                                               where a.conversation_id = c.id)
                    or c.last_message_at <> (select max(m.created_at) from message m
                                              where m.conversation_id = c.id)
                    or c.created_at > c.last_message_at
                    or c.created_at < (select p.created_at from contact p
                                        where p.id = c.requester_id)
                """))
        .isEmpty();
    assertThat(
            texts(
                """
                select o.org_id::text from org_counter o
                 where o.conversations < (select max(number) from conversation c
                                           where c.org_id = o.org_id)
                    or o.people < (select max(number) from contact c where c.org_id = o.org_id)
                """))
        .isEmpty();
    assertThat(
            texts(
                """
                select c.org_id::text from event_counter c
                 where c.last <> (select max(position) from event e where e.org_id = c.org_id)
                    or c.last <> (select count(*) from event e where e.org_id = c.org_id)
                """))
        .isEmpty();
    assertThat(count("from conversation where assignment_at is null or queued_at is null"))
        .isZero();
    assertThat(count("from event where position is null")).isZero();
    assertThat(count("from event")).isPositive();
    assertForeignKeysHold();
  }

  /** Constraints are checked when they are made, so each is made once more. */
  private void assertForeignKeysHold() throws SQLException {
    List<String> again =
        texts(
            """
            select format('alter table %s drop constraint %I, add constraint %I %s',
                       conrelid::regclass, conname, conname, pg_get_constraintdef(oid))
              from pg_constraint
             where contype = 'f' and connamespace = 'parley'::regnamespace
            """);
    assertThat(again).isNotEmpty();
    for (String statement : again) {
      database.run(statement);
    }
  }

  private long found(Tenant tenant, String words, boolean exact) throws SQLException {
    String array = "array['" + words.replace(" ", "', '") + "']";
    try (Connection connection = server.service().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = " + DatabaseSetup.SCHEMA);
      statement.execute("set app.org = " + tenant.number());
      var rows =
          statement.executeQuery(
              "select count(*) from search_documents(%s, %s, %s, 100)"
                  .formatted(array, array, exact));
      rows.next();
      return rows.getLong(1);
    }
  }

  private long count(String from) throws SQLException {
    return Long.parseLong(texts("select count(*)::text " + from).getFirst());
  }

  private List<String> texts(String query) throws SQLException {
    return database.texts(query);
  }
}
