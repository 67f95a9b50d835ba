package dev.parley.application.conversation;

import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.tag.Tag;

/** Puts the people and places into a store that conversations refer to. */
public interface Seeds {
  void add(OrganizationId organization, Agent agent);

  void add(OrganizationId organization, Contact contact);

  void add(OrganizationId organization, Queue queue);

  void addMember(OrganizationId organization, QueueId queue, AgentId agent);

  void add(OrganizationId organization, Tag tag);

  void add(OrganizationId organization, ContactEndpoint endpoint);

  void add(OrganizationId organization, CustomAttribute attribute);
}
