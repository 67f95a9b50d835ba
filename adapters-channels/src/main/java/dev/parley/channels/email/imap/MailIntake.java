package dev.parley.channels.email.imap;

import dev.parley.channels.email.IncompleteMail;
import dev.parley.channels.email.imap.RemoteFolder.Listed;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Brings the bytes of mails over, for all mailboxes together no more than memory allows. What is
 * too large or cannot be read still becomes something an agent sees.
 */
final class MailIntake {
  private static final int KIBI = 1024;

  /** Enough to show who wrote about what. */
  private static final int BEGINNING = 256 * KIBI;

  private static final int MOST_AHEAD = 50;
  private static final int BYTES_AHEAD = 512 * KIBI;

  private final int largest;
  private final int budgetKibi;
  private final Semaphore memory;

  /**
   * @param largest in bytes, of one mail; a smaller one is never cut
   * @param budget in bytes, of all mails that are on their way at one time
   */
  MailIntake(int largest, long budget) {
    this.largest = largest;
    this.budgetKibi = Math.toIntExact(Math.max(budget, largest) / KIBI) + 1;
    this.memory = new Semaphore(budgetKibi, true);
  }

  int largest() {
    return largest;
  }

  /**
   * @param to is given the mail, unless it has gone
   */
  void hand(RemoteFolder folder, long uid, Listed mail, Consumer<byte[]> to)
      throws MessagingException, InterruptedException {
    int share = (int) Math.min(budgetKibi, Math.min(mail.size(), largest) / KIBI + 1);
    memory.acquire(share);
    try {
      Optional<byte[]> bytes =
          mail.size() > largest ? beginning(folder, uid, mail.size()) : whole(folder, uid);
      bytes.ifPresent(to);
    } finally {
      memory.release(share);
    }
  }

  /**
   * The next few mails, if they are small, to save ways to the server.
   *
   * @param rest what is to come, in order
   * @return some of the first of them; empty when the server does not like it
   */
  Map<Long, byte[]> ahead(RemoteFolder folder, SortedMap<Long, Listed> rest)
      throws MessagingException {
    List<Long> next = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<Long, Listed> mail : rest.entrySet()) {
      bytes += mail.getValue().size();
      if (next.size() == MOST_AHEAD || bytes > BYTES_AHEAD) {
        break;
      }
      next.add(mail.getKey());
    }
    try {
      return next.size() < 2 ? Map.of() : folder.fetchSmall(next, BYTES_AHEAD);
    } catch (MessagingException e) {
      if (folder.isLost(e)) {
        throw e;
      }
      return Map.of();
    }
  }

  private Optional<byte[]> whole(RemoteFolder folder, long uid) throws MessagingException {
    Optional<byte[]> bytes = folder.fetch(uid, largest + 1);
    return bytes.isPresent() && bytes.get().length > largest
        ? beginning(folder, uid, largest)
        : bytes;
  }

  private static Optional<byte[]> beginning(RemoteFolder folder, long uid, long size)
      throws MessagingException {
    return folder.fetch(uid, BEGINNING).map(bytes -> IncompleteMail.tooLarge(bytes, size));
  }

  byte[] unreadable(ReadBox box, long uid) {
    return IncompleteMail.unreadable(box.account().address(), uid);
  }
}
