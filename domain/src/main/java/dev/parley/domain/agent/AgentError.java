package dev.parley.domain.agent;

import dev.parley.domain.shared.DomainError;
import java.util.UUID;

/** What can be wrong about an agent a request names. */
public sealed interface AgentError extends DomainError {

  record AgentNotFound(AgentId id) implements AgentError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** The id belongs to a contact, who cannot do an agent's work. */
  record NotAnAgent(UUID id) implements AgentError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  record AgentEmailTaken() implements AgentError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** Without this one nobody could administer the organization. */
  record LastAdmin(AgentId id) implements AgentError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }

  /** Nobody saws off the branch that the request sits on. */
  record OwnAgent(AgentId id) implements AgentError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }

  record ApiKeyNotFound() implements AgentError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** The key id stands for somebody else, perhaps in another organization. */
  record ApiKeyTaken() implements AgentError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
