package dev.parley.domain.team;

import dev.parley.domain.shared.DomainError;

/** What can be wrong about a team a request names. */
public sealed interface TeamError extends DomainError {

  record TeamNotFound(TeamId id) implements TeamError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }
}
