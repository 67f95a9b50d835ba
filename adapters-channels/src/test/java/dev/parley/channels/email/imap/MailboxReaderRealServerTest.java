package dev.parley.channels.email.imap;

import static dev.parley.channels.email.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.RawInbound;
import dev.parley.channels.email.servers.Dovecot;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("real-servers")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MailboxReaderRealServerTest extends MailboxReaderContract<DovecotMailbox> {
  private static final Dovecot SERVER = new Dovecot();

  MailboxReaderRealServerTest() {
    super(new DovecotMailbox(SERVER, "user-" + UUID.randomUUID()));
  }

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void end() {
    SERVER.close();
  }

  @Test
  void mailsThatVanishWhileTheyAreReadTakeNoOthersWithThem() throws Exception {
    put(300);
    try (RemoteFolder folder = open()) {
      reader(ports(new Expunging(), inbox, cursors)).read(folder);
    }
    read();
    assertThat(subjects())
        .doesNotHaveDuplicates()
        .containsAll(
            IntStream.rangeClosed(1, 300)
                .filter(i -> i <= 20 || i % 2 == 1)
                .mapToObj(i -> "mail " + i)
                .toList());
    List<Integer> numbers =
        subjects().stream().map(subject -> Integer.valueOf(subject.substring(5))).toList();
    assertThat(numbers).isSorted().hasSizeLessThan(300);
  }

  @Test
  void aMailThatIsReadAgainWhenMailsAreNumberedAnewIsTheSameToTheByte() throws Exception {
    mailbox.put("one", NOW);
    read();
    mailbox.numberAnew();
    mailbox.put("one", NOW);
    read();
    assertThat(inbox.all()).hasSize(2);
    assertThat(inbox.all().getFirst().bytes()).isEqualTo(inbox.all().getLast().bytes());
    assertThat(inbox.all()).extracting(RawInbound::deliveryKey).doesNotHaveDuplicates();
  }

  /** Somebody tidies up while the first mails are being taken: every second one goes. */
  private final class Expunging implements Inbox {
    private final AtomicInteger taken = new AtomicInteger();

    @Override
    public Uni<Boolean> accept(RawInbound raw) {
      if (taken.incrementAndGet() == 20) {
        mailbox.expunge(LongStream.rangeClosed(21, 300).filter(uid -> uid % 2 == 0));
      }
      return inbox.accept(raw);
    }
  }
}
