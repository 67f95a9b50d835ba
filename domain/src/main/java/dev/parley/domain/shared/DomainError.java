package dev.parley.domain.shared;

/**
 * Why something cannot be done, as data. Each feature has a sealed family of these; a dialect turns
 * them into its own codes and words.
 */
public interface DomainError {
  Kind kind();

  /** A stable word for logs and metrics, never shown as prose. */
  default String code() {
    return getClass().getSimpleName();
  }

  /** What a caller can do about an error; dialects map it to their status codes. */
  enum Kind {
    /** Something the request names does not exist, or not in this organization. */
    NOT_FOUND,
    /** The request is well formed but the present state forbids it. */
    CONFLICT,
    /** The request cannot be carried out in any state. */
    INVALID,
    /** The actor may not do this. */
    FORBIDDEN,
    /** Try again later. */
    UNAVAILABLE
  }
}
