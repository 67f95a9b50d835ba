package dev.parley.persistence.support;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.embedded.TestDatabase;
import dev.parley.persistence.setup.DatabaseUrl;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database with two organizations and the service's own way into it. */
public final class TestStore implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123Z");

  private final TestDatabase database = TestDatabase.create();
  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;
  public final Tenant here;
  public final Tenant elsewhere;

  public TestStore() {
    this(8);
  }

  public TestStore(int connections) {
    this.pool = pool(database.service(), connections);
    this.here = tenant("Here");
    this.elsewhere = tenant("Elsewhere");
  }

  /** An organization with one of everything a conversation refers to. */
  public record Tenant(
      OrganizationId id,
      AgentId alice,
      AgentId bob,
      ContactId carol,
      QueueId queue,
      TagId tag,
      ContactEndpointId endpoint) {

    public Decision<Conversation, ConversationEvent> newConversation() {
      ConversationId conversation = new ConversationId(UUID.randomUUID());
      return Conversation.startInbound(
          new Conversation.Beginning(
              conversation,
              carol,
              Channel.EMAIL,
              Direction.INBOUND,
              endpoint,
              "carol@example.com",
              "Where is my order?",
              "en",
              NOW),
          message(conversation, Direction.INBOUND, new Author.ByContact(carol)),
          queue);
    }

    public Message message(ConversationId conversation, Direction direction, Author author) {
      return new Message(
          new MessageId(UUID.randomUUID()),
          conversation,
          direction,
          author,
          new Content(Content.Format.TEXT, "Hello"),
          List.of(),
          null,
          null,
          null,
          direction == Direction.OUTBOUND ? Delivery.PENDING : Delivery.NOT_APPLICABLE,
          NOW);
    }
  }

  /** An organization without anything in it. */
  public OrganizationId newOrganization() {
    return new OrganizationId(createOrganization("Test"));
  }

  public Vertx vertx() {
    return vertx;
  }

  public Pool pool() {
    return pool;
  }

  public DatabaseUrl serviceUrl() {
    return database.service();
  }

  /** Another pool, say through a proxy. */
  public Pool pool(DatabaseUrl url, int connections) {
    PgConnectOptions options =
        PgConnectOptions.fromUri(url.reactiveUrl())
            .setUser(url.user())
            .setPassword(url.password())
            .setCachePreparedStatements(true);
    return ServicePool.of(vertx, new PoolOptions().setMaxSize(connections), List.of(options));
  }

  /** Past row-level security. */
  public void asSuperuser(String... statements) {
    DatabaseUrl admin = database.admin();
    try (Connection connection =
            DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = parley");
      for (String text : statements) {
        statement.execute(text);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what the query finds, past row-level security. */
  public List<String> askSuperuser(String query) {
    DatabaseUrl admin = database.admin();
    List<String> answers = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path = parley");
      ResultSet rows = statement.executeQuery(query);
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return answers;
  }

  private Tenant tenant(String name) {
    long number = createOrganization(name);
    Tenant tenant =
        new Tenant(
            new OrganizationId(number),
            new AgentId(UUID.randomUUID()),
            new AgentId(UUID.randomUUID()),
            new ContactId(UUID.randomUUID()),
            new QueueId(UUID.randomUUID()),
            new TagId(UUID.randomUUID()),
            new ContactEndpointId(UUID.randomUUID()));
    asSuperuser(
        insertAgent(tenant, tenant.alice().value(), 1, "alice"),
        insertAgent(tenant, tenant.bob().value(), 2, "bob"),
        "insert into contact (org_id, id, number, display_name, created_at) values (%d, '%s', 3, 'Carol', now())"
            .formatted(number, tenant.carol().value()),
        "insert into contact_email (org_id, email_key, contact_id, position, email) values (%d, 'carol@example.com', '%s', 0, 'carol@example.com')"
            .formatted(number, tenant.carol().value()),
        "insert into queue (org_id, id, number, name, name_key, is_default, policy, created_at) values (%d, '%s', 1, 'Support', 'support', true, 'manual', now())"
            .formatted(number, tenant.queue().value()),
        "insert into tag (org_id, id, name, name_key, active, created_at) values (%d, '%s', 'urgent', 'urgent', true, now())"
            .formatted(number, tenant.tag().value()),
        "insert into contact_endpoint (org_id, id, number, channel, address, address_key, created_at) values (%d, '%s', 1, 'email', 'help@example.com', 'help@example.com', now())"
            .formatted(number, tenant.endpoint().value()));
    return tenant;
  }

  private long createOrganization(String name) {
    return pool.query(
            "select create_organization('" + UUID.randomUUID() + "', '" + name + "', now())")
        .execute()
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .iterator()
        .next()
        .getLong(0);
  }

  private static String insertAgent(Tenant tenant, UUID id, int number, String name) {
    return "insert into agent (org_id, id, number, display_name, email, email_key, roles, availability, created_at) values (%d, '%s', %d, '%s', '%s@x.io', '%s@x.io', '{agent}', 'working', now())"
        .formatted(tenant.id().number(), id, number, name, name, name);
  }

  @Override
  public void close() {
    pool.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    database.close();
  }
}
