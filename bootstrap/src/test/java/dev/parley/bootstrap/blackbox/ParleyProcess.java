package dev.parley.bootstrap.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application on a free port, in a data directory of its own. It can be stopped,
 * killed and started again on the same port and data.
 *
 * <pre>{@code
 * try (ParleyProcess parley = ParleyProcess.in(directory).with("PARLEY_ADMIN_TOKEN", token).start()) {
 *   client.send(request(parley.url("/v1/organization")));
 * }
 * }</pre>
 */
public final class ParleyProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /** As arguments: the JVM tells in a line of its own what it takes from the environment. */
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx512m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Setup setup;
  private Process process;

  private ParleyProcess(Setup setup) {
    this.setup = setup;
    this.process = setup.launch();
  }

  /**
   * The application with its files below {@code directory}: {@code data} and {@code parley.log}.
   */
  public static Setup in(Path directory) {
    return new Setup(directory, freePort(), Map.of());
  }

  /**
   * What a process is started with.
   *
   * @param variables the environment besides the port and the data directory
   */
  public record Setup(Path directory, int port, Map<String, String> variables) {
    public Setup {
      variables = Map.copyOf(variables);
    }

    /** The same with one more environment variable. */
    public Setup with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(variables);
      more.put(name, value);
      return new Setup(directory, port, more);
    }

    /** Starts and waits until the application is ready. */
    public ParleyProcess start() {
      ParleyProcess parley = new ParleyProcess(this);
      parley.awaitReady();
      return parley;
    }

    /** Starts without waiting, for a start that is expected to fail or to be killed. */
    public ParleyProcess launchOnly() {
      return new ParleyProcess(this);
    }

    private Process launch() {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(JVM);
      command.add("-jar");
      command.add(Objects.requireNonNull(System.getProperty("parley.application")));
      ProcessBuilder builder = new ProcessBuilder(command);
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("PARLEY_"));
      environment.put("PARLEY_HTTP_HOST", "127.0.0.1");
      environment.put("PARLEY_HTTP_PORT", Integer.toString(port));
      environment.put("PARLEY_DATA_DIR", directory.resolve("data").toString());
      environment.putAll(variables);
      try {
        Files.createDirectories(directory);
        return builder
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()))
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** An address of this process, such as {@code url("/v1/organization")}. */
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + setup.port() + path);
  }

  /** Where its data is. */
  public Path data() {
    return setup.directory().resolve("data");
  }

  /** All it has said so far, in every run. */
  public String log() {
    try {
      return Files.readString(log(setup.directory()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operating system's id of the running process. */
  public long pid() {
    return process.pid();
  }

  /** Ends the process at once, as a power failure would; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(STOP);
  }

  /** Ends the process and all of its database's at once; returns when they are gone. */
  public void killWithDatabase() {
    List<ProcessHandle> all = process.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    kill();
  }

  /** Ends the database's processes at once, and leaves the service to see to it. */
  public void killDatabase() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** Sends a signal, such as {@code INT}, and does not wait for what it does. */
  public void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM; returns the exit code. */
  public int stop() {
    process.destroy();
    return awaitEnd(STOP);
  }

  /** Starts the same again and waits until it is ready. */
  public void restart() {
    launchAgain();
    awaitReady();
  }

  /** Starts the same again without waiting. */
  public void launchAgain() {
    if (process.isAlive()) {
      throw new IllegalStateException("still running");
    }
    process = setup.launch();
  }

  /** Waits for the process to end by itself; returns the exit code. */
  public int awaitEnd(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running after " + patience + "\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the process however it is. */
  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }

  /** Waits until {@code /q/health/ready} says so. */
  public void awaitReady() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(url("/q/health/ready")).build();
      for (Duration left = START; left.isPositive(); left = left.minus(BETWEEN_LOOKS)) {
        if (isReady(client, request)) {
          return;
        }
        if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new AssertionError("ended with " + process.exitValue() + "\n" + log());
        }
      }
      process.destroyForcibly();
      throw new AssertionError("not ready after " + START + "\n" + log());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isReady(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notListeningYet) {
      return false;
    }
  }

  private static Path log(Path directory) {
    return directory.resolve("parley.log");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
