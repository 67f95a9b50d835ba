package dev.parley.channels.email.imap;

import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.ContactEndpoints.Located;
import dev.parley.application.shared.Backoff;
import dev.parley.channels.email.EmailAccount;
import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.AccountStates.Direction;
import dev.parley.channels.support.AccountStates.Level;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.shared.DomainException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mailboxes of all endpoints of the channel, one thread each, and notices when endpoints
 * are added, changed or removed. Every instance of an installation reads every mailbox: the inbox
 * lets one of them win each mail, and there is no lease that a dead instance could keep.
 */
public final class ImapPollers implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ImapPollers.class);
  private static final int CONNECTING_AT_ONCE = 16;
  private static final Duration GOODBYE = Duration.ofSeconds(10);
  private static final Duration LISTING = Duration.ofSeconds(30);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(45),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));

  private final ContactEndpoints endpoints;
  private final ReaderPorts ports;
  private final MailNetwork network;
  private final AccountStates states;
  private final ImapSettings settings;
  private final Backoff backoff;
  private final MailIntake intake;
  private final Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
  private final Map<ContactEndpointId, MailboxWatch> watches = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread supervisor;

  public ImapPollers(
      ContactEndpoints endpoints,
      ReaderPorts ports,
      MailNetwork network,
      AccountStates states,
      ImapSettings settings,
      RandomGenerator random) {
    this.endpoints = endpoints;
    this.ports = ports;
    this.network = network;
    this.states = states;
    this.settings = settings;
    this.backoff = new Backoff(PAUSES, random);
    this.intake = new MailIntake(settings.largestMail(), settings.memory());
  }

  public synchronized void start() {
    if (supervisor == null) {
      supervisor = Thread.ofPlatform().daemon().name("imap-pollers").start(this::supervise);
    }
  }

  /** How many mailboxes are being read. */
  public int watched() {
    return watches.size();
  }

  /** Ends all reading; returns when every connection is closed, after ten seconds at the latest. */
  @Override
  public void close() {
    stopped.countDown();
    Thread running = supervisor;
    try {
      if (running != null && !running.join(GOODBYE)) {
        LOG.warn("the mailbox supervisor did not end");
      }
      watches.values().forEach(MailboxWatch::stop);
      for (MailboxWatch watch : watches.values()) {
        if (!watch.awaitEnd(GOODBYE)) {
          LOG.warnf("reading for endpoint %s did not end", watch.box().endpoint().value());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watches.clear();
  }

  private void supervise() {
    try {
      do {
        refresh();
      } while (!stopped.await(settings.refreshEvery().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refresh() {
    try {
      apply(endpoints.ofChannel(Channel.EMAIL).await().atMost(LISTING));
    } catch (RuntimeException e) {
      LOG.warnf("the mailboxes could not be listed: %s", e.getClass().getSimpleName());
    }
  }

  private void apply(List<Located> located) {
    Map<ContactEndpointId, ReadBox> wanted = new HashMap<>();
    for (Located one : located) {
      box(one).ifPresent(box -> wanted.put(box.endpoint(), box));
    }
    watches.values().removeIf(watch -> isOutdated(watch, wanted));
    wanted.forEach((id, box) -> watches.computeIfAbsent(id, _ -> begin(box)));
  }

  private static boolean isOutdated(MailboxWatch watch, Map<ContactEndpointId, ReadBox> wanted) {
    ReadBox now = wanted.get(watch.box().endpoint());
    if (now != null && now.isReadLike(watch.box())) {
      return false;
    }
    watch.stop();
    return true;
  }

  private MailboxWatch begin(ReadBox box) {
    MailboxReader reader = new MailboxReader(box, ports, intake);
    MailboxWatch watch =
        new MailboxWatch(box, reader, network, states, backoff, connecting, settings.pollEvery());
    watch.start();
    return watch;
  }

  private Optional<ReadBox> box(Located located) {
    try {
      EmailAccount account = EmailAccount.from(located.endpoint());
      return account.imap().map(mailbox -> new ReadBox(located.organization(), account, mailbox));
    } catch (DomainException e) {
      ContactEndpointId id = located.endpoint().id();
      if (states.set(id, Direction.INBOUND, Level.BROKEN, "settings")) {
        LOG.warnf("the settings of endpoint %s are wrong", id.value());
      }
      return Optional.empty();
    }
  }
}
