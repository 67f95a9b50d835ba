package dev.parley.application.agent;

import dev.parley.application.shared.Actor;
import io.smallrye.mutiny.Uni;

/** Whom a token stands for. */
public interface Credentials {
  /**
   * Compares in constant time. An answer is at most one second behind a revocation or a change of
   * roles, on every instance; a new key works at once. Callable from any thread.
   *
   * @return fails with {@code TemporarilyUnavailable} when the store cannot be asked
   */
  Uni<Authentication> authenticate(ApiToken token);

  /** What a token turned out to be. */
  sealed interface Authentication {
    record Authenticated(Actor actor) implements Authentication {}

    /** The secret is right, but the agent may not do anything any more. */
    record Disabled() implements Authentication {}

    /** No such key, a wrong secret or a revoked key: one answer for all three. */
    record Unknown() implements Authentication {}
  }
}
