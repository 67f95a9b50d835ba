package dev.parley.bootstrap;

import dev.parley.bootstrap.configuration.ConfigurationCheck;
import dev.parley.bootstrap.configuration.Installation;
import dev.parley.channels.email.MailSystemProperties;
import dev.parley.persistence.embedded.EmbeddedPostgresException;
import dev.parley.persistence.setup.DatabaseSetupException;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The process. Checks the configuration, makes the database ready, runs the service, and stops the
 * embedded database after it. A start that cannot succeed ends with one line on standard error.
 */
@QuarkusMain
public final class Parley {
  private static final int CANNOT_START = 1;
  private static final int WRONG_CONFIGURATION = 2;

  private Parley() {}

  /** Runs until a signal ends it. */
  public static void main(String[] arguments) {
    SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    List<String> problems = ConfigurationCheck.problems(config);
    if (!problems.isEmpty()) {
      refuse(WRONG_CONFIGURATION, problems);
    }
    ConfigurationCheck.unknown(config)
        .forEach(name -> System.err.println("parley: " + name + " is not a setting; ignored"));
    try {
      run(Installation.of(config), arguments);
    } catch (EmbeddedPostgresException | DatabaseSetupException | CannotStart e) {
      refuse(CANNOT_START, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static void run(Installation installation, String... arguments) {
    if (!developing()) {
      HttpPort.requireFree(installation);
    }
    // Malformed addresses are refused by the dialects, in their own shape.
    System.setProperty("vertx.disableURIValidation", "true");
    MailSystemProperties.apply(System.getProperties());
    Storage storage = open(installation);
    ShutdownOrder order = new ShutdownOrder(storage);
    Quarkus.run(
        Service.class,
        (code, failure) -> {
          order.serviceHasStopped();
          if (!developing()) {
            end(code, failure);
          }
        },
        arguments);
  }

  /**
   * Opens the storage while Quarkus does what it does without one: its static start, which is a
   * class's initialization.
   */
  private static Storage open(Installation installation) {
    FutureTask<Storage> opening = new FutureTask<>(() -> Storage.open(installation));
    Thread.ofPlatform().daemon().name("parley-storage").start(opening);
    if (!developing()) {
      OpenApiDocuments.hideFromQuarkus();
      initializeService();
    }
    Storage storage = result(opening);
    storage.announce();
    return storage;
  }

  private static void initializeService() {
    try {
      Class.forName(
          Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      // Started from a development environment: Quarkus makes the class later.
    }
  }

  private static Storage result(FutureTask<Storage> opening) {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Dev mode runs this main again and again in one JVM, and keeps the port; known once it has run.
   */
  private static boolean developing() {
    return LaunchMode.current() == LaunchMode.DEVELOPMENT;
  }

  private static void end(int code, @Nullable Throwable failure) {
    if (failure != null) {
      refuse(CANNOT_START, List.of(reason(failure)));
    }
    System.exit(code);
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof CannotStart
        ? String.valueOf(root.getMessage())
        : "the service did not start: "
            + root.toString().lines().map(String::strip).collect(Collectors.joining(" "));
  }

  /**
   * Ends at once: nothing runs yet that a hook would have to stop, and hooks would add to the line.
   */
  private static void refuse(int code, List<String> problems) {
    problems.forEach(problem -> System.err.println("parley: " + problem));
    System.err.flush();
    if (developing()) {
      throw new IllegalStateException(String.join("; ", problems));
    }
    Runtime.getRuntime().halt(code);
  }
}
