package dev.parley.bootstrap;

import dev.parley.bootstrap.configuration.ParleyConfig;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The running service: says where it is to be found, then waits for the end. */
final class Service implements QuarkusApplication {
  private final ParleyConfig config;
  private final String version;

  @Inject
  Service(
      ParleyConfig config, @ConfigProperty(name = "quarkus.application.version") String version) {
    this.config = config;
    this.version = version;
  }

  @Override
  public int run(String... arguments) {
    Path data = config.dataDir();
    System.out.printf(
        """

        Parley %s is ready at %s

          API         %s/v1
          Health      %s/q/health/ready
          Token       %s
          What next   README.md, docs/

        """,
        version,
        config.publicUrl(),
        config.publicUrl(),
        config.publicUrl(),
        config.adminToken().isPresent()
            ? "as given in PARLEY_ADMIN_TOKEN"
            : data.resolve("admin-token"));
    Quarkus.waitForExit();
    return 0;
  }
}
