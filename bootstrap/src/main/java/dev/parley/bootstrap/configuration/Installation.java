package dev.parley.bootstrap.configuration;

import dev.parley.persistence.setup.DatabaseUrl;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What must be known before the service can start and {@link ParleyConfig} be injected; read from
 * settings that {@link ConfigurationCheck} has passed.
 */
public record Installation(
    Path dataDir,
    Optional<DatabaseUrl> externalDatabase,
    Optional<DatabaseUrl> serviceLogin,
    String httpHost,
    int httpPort) {

  /** Reads the few settings the start itself needs. */
  public static Installation of(SmallRyeConfig config) {
    return new Installation(
        new Rule.Directory().convert(required(config, "parley.data-dir")),
        optional(config, "parley.database-url"),
        optional(config, "parley.database-service-url"),
        required(config, "parley.http-host"),
        new Rule.Port().convert(required(config, "parley.http-port")));
  }

  private static String required(SmallRyeConfig config, String property) {
    return config
        .getOptionalValue(property, String.class)
        .or(() -> Setting.named(property).defaultValue())
        .orElseThrow();
  }

  private static Optional<DatabaseUrl> optional(SmallRyeConfig config, String property) {
    return config.getOptionalValue(property, String.class).map(new Rule.Database()::convert);
  }
}
