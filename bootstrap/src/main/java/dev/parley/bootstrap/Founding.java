package dev.parley.bootstrap;

import dev.parley.application.agent.ApiToken;
import dev.parley.application.organization.FirstStart;
import dev.parley.bootstrap.configuration.ParleyConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Makes the first organization on an empty database, and hands out its admin's token. */
@Singleton
final class Founding {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FirstStart firstStart;
  private final ParleyConfig config;

  @Inject
  Founding(FirstStart firstStart, ParleyConfig config) {
    this.firstStart = firstStart;
    this.config = config;
  }

  void found(@Observes StartupEvent event) {
    TokenFile file = new TokenFile(config.dataDir().resolve("admin-token"));
    Optional<ApiToken> configured = config.adminToken().flatMap(ApiToken::parse);
    FirstStart.Outcome outcome = firstStart.run(configured, file).await().atMost(PATIENCE);
    if (outcome instanceof FirstStart.Founded founded && founded.generated()) {
      System.out.printf(
          "%nThe admin's token, shown this once and kept in %s:%n%n  %s%n",
          file.path(), founded.token().text());
    }
  }

  /** The file {@code admin-token} in the data directory. */
  private record TokenFile(Path path) implements FirstStart.TokenSafe {
    @Override
    public ApiToken keep(ApiToken fresh) {
      String kept = OwnerOnlyFile.writeOnce(path, fresh.text() + "\n").strip();
      return ApiToken.parse(kept)
          .orElseThrow(() -> new IllegalStateException(path + " does not hold a token"));
    }

    @Override
    public void discard() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
