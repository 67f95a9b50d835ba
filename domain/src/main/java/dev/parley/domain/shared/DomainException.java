package dev.parley.domain.shared;

/** Carries a {@link DomainError} up to the dialect that words it; rolls the transaction back. */
public final class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DomainError error;

  public DomainException(DomainError error) {
    // A refusal is an answer, not a bug: the stack trace would cost more than it tells.
    super(error.code(), null, false, false);
    this.error = error;
  }

  public DomainError error() {
    return error;
  }
}
