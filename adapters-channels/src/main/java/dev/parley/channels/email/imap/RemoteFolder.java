package dev.parley.channels.email.imap;

import dev.parley.channels.email.EmailAccount;
import dev.parley.channels.email.MailLine;
import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.email.MailServer;
import dev.parley.domain.channel.Secret;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jboss.logging.Logger;

/**
 * A mailbox's folder on one connection, opened for reading only, so that nothing we do marks a mail
 * as seen. Mails are named by UID in every command; the library's own view of the folder, which
 * follows it by position, is not used.
 */
final class RemoteFolder implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RemoteFolder.class);
  private static final DateTimeFormatter SEARCH_DATE =
      DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

  /** A server that does not answer for so long while it should be idle is gone. */
  private static final Duration DEAD_AFTER = Duration.ofSeconds(30);

  private final MailLine line;
  private final ScheduledExecutorService timer;
  private final IMAPStore store;
  private final IMAPFolder folder;
  private final boolean canIdle;

  /** A mail was announced that the last search may not have found. */
  private final AtomicBoolean news = new AtomicBoolean();

  private volatile boolean idling;

  private RemoteFolder(
      MailLine line,
      ScheduledExecutorService timer,
      IMAPStore store,
      IMAPFolder folder,
      boolean canIdle) {
    this.line = line;
    this.timer = timer;
    this.store = store;
    this.folder = folder;
    this.canIdle = canIdle;
  }

  /**
   * @param line cut by others to end what happens here
   */
  static RemoteFolder open(MailLine line, EmailAccount.Mailbox mailbox, MailNetwork network)
      throws MessagingException {
    MailServer server = mailbox.server();
    Secret password = server.password();
    IMAPStore store =
        new IMAPStore(
            line.session(), new URLName("imap", server.host(), server.port(), null, null, null));
    try {
      store.connect(
          line.address(),
          server.port(),
          server.username(),
          password == null ? null : password.value());
      // Asked before the folder has taken the connection over: else the library opens another one.
      boolean canIdle = store.hasCapability("IDLE");
      IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
      folder.open(Folder.READ_ONLY);
      RemoteFolder opened = new RemoteFolder(line, network.timer(), store, folder, canIdle);
      opened.command(new Listen(opened::announced));
      return opened;
    } catch (MessagingException | RuntimeException e) {
      line.cut();
      throw e;
    }
  }

  long uidValidity() throws MessagingException {
    long validity = folder.getUIDValidity();
    if (validity <= 0) {
      throw new MessagingException("the server names no UIDVALIDITY");
    }
    return validity;
  }

  /** The number the next mail will get at least. */
  long uidNext() throws MessagingException {
    long next = folder.getUIDNext();
    if (next > 0) {
      return next;
    }
    List<Long> all = uidsFrom(1);
    return all.isEmpty() ? 1 : all.getLast() + 1;
  }

  /**
   * The numbers from {@code first} on, ascending. The range {@code n:*} always means the last mail,
   * too, even when its number is smaller (RFC 3501 §9, seq-range).
   */
  List<Long> uidsFrom(long first) throws MessagingException {
    return search("UID " + first + ":*").stream().filter(uid -> uid >= first).toList();
  }

  /** The numbers of the mails that came on that day or later, ascending. */
  List<Long> uidsSince(LocalDate day) throws MessagingException {
    return search("SINCE " + SEARCH_DATE.format(day));
  }

  private List<Long> search(String what) throws MessagingException {
    return command(new UidSearch(what));
  }

  Map<Long, Listed> list(List<Long> uids) throws MessagingException {
    return command(new UidFetchListing(uids));
  }

  /**
   * What a folder's listing tells of a mail.
   *
   * @param size in bytes, as the server claims
   * @param internalDate when the server got it
   */
  record Listed(long size, Instant internalDate) {}

  /**
   * The first bytes of a mail as it lies on the server.
   *
   * @return empty when it has gone
   */
  Optional<byte[]> fetch(long uid, int most) throws MessagingException {
    return command(new UidFetchBody(uid, most));
  }

  /** As {@link #fetch}, of several; only those that have fewer bytes than {@code small}. */
  Map<Long, byte[]> fetchSmall(List<Long> uids, int small) throws MessagingException {
    return command(new UidFetchBodies(uids, small));
  }

  private <T> T command(Command<T> command) throws MessagingException {
    return command.result(folder);
  }

  /** Whether a failure means that nothing more will come over this connection. */
  boolean isLost(MessagingException failure) {
    return !(failure.getCause() instanceof CommandFailedException) || !folder.isOpen();
  }

  boolean canIdle() {
    return canIdle;
  }

  /**
   * A server announces a mail once, in its answer to whatever command comes next: it may do so
   * between our last search and the moment when we wait.
   */
  private void announced() {
    news.set(true);
    if (idling) {
      Thread.ofPlatform().daemon().name("imap-nudge").start(this::nudge);
    }
  }

  /** Waits until the server tells that something changed, at most so long. */
  void idle(Duration atMost) throws MessagingException {
    idling = true;
    Future<?> nudge =
        timer.schedule(
            () -> Thread.ofPlatform().daemon().name("imap-nudge").start(this::nudge),
            atMost.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      if (!news.get()) {
        folder.idle(true);
      }
    } finally {
      idling = false;
      nudge.cancel(false);
    }
  }

  /**
   * Any command ends the waiting. The library ignores read timeouts while it waits, so this is also
   * how a connection is found out that has silently died.
   */
  private void nudge() {
    if (!idling) {
      return;
    }
    Future<?> giveUp = timer.schedule(line::cut, DEAD_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    try {
      command(new Noop());
    } catch (MessagingException e) {
      LOG.debugf("a mailbox connection has ended: %s", e.getClass().getSimpleName());
      line.cut();
    } finally {
      giveUp.cancel(false);
    }
  }

  /** Makes the server tell the changes it has noticed, as some search in an old state. */
  void refresh() throws MessagingException {
    command(new Noop());
    news.set(false);
  }

  @Override
  public void close() {
    try {
      if (folder.isOpen()) {
        folder.close(false);
        store.close();
      }
    } catch (MessagingException | IllegalStateException e) {
      LOG.debugf("a mailbox connection did not end well: %s", e.getClass().getSimpleName());
    } finally {
      line.cut();
    }
  }
}
