package dev.parley.domain.shared;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;

/** Who caused something. */
public sealed interface Author {

  record ByAgent(AgentId agent) implements Author {}

  record ByContact(ContactId contact) implements Author {}

  /** Parley itself: a timer, a policy, a connector. */
  record BySystem() implements Author {}
}
