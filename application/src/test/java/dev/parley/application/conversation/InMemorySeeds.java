package dev.parley.application.conversation;

import dev.parley.application.InMemoryStores;
import dev.parley.application.queue.QueueDetails;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.tag.Tag;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Seeds of stores in memory. */
public final class InMemorySeeds implements Seeds {
  private final InMemoryStores stores;

  public InMemorySeeds(InMemoryStores stores) {
    this.stores = stores;
  }

  @Override
  public void add(OrganizationId organization, Agent agent) {
    done(stores.agents.add(organization, agent));
  }

  @Override
  public void add(OrganizationId organization, Contact contact) {
    done(stores.contacts.add(organization, contact));
  }

  @Override
  public void add(OrganizationId organization, Queue queue) {
    done(stores.queues.add(organization, new QueueDetails(queue, Map.of())));
  }

  @Override
  public void addMember(OrganizationId organization, QueueId queue, AgentId agent) {
    done(stores.queues.addMembers(organization, queue, List.of(agent)));
  }

  @Override
  public void add(OrganizationId organization, Tag tag) {
    done(stores.tags.add(organization, tag, Instant.EPOCH));
  }

  @Override
  public void add(OrganizationId organization, ContactEndpoint endpoint) {
    done(stores.endpoints.add(organization, endpoint, Instant.EPOCH));
  }

  @Override
  public void add(OrganizationId organization, CustomAttribute attribute) {
    done(stores.customAttributes.add(organization, attribute));
  }

  private static void done(Uni<?> uni) {
    uni.await().indefinitely();
  }
}
