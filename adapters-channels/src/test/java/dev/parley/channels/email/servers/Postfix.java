package dev.parley.channels.email.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Postfix as SMTP server; it needs root. It takes every mail for {@code parley.example}
 * and {@code customer.example}, puts it where a Dovecot finds it, and lets nothing leave this
 * machine: a mail for somebody it does not know comes back as a delivery report of Postfix's own.
 */
public final class Postfix implements AutoCloseable {
  private static final String PROGRAM = "/usr/sbin/postfix";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Scratch scratch = Scratch.create("postfix");
  private final Path configuration = scratch.directory("conf", null);
  private final int port = Scratch.freePort();

  /**
   * @param mailboxes the addresses that exist and their users in Dovecot, as {@code address=user}
   */
  public Postfix(Dovecot dovecot, String... mailboxes) {
    scratch.directory("queue", null);
    scratch.directory("data", "postfix");
    scratch.file("conf/main.cf", main(dovecot, mailboxes));
    scratch.file("conf/master.cf", master());
  }

  public int port() {
    return port;
  }

  public Postfix start() {
    run("start");
    await().pollInterval(Duration.ofMillis(20)).atMost(SOON).until(() -> Scratch.answers(port));
    return this;
  }

  @Override
  public void close() {
    run("stop");
    scratch.delete();
  }

  private void run(String command) {
    try {
      Process process =
          new ProcessBuilder(PROGRAM, "-c", configuration.toString(), command)
              .redirectErrorStream(true)
              .redirectOutput(scratch.path().resolve("output").toFile())
              .start();
      if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(scratch.text("output") + scratch.text("log"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String main(Dovecot dovecot, String... mailboxes) {
    StringBuilder map = new StringBuilder();
    for (String mailbox : mailboxes) {
      map.append("{ ").append(mailbox).append("/.").append(Dovecot.FOLDER).append("/ } ");
    }
    return """
    compatibility_level = 3.6
    queue_directory = %1$s/queue
    data_directory = %1$s/data
    maillog_file = %1$s/log
    maillog_file_prefixes = %1$s
    myhostname = mx.customer.example
    mydestination =
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    mynetworks = 127.0.0.0/8
    default_transport = error:nothing leaves this machine
    smtpd_reject_unlisted_recipient = no
    alias_maps =
    alias_database =
    recipient_delimiter = +
    virtual_mailbox_domains = parley.example, customer.example
    virtual_mailbox_base = %2$s
    virtual_mailbox_maps = inline:{ %3$s}
    virtual_minimum_uid = 1
    virtual_uid_maps = static:%4$s
    virtual_gid_maps = static:%5$s
    """
        .formatted(
            scratch.path(), dovecot.mails(), map, dovecot.owner("uid"), dovecot.owner("gid"));
  }

  /** As Debian's, without what delivers elsewhere; nothing runs in a chroot. */
  private String master() {
    return """
    127.0.0.1:%d inet n - n - - smtpd
    pickup unix n - n 60 1 pickup
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    defer unix - - n - 0 bounce
    trace unix - - n - 0 bounce
    flush unix n - n 1000? 0 flush
    proxymap unix - - n - - proxymap
    showq unix n - n - - showq
    error unix - - n - - error
    retry unix - - n - - error
    virtual unix - n n - - virtual
    anvil unix - - n - 1 anvil
    postlog unix-dgram n - n - 1 postlogd
    """
        .formatted(port);
  }
}
