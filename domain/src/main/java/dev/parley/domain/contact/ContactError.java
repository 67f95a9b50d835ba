package dev.parley.domain.contact;

import dev.parley.domain.shared.DomainError;

/** What can be wrong about a contact a request names. */
public sealed interface ContactError extends DomainError {

  record ContactNotFound(ContactId id) implements ContactError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** Another contact of the organization has this e-mail address, phone number or external id. */
  record ContactKeyTaken(String field) implements ContactError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** Nothing personal can be kept of a contact any more whose personal data was removed. */
  record ContactIsAnonymized(ContactId id) implements ContactError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }
}
