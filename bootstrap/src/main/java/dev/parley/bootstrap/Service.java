package dev.parley.bootstrap;

import dev.parley.bootstrap.configuration.ParleyConfig;
import dev.parley.bootstrap.work.DoorsOpen;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The running service: begins to work, says where it is to be found, then waits for the end. */
final class Service implements QuarkusApplication {
  private final ParleyConfig config;
  private final String version;
  private final Event<DoorsOpen> doorsOpen;

  @Inject
  Service(
      ParleyConfig config,
      @ConfigProperty(name = "quarkus.application.version") String version,
      Event<DoorsOpen> doorsOpen) {
    this.config = config;
    this.version = version;
    this.doorsOpen = doorsOpen;
  }

  @Override
  public int run(String... arguments) {
    doorsOpen.fire(new DoorsOpen());
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
