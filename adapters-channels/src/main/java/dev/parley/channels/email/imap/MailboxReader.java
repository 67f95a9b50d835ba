package dev.parley.channels.email.imap;

import dev.parley.application.channel.MailboxCursor;
import dev.parley.application.channel.RawInbound;
import dev.parley.channels.email.imap.RemoteFolder.Listed;
import dev.parley.domain.channel.Channel;
import io.smallrye.mutiny.Uni;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is new in one mailbox. The truth about what was read are the inbox's delivery keys;
 * the cursor only tells where to begin to look. It is saved after the mails it passes are in the
 * inbox, so that a crash at any point repeats work, which the keys make harmless, but loses none.
 *
 * <p>Several instances may read the same mailbox at once: the keys let only one win each mail.
 */
final class MailboxReader {
  private static final Logger LOG = Logger.getLogger(MailboxReader.class);

  /** Some servers show mails in another order than that of their numbers. */
  static final int OVERLAP = 50;

  static final int PAGE = 200;

  /** A mail is given up after three refusals; losing the connection says less about the mail. */
  private static final int REFUSED = 4;

  private static final int LOST = 1;
  private static final int ENOUGH = 12;

  /** Search dates have no time and no zone (RFC 3501 §6.4.4). */
  private static final Duration SLACK = Duration.ofDays(2);

  private static final Duration FRACTION = Duration.ofMillis(999);
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(60);

  private final ReadBox box;
  private final ReaderPorts ports;
  private final MailIntake intake;
  private final Set<Long> settled = new HashSet<>();
  private final Map<Long, Integer> tries = new HashMap<>();
  private long epoch;
  private boolean careful;
  private int taken;

  MailboxReader(ReadBox box, ReaderPorts ports, MailIntake intake) {
    this.box = box;
    this.ports = ports;
    this.intake = intake;
  }

  /**
   * Takes every mail that is not in the inbox yet.
   *
   * @return how many were taken
   * @throws MessagingException when the connection is lost
   * @throws StoreUnavailableException when the inbox cannot take any
   */
  int read(RemoteFolder folder) throws MessagingException, InterruptedException {
    taken = 0;
    folder.refresh();
    long validity = folder.uidValidity();
    enter(validity);
    MailboxCursor cursor = cursor(folder, validity);
    if (cursor.uidValidity() == validity) {
      Stand stand = new Stand(cursor, ports.clock().instant());
      take(folder, folder.uidsFrom(begin(cursor)), stand, true);
    } else {
      readNewEpoch(folder, cursor, validity);
    }
    return taken;
  }

  private static long begin(MailboxCursor cursor) {
    return Math.max(cursor.firstUid(), cursor.lastUid() - OVERLAP + 1);
  }

  /** Numbers of an earlier epoch mean other mails now. */
  private void enter(long validity) {
    if (epoch != validity) {
      epoch = validity;
      settled.clear();
      tries.clear();
    }
  }

  private MailboxCursor cursor(RemoteFolder folder, long validity) throws MessagingException {
    Optional<MailboxCursor> known =
        await(ports.cursors().get(box.organization(), box.endpoint(), box.folder()));
    if (known.isPresent()) {
      return known.get();
    }
    if (box.mailbox().importAll()) {
      return new MailboxCursor(validity, 1, 0, null);
    }
    long next = folder.uidNext();
    MailboxCursor now = new MailboxCursor(validity, next, next - 1, ports.clock().instant());
    save(now);
    return now;
  }

  /**
   * The server numbers its mails anew. What came since the last mail we know is looked at again;
   * what we have of it is recognized by its content later on. The cursor moves only when all of it
   * is done, since until then the old epoch's date is needed.
   */
  private void readNewEpoch(RemoteFolder folder, MailboxCursor old, long validity)
      throws MessagingException, InterruptedException {
    LOG.warnf("the mailbox of endpoint %s is numbered anew", box.endpoint().value());
    long next = folder.uidNext();
    Instant last = old.lastInternalDate();
    List<Long> listed = last == null ? folder.uidsFrom(1) : folder.uidsSince(day(last));
    long first = listed.isEmpty() ? next : listed.getFirst();
    Stand stand =
        new Stand(new MailboxCursor(validity, first, first - 1, last), ports.clock().instant());
    take(folder, listed, stand, false);
    if (stand.isComplete()) {
      save(stand.cursor());
    }
  }

  private static LocalDate day(Instant last) {
    return LocalDate.ofInstant(last.minus(SLACK), ZoneOffset.UTC);
  }

