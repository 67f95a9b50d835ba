package dev.parley.domain.channel;

import dev.parley.domain.shared.DomainError;

/** What can be wrong about a contact endpoint a request names. */
public sealed interface ContactEndpointError extends DomainError {

  /** No endpoint of the organization has this id or address. */
  record ContactEndpointNotFound(String key) implements ContactEndpointError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String toString() {
      return "ContactEndpointNotFound";
    }
  }

  record EndpointAddressTaken() implements ContactEndpointError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
