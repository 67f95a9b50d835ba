package dev.parley.channels.email.imap;

import dev.parley.application.shared.Backoff;
import dev.parley.channels.email.MailLine;
import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.AccountStates.Direction;
import dev.parley.channels.support.AccountStates.Level;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mailbox for as long as it is wanted, on one thread and one connection: reads, waits for
 * news, reads again; connects anew when the connection is lost.
 */
final class MailboxWatch {
  private static final Logger LOG = Logger.getLogger(MailboxWatch.class);

  /** Mails come in bursts, and some servers do not announce one that comes as we begin to wait. */
  private static final Duration IN_A_BURST = Duration.ofSeconds(1);

  private static final Duration AFTER_WRONG_PASSWORD = Duration.ofMinutes(5);

  private final ReadBox box;
  private final MailboxReader reader;
  private final MailNetwork network;
  private final AccountStates states;
  private final Backoff backoff;
  private final Semaphore connecting;
  private final Duration pollEvery;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable MailLine line;
  private int failures;

  /**
   * @param connecting keeps a start with many mailboxes from connecting to all of them at once
   */
  MailboxWatch(
      ReadBox box,
      MailboxReader reader,
      MailNetwork network,
      AccountStates states,
      Backoff backoff,
      Semaphore connecting,
      Duration pollEvery) {
    this.box = box;
    this.reader = reader;
    this.network = network;
    this.states = states;
    this.backoff = backoff;
    this.connecting = connecting;
    this.pollEvery = pollEvery;
    this.thread =
        Thread.ofPlatform().daemon().name("imap-" + box.endpoint().value()).unstarted(this::run);
  }

  ReadBox box() {
    return box;
  }

  void start() {
    thread.start();
  }

  /** Ends it soon; {@link #awaitEnd} tells when. */
  void stop() {
    stopped.countDown();
    MailLine open = line;
    if (open != null) {
      open.cut();
    }
  }

  boolean awaitEnd(Duration patience) throws InterruptedException {
    return thread.join(patience);
  }

  private void run() {
    try {
      while (!isStopped()) {
        Duration pause = watch();
        stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      states.forget(box.endpoint(), Direction.INBOUND);
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /**
   * @return how long to wait before the next try
   */
  private Duration watch() throws InterruptedException {
    try (RemoteFolder folder = connect()) {
      while (!isStopped()) {
        int taken = reader.read(folder);
        failures = 0;
        report(Level.OK, "ok");
        await(folder, taken > 0 && IN_A_BURST.compareTo(pollEvery) < 0 ? IN_A_BURST : pollEvery);
      }
      return Duration.ZERO;
    } catch (AuthenticationFailedException e) {
      report(Level.BROKEN, "authentication");
      return AFTER_WRONG_PASSWORD;
    } catch (FolderNotFoundException e) {
      report(Level.BROKEN, "no-folder");
      return AFTER_WRONG_PASSWORD;
    } catch (StoreUnavailableException e) {
      return failed("store", e);
    } catch (MessagingException | RuntimeException e) {
      return failed(hasCause(e, CertificateException.class) ? "certificate" : "unreachable", e);
    }
  }

  private Duration failed(String code, Exception e) {
    if (isStopped()) {
      return Duration.ZERO;
    }
    failures++;
    LOG.debugf(
        "mailbox of endpoint %s: %s (%s)",
        box.endpoint().value(), code, e.getClass().getSimpleName());
    report(Level.DEGRADED, code);
    return backoff.after(failures);
  }

  private RemoteFolder connect() throws MessagingException, InterruptedException {
    connecting.acquire();
    try {
      MailLine fresh = network.line(box.mailbox().server(), "imap");
      line = fresh;
      if (isStopped()) {
        fresh.cut();
      }
      return RemoteFolder.open(fresh, box.mailbox(), network);
    } finally {
      connecting.release();
    }
  }

  private void await(RemoteFolder folder, Duration atMost)
      throws MessagingException, InterruptedException {
    if (folder.canIdle()) {
      folder.idle(atMost);
    } else {
      boolean ended = stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
      LOG.tracef("waited, ended %s", ended);
    }
  }

  private void report(Level level, String code) {
    if (states.set(box.endpoint(), Direction.INBOUND, level, code) && level != Level.OK) {
      LOG.warnf("reading for endpoint %s is %s: %s", box.endpoint().value(), level, code);
    }
  }

  private static boolean hasCause(Throwable failure, Class<?> kind) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
