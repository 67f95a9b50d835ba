package dev.parley.application.organization;

import static dev.parley.application.shared.Failures.attempt;

import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.agent.InMemoryApiKeys;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.queue.QueueDetails;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Organizations, and what they begin with in the other stores. */
public final class InMemoryOrganizations implements Organizations {
  private final List<Organization> rows = new ArrayList<>();
  private final InMemoryAgents agents;
  private final InMemoryApiKeys keys;
  private final InMemoryQueues queues;

  public InMemoryOrganizations(InMemoryAgents agents, InMemoryApiKeys keys, InMemoryQueues queues) {
    this.agents = agents;
    this.keys = keys;
    this.queues = queues;
  }

  @Override
  public Uni<Organization> get(OrganizationId id) {
    return attempt(
        () -> {
          synchronized (rows) {
            return rows.get(Math.toIntExact(id.number()) - 1);
          }
        });
  }

  @Override
  public Uni<List<Organization>> all() {
    return attempt(
        () -> {
          synchronized (rows) {
            return List.copyOf(rows);
          }
        });
  }

  @Override
  public Uni<OrganizationId> found(Founding founding) {
    return attempt(() -> store(founding));
  }

  @Override
  public Uni<Optional<OrganizationId>> foundFirst(Founding founding) {
    return attempt(
        () -> {
          synchronized (rows) {
            return rows.isEmpty() ? Optional.of(store(founding)) : Optional.empty();
          }
        });
  }

  private OrganizationId store(Founding founding) {
    OrganizationId id;
    synchronized (rows) {
      id = new OrganizationId(rows.size() + 1L);
      rows.add(new Organization(id, founding.publicId(), founding.name()));
    }
    agents.add(id, founding.admin()).await().indefinitely();
    queues.add(id, new QueueDetails(founding.queue(), Map.of())).await().indefinitely();
    keys.add(id, founding.admin().id(), founding.key(), founding.at()).await().indefinitely();
    return id;
  }
}
