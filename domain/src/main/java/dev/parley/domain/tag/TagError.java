package dev.parley.domain.tag;

import dev.parley.domain.shared.DomainError;

/** What can be wrong about a tag a request names. */
public sealed interface TagError extends DomainError {

  record TagNotFound(TagId id) implements TagError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record TagInactive(TagId id) implements TagError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  record TagNameTaken(String name) implements TagError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
