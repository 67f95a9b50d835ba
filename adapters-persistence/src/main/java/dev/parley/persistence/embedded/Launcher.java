package dev.parley.persistence.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a server program is started on this machine.
 *
 * <ul>
 *   <li>PostgreSQL refuses to run as root: root enters a user namespace without a mapping, where it
 *       is nobody and still owns its files.
 *   <li>Its own session keeps a Ctrl-C in the terminal for us; we stop the server after the
 *       service.
 *   <li>The kernel interrupts the server when the thread that started it ends, so a killed JVM
 *       leaves no server behind. That thread must live as long as the server.
 * </ul>
 *
 * The last two need util-linux. Without it a server may outlive a killed process; the next start
 * stops it.
 */
final class Launcher {
  private static final String DEV_NULL = "/dev/null";

  private final List<String> namespace;
  private final List<String> session;

  private Launcher(List<String> namespace, List<String> session) {
    this.namespace = namespace;
    this.session = session;
  }

  static Launcher forThisMachine() {
    List<String> namespace = new UnixSystem().getUid() == 0 ? List.of("unshare", "-U") : List.of();
    List<String> session = List.of("setsid", "setpriv", "--pdeathsig", "INT");
    if (works(namespace, session)) {
      return new Launcher(namespace, session);
    }
    if (works(namespace, List.of())) {
      return new Launcher(namespace, List.of());
    }
    throw new EmbeddedPostgresException(
        "PostgreSQL does not run as root, and this machine does not let root start it as nobody"
            + " (unshare -U fails); start as an ordinary user, or set PARLEY_DATABASE_URL to a"
            + " server of your own");
  }

  /** A program that does one thing and ends, such as {@code initdb}. */
  ProcessBuilder tool(Path program, List<String> arguments) {
    return builder(namespace, program, arguments);
  }

  /** The server itself: its process id is the postmaster's, for every prefix replaces itself. */
  ProcessBuilder server(Path program, List<String> arguments) {
    List<String> prefix = new ArrayList<>(namespace);
    prefix.addAll(session);
    return builder(prefix, program, arguments);
  }

  private static ProcessBuilder builder(List<String> prefix, Path program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    restrictEnvironment(builder.environment());
    return builder.redirectInput(new File(DEV_NULL)).redirectErrorStream(true);
  }

  /** Ours holds secrets, and PGDATA or PGOPTIONS would change what the server does. */
  private static void restrictEnvironment(Map<String, String> environment) {
    environment.keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
  }

  private static boolean works(List<String> namespace, List<String> session) {
    List<String> command = new ArrayList<>(namespace);
    command.addAll(session);
    command.add("true");
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(new File(DEV_NULL))
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    }
  }
}
