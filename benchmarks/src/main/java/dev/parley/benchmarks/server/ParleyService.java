package dev.parley.benchmarks.server;

import dev.parley.persistence.setup.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The packaged service as its users start it: {@code ./parley start}. */
public final class ParleyService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);
  private static final int OK = 200;

  private final Process process;
  private final URI address;
  private final Path directory;
  private final Duration startedIn;

  private ParleyService(Process process, URI address, Path directory, Duration startedIn) {
    this.process = process;
    this.address = address;
    this.directory = directory;
    this.startedIn = startedIn;
  }

  /**
   * How to run it.
   *
   * @param root of the project
   * @param directory for its data and logs
   * @param database null: the embedded server
   * @param javaOptions further options of the JVM
   * @param connections to the database
   */
  public record Settings(
      Path root,
      Path directory,
      @Nullable DatabaseUrl database,
      String cores,
      String operatorToken,
      String javaOptions,
      int connections) {
    /** As many connections as there are by default. */
    public static final int USUAL = 20;
  }

  /**
   * Returns once it is ready.
   *
   * @throws IllegalStateException when it ends, or is not ready in time; its log is named
   */
  public static ParleyService start(Settings settings) {
    try {
      Files.createDirectories(settings.directory());
      int port = freePort();
      List<String> command = new ArrayList<>(Pinning.prefix(settings.cores()));
      command.add(settings.root().resolve("parley").toString());
      command.add("start");
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(
          ProcessBuilder.Redirect.appendTo(settings.directory().resolve("service.log").toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
      builder.environment().putAll(environment(settings, port));
      long begun = System.nanoTime();
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      URI address = URI.create("http://127.0.0.1:" + port);
      awaitReady(process, address, settings.directory());
      return new ParleyService(
          process, address, settings.directory(), Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment(Settings settings, int port) {
    DatabaseUrl database = settings.database();
    String gcLog = "-Xlog:gc:file=" + settings.directory().resolve("gc.log") + "::filecount=0";
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "PARLEY_HTTP_PORT", Integer.toString(port),
                "PARLEY_HTTP_HOST", "127.0.0.1",
                "PARLEY_DATA_DIR", settings.directory().resolve("data").toString(),
                "PARLEY_OPERATOR_TOKEN", settings.operatorToken(),
                "PARLEY_OUTBOUND_ALLOW_PRIVATE", "true",
                "PARLEY_DATABASE_CONNECTIONS", Integer.toString(settings.connections()),
                "JAVA_OPTS", (gcLog + " " + settings.javaOptions()).strip()));
    if (database != null) {
      environment.put("PARLEY_DATABASE_URL", database.text());
    }
    return environment;
  }

  private static void awaitReady(Process process, URI address, Path directory) {
    URI health = address.resolve("/q/health/ready");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (status(health) != OK) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "the service did not start; see " + directory.resolve("service.log"));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static int status(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public URI address() {
    return address;
  }

  /** Takes the CPU away from it, so that something else can be measured beside it. */
  public void pause() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From the command to the first 200. */
  public Duration startedIn() {
    return startedIn;
  }

  public ProcessTree processes() {
    return new ProcessTree(process.toHandle());
  }

  public GcLog gcLog() {
    return new GcLog(directory.resolve("gc.log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
