package dev.parley.domain.attribute;

import dev.parley.domain.shared.DomainError;

/** What can be wrong about a custom attribute a request names. */
public sealed interface CustomAttributeError extends DomainError {

  record CustomAttributeNotFound(CustomAttributeId id) implements CustomAttributeError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** A wish for a value that the field does not take. */
  record ValueRefused(String rule) implements CustomAttributeError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** An unarchived definition of the same entity has this identifier. */
  record IdentifierTaken(String identifier) implements CustomAttributeError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
