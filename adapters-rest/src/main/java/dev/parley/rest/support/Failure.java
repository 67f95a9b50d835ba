package dev.parley.rest.support;

import dev.parley.domain.shared.DomainError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a request is not answered as asked, before a dialect words it. */
public sealed interface Failure {
  /** A use case refused. */
  record Refused(DomainError error) implements Failure {}

  /** A value outside the body is not of its form. */
  record BadValue(Place place, String name) implements Failure {}

  /**
   * The body is no JSON, not of the operation's shape, or beyond a limit.
   *
   * @param path the field, in the dialect's words, when it is known
   * @param rule what it breaks, without the value
   */
  record BadBody(@Nullable String path, String rule) implements Failure {}

  /** The URL or a header breaks HTTP's own rules. */
  record Malformed() implements Failure {}

  record UriTooLong() implements Failure {}

  /** No token, or none that we know. */
  record NotAuthenticated() implements Failure {}

  /** The token's agent is disabled. */
  record AgentDisabled() implements Failure {}

  record NoSuchRoute() implements Failure {}

  record MethodNotAllowed(List<String> allowed) implements Failure {}

  record NotAcceptable() implements Failure {}

  record UnsupportedMediaType() implements Failure {}

  record BodyTooLarge() implements Failure {}

  /** The idempotency key belongs to another request. */
  record KeyReused() implements Failure {}

  /** The request with this idempotency key is still being carried out. */
  record KeyInUse() implements Failure {}

  /** The request was carried out; what it answered has been anonymized since. */
  record AnswerEmptied() implements Failure {}

  /**
   * @param retryAfterSeconds at least 1
   */
  record TooManyRequests(long retryAfterSeconds) implements Failure {}

  /** A bug of ours, already logged. */
  record Unexpected() implements Failure {}

  /** Where a value stands. */
  enum Place {
    PATH,
    QUERY,
    HEADER
  }
}
