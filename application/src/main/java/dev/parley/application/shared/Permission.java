package dev.parley.application.shared;

import dev.parley.domain.agent.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What an actor may do, the same for all dialects. What is not listed for a role is denied. */
public enum Permission {
  CONVERSATIONS_READ,
  CONVERSATIONS_WRITE,
  CONTACTS_READ,
  CONTACTS_WRITE,
  CONFIGURATION_READ,
  /** Agents, API keys, queues, tags, contact endpoints, custom attributes. */
  CONFIGURATION_WRITE,
  ANONYMIZE,
  /** Write an inbound message in a contact's name. */
  MESSAGES_WRITE_AS_CONTACT;

  private static final Set<Permission> OF_AGENTS =
      EnumSet.of(
          CONVERSATIONS_READ,
          CONVERSATIONS_WRITE,
          CONTACTS_READ,
          CONTACTS_WRITE,
          CONFIGURATION_READ,
          MESSAGES_WRITE_AS_CONTACT);

  public static Set<Permission> of(Collection<Role> roles) {
    Set<Permission> granted = EnumSet.noneOf(Permission.class);
    for (Role role : roles) {
      granted.addAll(
          switch (role) {
            case AGENT, TEAM_LEAD -> OF_AGENTS;
            case ADMIN -> EnumSet.allOf(Permission.class);
          });
    }
    return Set.copyOf(granted);
  }
}
