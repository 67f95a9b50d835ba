package dev.parley.persistence.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A running PostgreSQL server that belongs to this process. It listens on a free port of the
 * loopback address only and asks for passwords. It stops with {@link #close()}, and by itself when
 * this process dies; when it dies alone it is started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private final DirectoryLock lock;
  private final ServerSupervisor supervisor;
  private final String superuserUrl;

  private EmbeddedPostgres(DirectoryLock lock, ServerSupervisor supervisor, String superuserUrl) {
    this.lock = lock;
    this.supervisor = supervisor;
    this.superuserUrl = superuserUrl;
  }

  /**
   * Where and how to run.
   *
   * @param directory the server's own directory: lock, password, cluster, logs; created when absent
   * @param software where the server's programs are unpacked to, one folder per version; may be
   *     shared by several directories
   * @param durable false only where losing the data at a power failure is welcome, that is in tests
   * @param parameters further server settings, by name
   * @param progress told what takes long, in words for an operator
   */
  public record Settings(
      Path directory,
      Path software,
      boolean durable,
      Map<String, String> parameters,
      Consumer<String> progress) {
    public Settings {
      directory = directory.toAbsolutePath().normalize();
      software = software.toAbsolutePath().normalize();
      parameters = Map.copyOf(parameters);
    }

    /** For real use: everything below one directory, all safety on. */
    public static Settings durable(Path directory, Consumer<String> progress) {
      return new Settings(directory, directory, true, Map.of(), progress);
    }
  }

  /**
   * Starts the server and returns once it accepts connections. The first start in a directory
   * unpacks the programs and creates the cluster; whatever an interrupted start left half done is
   * done again, and a server that outlived a killed process is stopped first.
   *
   * @throws EmbeddedPostgresException when it cannot run; the message is one line for an operator
   */
  public static EmbeddedPostgres start(Settings settings) {
    DirectoryLock lock = DirectoryLock.acquire(settings.directory());
    try {
      ServerSoftware software = ServerSoftware.unpack(settings.software(), settings.progress());
      Launcher launcher = Launcher.forThisMachine();
      Cluster cluster = Cluster.open(settings, software, launcher);
      Postmaster.clearAway(cluster.data(), settings.progress());
      ServerLog log = new ServerLog(settings.directory());
      ServerSupervisor supervisor =
          new ServerSupervisor(new Server.Plan(settings, software, launcher, cluster, log));
      int port = supervisor.start();
      return new EmbeddedPostgres(lock, supervisor, cluster.superuserUrl(port));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Connection string of the superuser, password included: {@code postgresql://...}. */
  public String superuserUrl() {
    return superuserUrl;
  }

  /** Stops the server cleanly, ending the sessions still open. Does nothing the second time. */
  @Override
  public void close() {
    supervisor.stop();
    lock.close();
  }
}
