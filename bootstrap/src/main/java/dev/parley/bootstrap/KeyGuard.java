package dev.parley.bootstrap;

import dev.parley.channels.support.DerivedKeys;
import dev.parley.persistence.setup.KeyCheck;
import dev.parley.persistence.support.PgUnitOfWork;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;

/**
 * Refuses to start with another key than the one the database's secrets were encrypted with: they
 * would be unreadable, and new ones unreadable to the other instances.
 */
@Singleton
final class KeyGuard {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KeyCheck check;
  private final DerivedKeys keys;

  @Inject
  KeyGuard(PgUnitOfWork unitOfWork, DerivedKeys keys) {
    this.check = new KeyCheck(unitOfWork);
    this.keys = keys;
  }

  /** Comes before observers without a priority, which write. */
  void check(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
    boolean same = check.isSameAsEver(keys.derive("key check")).await().atMost(PATIENCE);
    if (!same) {
      throw new CannotStart(
          "PARLEY_SECRET_KEY: not the key that the secrets in this database were encrypted with"
              + " (without the variable it is the file secret.key in the data directory)");
    }
  }
}
