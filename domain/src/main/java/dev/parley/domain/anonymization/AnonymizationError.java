package dev.parley.domain.anonymization;

import dev.parley.domain.shared.DomainError;

/** Why an anonymization is refused. */
public sealed interface AnonymizationError extends DomainError {

  record AnonymizationRequestNotFound(AnonymizationRequestId id) implements AnonymizationError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** A request for the same target is pending or done. */
  record AlreadyRequested() implements AnonymizationError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }

  /** The target is, or contains, a conversation that is still being handled. */
  record TargetNotSettled() implements AnonymizationError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }
}