  private void take(RemoteFolder folder, List<Long> listed, Stand stand, boolean saveOften)
      throws MessagingException, InterruptedException {
    MailboxCursor saved = stand.cursor();
    for (int from = 0; from < listed.size(); from += PAGE) {
      if (ports.load().isTooHigh()) {
        stand.open();
        return;
      }
      takePage(folder, listed.subList(from, Math.min(from + PAGE, listed.size())), stand);
      if (saveOften && !stand.cursor().equals(saved)) {
        saved = stand.cursor();
        save(saved);
      }
    }
    careful = false;
    long oldest = stand.cursor().lastUid() - OVERLAP;
    settled.removeIf(uid -> uid <= oldest);
  }

  private void takePage(RemoteFolder folder, List<Long> page, Stand stand)
      throws MessagingException, InterruptedException {
    List<Long> unknown = unknown(page);
    SortedMap<Long, Listed> listing =
        new TreeMap<>(unknown.isEmpty() ? Map.of() : folder.list(unknown));
    Map<Long, byte[]> ahead = new HashMap<>();
    for (long uid : page) {
      Listed mail = listing.get(uid);
      if (mail != null && !ahead.containsKey(uid) && !careful) {
        ahead.putAll(ahead(folder, listing.tailMap(uid)));
      }
      if (mail == null || takeOne(folder, uid, mail, ahead.remove(uid))) {
        settled.add(uid);
        stand.settled(uid);
      } else {
        stand.open();
      }
      if (mail != null) {
        stand.came(mail.internalDate());
      }
    }
  }

  /** When this breaks the connection, the next round finds out which mail does it. */
  private Map<Long, byte[]> ahead(RemoteFolder folder, SortedMap<Long, Listed> rest)
      throws MessagingException {
    careful = true;
    Map<Long, byte[]> bytes = intake.ahead(folder, rest);
    careful = false;
    return bytes;
  }

  private List<Long> unknown(List<Long> page) {
    List<Long> candidates = new ArrayList<>(page);
    candidates.removeAll(settled);
    if (candidates.isEmpty()) {
      return candidates;
    }
    Map<Long, String> keys =
        candidates.stream()
            .collect(Collectors.toMap(uid -> uid, uid -> box.deliveryKey(epoch, uid)));
    Set<String> known =
        await(ports.deliveries().known(box.organization(), box.endpoint(), keys.values()));
    candidates.removeIf(uid -> known.contains(keys.get(uid)));
    return candidates;
  }

  /**
   * @param bytes when they are here already
   * @return false when it has to be tried again
   */
  private boolean takeOne(RemoteFolder folder, long uid, Listed mail, byte @Nullable [] bytes)
      throws MessagingException, InterruptedException {
    if (bytes != null && bytes.length <= intake.largest()) {
      accept(uid, mail, bytes);
      return true;
    }
    if (tries.getOrDefault(uid, 0) >= ENOUGH) {
      LOG.warnf("mail %d of endpoint %s cannot be fetched", uid, box.endpoint().value());
      accept(uid, mail, intake.unreadable(box, uid));
      return true;
    }
    try {
      intake.hand(folder, uid, mail, whole -> accept(uid, mail, whole));
    } catch (MessagingException e) {
      boolean lost = folder.isLost(e);
      tries.merge(uid, lost ? LOST : REFUSED, Integer::sum);
      if (lost) {
        throw e;
      }
      LOG.infof("mail %d of endpoint %s was refused", uid, box.endpoint().value());
      return false;
    }
    tries.remove(uid);
    return true;
  }

  private void accept(long uid, Listed mail, byte[] bytes) {
    Instant came = came(mail.internalDate());
    await(
        ports
            .inbox()
            .accept(
                new RawInbound(
                    ports.ids().next(),
                    box.organization(),
                    box.endpoint(),
                    Channel.EMAIL,
                    box.deliveryKey(epoch, uid),
                    bytes,
                    came,
                    null)));
    taken++;
  }

  /**
   * IMAP leaves out the fraction of the second. Its end is taken, or a quick answer to a message of
   * ours would be shown before that message.
   */
  private Instant came(Instant internalDate) {
    Instant now = ports.clock().instant();
    Instant latest = internalDate.plus(FRACTION);
    return latest.isAfter(now) ? now : latest;
  }

  private void save(MailboxCursor cursor) {
    await(
        ports
            .cursors()
            .save(box.organization(), box.endpoint(), box.folder(), cursor)
            .replaceWith(true));
  }

  private static <T> T await(Uni<T> answer) {
    try {
      return answer.await().atMost(STORE_PATIENCE);
    } catch (RuntimeException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
