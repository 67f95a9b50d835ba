package dev.parley.application.conversation;

import dev.parley.application.InMemoryStores;
import dev.parley.application.agent.Presences;
import dev.parley.application.hours.Schedules;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.organization.OrganizationId;

/** Runs contracts on the stores in memory, new ones for each test. */
public abstract class InMemoryConversationStores implements ConversationStores {
  protected final InMemoryStores stores = new InMemoryStores();
  protected final Scene scene = new Scene(new OrganizationId(1), new InMemorySeeds(stores));
  private final Scene abroad = new Scene(new OrganizationId(2), new InMemorySeeds(stores));

  @Override
  public final UnitOfWork unitOfWork() {
    return stores.unitOfWork;
  }

  @Override
  public final OrganizationId here() {
    return scene.organization;
  }

  @Override
  public final OrganizationId elsewhere() {
    return abroad.organization;
  }

  @Override
  public final Scene scene() {
    return scene;
  }

  @Override
  public final Scene abroad() {
    return abroad;
  }

  @Override
  public final Conversations conversations() {
    return stores.conversations;
  }

  @Override
  public final ConversationQueries queries() {
    return stores.queries;
  }

  @Override
  public final Deliveries deliveries() {
    return stores.deliveries;
  }

  @Override
  public final Presences presences() {
    return stores.presences;
  }

  @Override
  public final Schedules schedules() {
    return stores.schedules;
  }

  @Override
  public final WaitingConversations waiting() {
    return stores.waiting;
  }
}
