package dev.parley.channels.email.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Dovecot 2.3 as IMAP server. Any user name logs in with {@link #PASSWORD} and begins with
 * an empty mailbox. Mails are kept as Maildirs, of a user of Dovecot's when we are root, since it
 * serves no mails of root's.
 */
public final class Dovecot implements AutoCloseable {
  public static final String PASSWORD = "pw";
  public static final String FOLDER = "Support";

  private static final String PROGRAM = "/usr/sbin/dovecot";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final @Nullable String MAIL_USER = Scratch.IS_ROOT ? "dovecot" : null;

  private final Scratch scratch = Scratch.create("dovecot");
  private final Path mails = scratch.directory("mails", MAIL_USER);
  private final int port = Scratch.freePort();
  private final Path configuration = scratch.file("dovecot.conf", configuration());
  private final AtomicInteger delivered = new AtomicInteger();
  private @Nullable Process process;

  public int port() {
    return port;
  }

  /** Where the mails lie: a user's folder is {@code user/.folder}. */
  public Path mails() {
    return mails;
  }

  public Dovecot start() {
    try {
      Process started =
          new ProcessBuilder(PROGRAM, "-F", "-c", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(scratch.path().resolve("output").toFile())
              .start();
      process = started;
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(SOON)
          .until(() -> !started.isAlive() || Scratch.answers(port));
      if (!started.isAlive()) {
        throw new IllegalStateException(scratch.text("output") + scratch.text("log"));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the server and all connections to it. As the system's service manager we tell every
   * process: one that waits for a client's next command would only notice after a while.
   */
  public void stop() {
    Process running = process;
    if (running == null) {
      return;
    }
    process = null;
    List<ProcessHandle> all =
        Stream.concat(running.descendants(), Stream.of(running.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(SOON)
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Puts a mail into a folder that exists, as a delivery agent does: the server may be down. */
  public void deliver(String user, String mail) {
    try {
      Path folder = mails.resolve(user).resolve("." + FOLDER);
      String name = "1795000000.M" + delivered.incrementAndGet() + ".parley";
      Path written = Files.writeString(folder.resolve("tmp").resolve(name), mail);
      Files.move(written, folder.resolve("new").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    scratch.delete();
  }

  private String configuration() {
    String me = System.getProperty("user.name");
    return """
        protocols = imap
        listen = 127.0.0.1
        base_dir = %1$s/run
        state_dir = %1$s/state
        log_path = %1$s/log
        ssl = no
        disable_plaintext_auth = no
        mail_location = maildir:%1$s/mails/%%u
        mail_max_userip_connections = 0
        first_valid_uid = 1
        passdb {
          driver = static
          args = password=%2$s
        }
        userdb {
          driver = static
          args = uid=%3$s gid=%4$s home=%1$s/mails/%%u
        }
        namespace inbox {
          inbox = yes
        }
        service imap-login {
          inet_listener imap {
            port = %5$d
          }
          inet_listener imaps {
            port = 0
          }
        }
        """
            .formatted(
                scratch.path(), PASSWORD, Scratch.IS_ROOT ? MAIL_USER : me, owner("gid"), port)
        + (Scratch.IS_ROOT ? "" : rootless(me));
  }

  /** The numeric user or group the mails belong to. */
  Object owner(String kind) {
    try {
      return Files.getAttribute(mails, "unix:" + kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String rootless(String me) {
    return """
        default_internal_user = %1$s
        default_login_user = %1$s
        default_internal_group = %2$s
        service anvil {
          chroot =
        }
        service imap-login {
          chroot =
        }
        """
        .formatted(me, group());
  }

  private String group() {
    try {
      return Files.getAttribute(mails, "posix:group").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
