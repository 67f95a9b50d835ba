package dev.parley.domain.shared;

/** Errors that belong to no single feature. */
public sealed interface SharedError extends DomainError {

  /** A value breaks a rule; {@code path} names the field in domain words. */
  record InvalidField(String path, String rule) implements SharedError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** A change that names nothing to change. */
  record NothingToChange() implements SharedError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** The actor lacks the permission the use case asks for. */
  record PermissionMissing(String permission) implements SharedError {
    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }
  }

  /** Somebody else changed the same thing first, more often than we retry. */
  record ConcurrentChange() implements SharedError {
    @Override
    public Kind kind() {
      return Kind.UNAVAILABLE;
    }
  }

  /** A store or peer that the request needs does not answer. */
  record TemporarilyUnavailable() implements SharedError {
    @Override
    public Kind kind() {
      return Kind.UNAVAILABLE;
    }
  }

  static DomainException invalid(String path, String rule) {
    return new DomainException(new InvalidField(path, rule));
  }
}
