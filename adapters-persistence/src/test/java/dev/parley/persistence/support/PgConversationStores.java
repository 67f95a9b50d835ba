package dev.parley.persistence.support;

import dev.parley.application.agent.Presences;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.ConversationStores;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.conversation.Deliveries;
import dev.parley.application.conversation.Scene;
import dev.parley.application.conversation.WaitingConversations;
import dev.parley.application.hours.Schedules;
import dev.parley.application.shared.CountingIds;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.persistence.agent.PgPresences;
import dev.parley.persistence.conversation.PgConversationQueries;
import dev.parley.persistence.conversation.PgConversations;
import dev.parley.persistence.conversation.PgDeliveries;
import dev.parley.persistence.conversation.PgWaitingConversations;
import dev.parley.persistence.hours.PgSchedules;
import io.vertx.sqlclient.Pool;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs contracts on PostgreSQL: one database for the class, two organizations of their own for each
 * test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PgConversationStores implements ConversationStores {
  protected final TestStore store = new TestStore();
  protected final PgUnitOfWork unitOfWork;
  protected final InstanceId self = new InstanceId(UUID.randomUUID());
  private final CountingIds ids = new CountingIds();
  private final Conversations conversations = new PgConversations(ids);
  private @Nullable Scene scene;
  private @Nullable Scene abroad;

  protected PgConversationStores() {
    this(PgUnitOfWork::new);
  }

  protected PgConversationStores(Function<Pool, PgUnitOfWork> unitOfWork) {
    this.unitOfWork = unitOfWork.apply(store.pool());
  }

  /** Called for every store that a contract asks for. */
  protected <P> P port(Class<P> type, P port) {
    return type.cast(port);
  }

  @BeforeEach
  void setTheScene() {
    SqlSeeds seeds = new SqlSeeds(store);
    scene = new Scene(store.newOrganization(), seeds);
    abroad = new Scene(store.newOrganization(), seeds);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Override
  public final UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public final OrganizationId here() {
    return scene().organization;
  }

  @Override
  public final OrganizationId elsewhere() {
    return abroad().organization;
  }

  @Override
  public final Scene scene() {
    return Objects.requireNonNull(scene);
  }

  @Override
  public final Scene abroad() {
    return Objects.requireNonNull(abroad);
  }

  @Override
  public final Conversations conversations() {
    return port(Conversations.class, conversations);
  }

  @Override
  public final ConversationQueries queries() {
    return port(ConversationQueries.class, new PgConversationQueries(unitOfWork));
  }

  @Override
  public final Deliveries deliveries() {
    return port(Deliveries.class, new PgDeliveries(unitOfWork, self, ids));
  }

  @Override
  public final Presences presences() {
    return port(Presences.class, new PgPresences(unitOfWork));
  }

  @Override
  public final Schedules schedules() {
    return port(Schedules.class, new PgSchedules(unitOfWork));
  }

  @Override
  public final WaitingConversations waiting() {
    return port(WaitingConversations.class, new PgWaitingConversations(unitOfWork));
  }
}
