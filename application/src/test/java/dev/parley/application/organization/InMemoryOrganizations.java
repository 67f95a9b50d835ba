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
    return attempt(() -> row(id));
  }

  public Organization row(OrganizationId id) {
    synchronized (rows) {
      return rows.get(Math.toIntExact(id.number()) - 1);
    }
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
    return furnish(add(founding), founding);
  }

  @Override
  public Uni<Optional<OrganizationId>> foundFirst(Founding founding) {
    OrganizationId first;
    synchronized (rows) {
      if (!rows.isEmpty()) {
        return Uni.createFrom().item(Optional.empty());
      }
      first = add(founding);
    }
    return furnish(first, founding).map(Optional::of);
  }

  private OrganizationId add(Founding founding) {
    synchronized (rows) {
      OrganizationId id = new OrganizationId(rows.size() + 1L);
      rows.add(new Organization(id, founding.publicId(), founding.name()));
      return id;
    }
  }

  private Uni<OrganizationId> furnish(OrganizationId id, Founding founding) {
    return agents
        .add(id, founding.admin())
        .chain(() -> queues.add(id, new QueueDetails(founding.queue(), Map.of())))
        .chain(() -> keys.add(id, founding.admin().id(), founding.key(), founding.at()))
        .replaceWith(id);
  }
}
