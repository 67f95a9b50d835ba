package dev.parley.persistence.support;

import dev.parley.application.conversation.Seeds;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.tag.Tag;
import dev.parley.persistence.attribute.InputJson;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Seeds by plain statements, so that contracts do not rest on other stores. */
final class SqlSeeds implements Seeds {
  private final TestStore store;
  private final AtomicLong numbers = new AtomicLong();

  SqlSeeds(TestStore store) {
    this.store = store;
  }

  @Override
  public void add(OrganizationId organization, Agent agent) {
    insert(
        "agent (org_id, id, number, display_name, email, email_key, phone_number, roles,"
            + " availability, disabled, created_at)",
        organization.number(),
        agent.id().value(),
        numbers.incrementAndGet(),
        agent.displayName(),
        agent.email().value(),
        agent.email().key(),
        agent.phoneNumber(),
        "{agent}",
        agent.availability().name().toLowerCase(Locale.ROOT),
        agent.disabled(),
        agent.createdAt());
  }

  @Override
  public void add(OrganizationId organization, Contact contact) {
    insert(
        "contact (org_id, id, number, display_name, first_name, last_name, avatar_url,"
            + " external_id, blocked, created_at)",
        organization.number(),
        contact.id().value(),
        numbers.incrementAndGet(),
        contact.name().display(),
        contact.name().first(),
        contact.name().last(),
        contact.avatarUrl(),
        contact.externalId(),
        contact.blocked(),
        contact.createdAt());
    for (int i = 0; i < contact.emails().size(); i++) {
      insert(
          "contact_email (org_id, email_key, contact_id, position, email)",
          organization.number(),
          contact.emails().get(i).key(),
          contact.id().value(),
          i,
          contact.emails().get(i).value());
    }
    for (int i = 0; i < contact.phoneNumbers().size(); i++) {
      insert(
          "contact_phone (org_id, contact_id, position, phone_number)",
          organization.number(),
          contact.id().value(),
          i,
          contact.phoneNumbers().get(i));
    }
  }

  @Override
  public void add(OrganizationId organization, Queue queue) {
    Duration timeout = queue.offerTimeout();
    insert(
        "queue (org_id, id, number, name, name_key, is_default, policy, agent_cap,"
            + " offer_timeout_seconds, business_hours_id, created_at)",
        organization.number(),
        queue.id().value(),
        numbers.incrementAndGet(),
        queue.name(),
        queue.name().toLowerCase(Locale.ROOT),
        queue.isDefault(),
        queue.policy().name().toLowerCase(Locale.ROOT),
        queue.agentCap(),
        timeout == null ? null : timeout.toSeconds(),
        queue.schedule() == null ? null : queue.schedule().value(),
        queue.createdAt());
  }

  @Override
  public void addMember(OrganizationId organization, QueueId queue, AgentId agent) {
    insert(
        "queue_member (org_id, queue_id, agent_id)",
        organization.number(),
        queue.value(),
        agent.value());
  }

  @Override
  public void add(OrganizationId organization, Tag tag) {
    insert(
        "tag (org_id, id, name, name_key, color, active, created_at)",
        organization.number(),
        tag.id().value(),
        tag.name(),
        tag.name().toLowerCase(Locale.ROOT),
        tag.color(),
        tag.active(),
        TestStore.NOW);
  }

  @Override
  public void add(OrganizationId organization, ContactEndpoint endpoint) {
    String address = endpoint.address();
    insert(
        "contact_endpoint (org_id, id, number, channel, address, address_key, queue_id,"
            + " created_at)",
        organization.number(),
        endpoint.id().value(),
        numbers.incrementAndGet(),
        endpoint.channel().name(),
        address,
        address == null ? null : address.toLowerCase(Locale.ROOT),
        endpoint.queue() == null ? null : endpoint.queue().value(),
        TestStore.NOW);
  }

  @Override
  public void add(OrganizationId organization, CustomAttribute attribute) {
    insert(
        "custom_attribute (org_id, id, entity, identifier, label, input, archived, created_at)",
        organization.number(),
        attribute.id().value(),
        Code.of(attribute.entity()),
        attribute.identifier(),
        attribute.label(),
        InputJson.write(attribute.input()),
        attribute.archived(),
        attribute.createdAt());
  }

  private void insert(String columns, @Nullable Object... values) {
    StringBuilder statement = new StringBuilder("insert into " + columns + " values (");
    for (int i = 0; i < values.length; i++) {
      statement.append(i == 0 ? "" : ", ").append(literal(values[i]));
    }
    store.asSuperuser(statement.append(")").toString());
  }

  private static String literal(@Nullable Object value) {
    return value == null ? "null" : "'" + value.toString().replace("'", "''") + "'";
  }
}
