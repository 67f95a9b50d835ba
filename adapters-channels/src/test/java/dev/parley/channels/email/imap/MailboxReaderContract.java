package dev.parley.channels.email.imap;

import static dev.parley.channels.email.Fixtures.NOW;
import static dev.parley.channels.email.Fixtures.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.channel.InMemoryInbox;
import dev.parley.application.channel.InMemoryMailboxCursors;
import dev.parley.application.channel.InboundLoad;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.MailboxCursor;
import dev.parley.application.channel.MailboxCursors;
import dev.parley.application.channel.RawInbound;
import dev.parley.channels.email.EmailAccount;
import dev.parley.channels.email.MailLine;
import dev.parley.channels.email.MailNetwork;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reading a mailbox has to do, whichever server keeps it. */
abstract class MailboxReaderContract<M extends TestMailbox> {
  private static final OrganizationId ORGANIZATION = new OrganizationId(1);
  private static final int LARGEST = 100_000;

  final M mailbox;
  final InMemoryInbox inbox = new InMemoryInbox();
  final InMemoryMailboxCursors cursors = new InMemoryMailboxCursors();
  private InboundLoad load = InboundLoad.NEVER_TOO_HIGH;
  private ContactEndpoint endpoint;

  MailboxReaderContract(M mailbox) {
    this.mailbox = mailbox;
    this.endpoint = mailbox.endpoint();
  }

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  void everyMailIsTakenOnceAndLeftUnseen() throws Exception {
    put(5);
    read();
    read();
    assertThat(subjects()).containsExactly("mail 1", "mail 2", "mail 3", "mail 4", "mail 5");
    assertThat(mailbox.anythingSeen()).isFalse();
    assertThat(cursor().lastUid()).isEqualTo(5);
  }

  @Test
  void theBytesAreTheServersAndTheTimeIsTheEndOfTheSecondInWhichItGotThem() throws Exception {
    String raw = "Subject: ä\r\nFrom: a@b.example\r\n\r\nbody\r\n.\r\n";
    mailbox.putRaw(raw, NOW.minusSeconds(3600));
    read();
    RawInbound arrived = inbox.all().getFirst();
    assertThat(new String(arrived.bytes(), StandardCharsets.ISO_8859_1)).isEqualTo(raw);
    assertThat(arrived.receivedAt()).isEqualTo(NOW.minusSeconds(3600).plusMillis(999));
    assertThat(arrived.deliveryKey()).matches("imap:Support:\\d+:1");
  }

  @Test
  void aMailIsNeverFromTheFuture() throws Exception {
    mailbox.put("of this second", NOW);
    mailbox.put("of a clock ahead", NOW.plusSeconds(3600));
    read();
    assertThat(inbox.all()).extracting(RawInbound::receivedAt).containsExactly(NOW, NOW);
  }

  @Test
  void anIdleMailboxYieldsNothingAlthoughTheRangeAlwaysMeansTheLastMail() throws Exception {
    put(4);
    read();
    try (RemoteFolder folder = open()) {
      assertThat(folder.uidsFrom(100)).isEmpty();
      assertThat(folder.uidsFrom(4)).containsExactly(4L);
    }
    cursors.save(
        ORGANIZATION,
        endpoint.id(),
        TestMailbox.FOLDER,
        new MailboxCursor(cursor().uidValidity(), 1, 400, NOW));
    read();
    assertThat(inbox.all()).hasSize(4);
  }

  @Test
  void aMailThatShowsUpBelowTheCursorIsStillTaken() throws Exception {
    put(10);
    read();
    long validity = cursor().uidValidity();
    InMemoryInbox withoutTheSeventh = new InMemoryInbox();
    inbox.all().stream()
        .filter(raw -> !raw.deliveryKey().endsWith(":7"))
        .forEach(raw -> assertThat(withoutTheSeventh.accept(raw).await().indefinitely()).isTrue());
    reader(ports(withoutTheSeventh, withoutTheSeventh, cursors)).read(open());
    assertThat(withoutTheSeventh.all()).hasSize(10);
    assertThat(withoutTheSeventh.all().getLast().deliveryKey())
        .isEqualTo("imap:Support:" + validity + ":7");
  }

  @Test
  void manyMailsAreTakenPageByPageInTheirOrder() throws Exception {
    put(500);
    read();
    assertThat(subjects())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 500).mapToObj(i -> "mail " + i).toList());
  }

  @Test
  void aMailboxCanBeTakenUpFromNowOn() throws Exception {
    endpoint = mailbox.endpoint("imap.importFrom", "now");
    put(3);
    read();
    assertThat(inbox.all()).isEmpty();
    mailbox.put("new", NOW);
    read();
    assertThat(subjects()).containsExactly("new");
  }

  @Test
  void mailsThatCameBeforeTheFirstConnectAreTakenByDefault() throws Exception {
    mailbox.put("old", NOW.minus(Duration.ofDays(400)));
    read();
    assertThat(subjects()).containsExactly("old");
  }

  @Test
  void gapsAndAnEmptiedMailboxAreNoTrouble() throws Exception {
    put(3);
    read();
    mailbox.expungeAll();
    read();
    mailbox.put("after", NOW);
    read();
    assertThat(subjects()).hasSize(4).endsWith("after");
  }

  @Test
  void whenMailsAreNumberedAnewRecentOnesAreLookedAtAgainAndNoneIsMissed() throws Exception {
    mailbox.put("long ago", NOW.minus(Duration.ofDays(30)));
    mailbox.put("yesterday", NOW.minus(Duration.ofDays(1)));
    read();
    long before = cursor().uidValidity();
    mailbox.numberAnew();
    mailbox.put("long ago", NOW.minus(Duration.ofDays(30)));
    mailbox.put("yesterday", NOW.minus(Duration.ofDays(1)));
    mailbox.put("today", NOW);
    read();
    assertThat(cursor().uidValidity()).isNotEqualTo(before);
    assertThat(cursor().lastUid()).isEqualTo(3);
    assertThat(subjects()).containsExactly("long ago", "yesterday", "yesterday", "today");
    read();
    mailbox.put("tomorrow", NOW);
    read();
    assertThat(subjects()).hasSize(5).endsWith("tomorrow");
  }

  @Test
  void whenMailsAreNumberedAnewAndNoneIsRecentNoneIsTakenAgain() throws Exception {
    mailbox.put("yesterday", NOW.minus(Duration.ofDays(1)));
    read();
    mailbox.numberAnew();
    mailbox.put("long ago", NOW.minus(Duration.ofDays(30)));
    read();
    mailbox.put("today", NOW);
    read();
    assertThat(subjects()).containsExactly("yesterday", "today");
  }

  @Test
  void aCrashWhileMailsAreNumberedAnewLosesNone() throws Exception {
    put(3);
    read();
    mailbox.numberAnew();
    put(6);
    FailingAfter failing = new FailingAfter(2);
    assertThatThrownBy(() -> reader(ports(failing, inbox, cursors)).read(open()))
        .isInstanceOf(StoreUnavailableException.class);
    read();
    assertThat(inbox.all().stream().filter(r -> r.deliveryKey().endsWith(":6"))).hasSize(1);
    assertThat(inbox.all()).hasSize(3 + 6);
  }

  @Test
  void whateverStepFailsTheNextRunCompletesItWithoutLossOrDouble() throws Exception {
    Random random = new Random(7);
    int mails = 0;
    RemoteFolder folder = open();
    for (int round = 0; round < 40; round++) {
      int fresh = random.nextInt(4);
      for (int i = 0; i < fresh; i++) {
        mailbox.put("mail " + ++mails, NOW);
      }
      FailingAfter failing = new FailingAfter(random.nextInt(3));
      MailboxCursors forgetful = random.nextBoolean() ? new FailingCursors() : cursors;
      try {
        reader(ports(failing, inbox, forgetful)).read(folder);
      } catch (StoreUnavailableException crash) {
        assertThat(crash).hasCauseInstanceOf(DomainException.class);
      }
    }
    read();
    assertThat(subjects())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, mails).mapToObj(i -> "mail " + i).toList());
  }

  @Test
  void theCursorNeverPassesAMailThatIsNotInTheInbox() throws Exception {
    put(5);
    assertThatThrownBy(() -> reader(ports(new FailingAfter(2), inbox, cursors)).read(open()))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(cursors.get(ORGANIZATION, endpoint.id(), TestMailbox.FOLDER).await().indefinitely())
        .isEmpty();
    read();
    assertThat(inbox.all()).hasSize(5);
  }

  @Test
  void ofAMailThatIsTooLargeTheBeginningIsTakenAndMarked() throws Exception {
    String raw = "From: a@b.example\r\nSubject: big\r\n\r\n" + "x".repeat(300_000) + "\r\n";
    mailbox.putRaw(raw, NOW);
    mailbox.put("next", NOW);
    read();
    assertThat(inbox.all()).hasSize(2);
    assertThat(inbox.all().getFirst().bytes()).hasSizeLessThan(270_000);
    assertThat(new String(inbox.all().getFirst().bytes(), StandardCharsets.ISO_8859_1))
        .startsWith("X-Parley-Incomplete: too-large; size=")
        .contains("Subject: big");
    assertThat(cursor().lastUid()).isEqualTo(2);
  }

  @Test
  void aLargeMailComesInPiecesAndWhole() throws Exception {
    StringBuilder body = new StringBuilder();
    Random random = new Random(1);
    while (body.length() < 3_500_000) {
      body.append(Long.toHexString(random.nextLong())).append("\r\n");
    }
    String raw = "From: a@b.example\r\nSubject: big\r\n\r\n" + body;
    mailbox.putRaw(raw, NOW);
    new MailboxReader(box(), ports(inbox, inbox, cursors), new MailIntake(4_000_000, 1))
        .read(open());
    assertThat(new String(inbox.all().getFirst().bytes(), StandardCharsets.ISO_8859_1))
        .isEqualTo(raw);
  }

  @Test
  void nothingIsFetchedWhileWorkDoesNotKeepPace() throws Exception {
    put(3);
    load = () -> true;
    read();
    assertThat(inbox.all()).isEmpty();
    load = InboundLoad.NEVER_TOO_HIGH;
    read();
    assertThat(inbox.all()).hasSize(3);
  }

  @Test
  void twoReadersOfOneMailboxTakeEveryMailOnce() throws Exception {
    put(100);
    Thread first = Thread.ofPlatform().daemon().start(this::readQuietly);
    Thread second = Thread.ofPlatform().daemon().start(this::readQuietly);
    first.join();
    second.join();
    assertThat(subjects()).hasSize(100).doesNotHaveDuplicates();
  }

  final void put(int count) {
    for (int i = 1; i <= count; i++) {
      mailbox.put("mail " + i, NOW);
    }
  }

  private void readQuietly() {
    try {
      read();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  final void read() throws Exception {
    try (RemoteFolder folder = open()) {
      reader(ports(inbox, inbox, cursors)).read(folder);
    }
  }

  final RemoteFolder open() throws Exception {
    MailNetwork network = network(MailNetwork.Timeouts.DEFAULTS);
    EmailAccount.Mailbox imap = EmailAccount.from(endpoint).imap().orElseThrow();
    MailLine line = network.line(imap.server(), "imap");
    return RemoteFolder.open(line, imap, network);
  }

  final MailboxReader reader(ReaderPorts ports) {
    return new MailboxReader(box(), ports, new MailIntake(LARGEST, 1 << 20));
  }

  private ReadBox box() {
    EmailAccount account = EmailAccount.from(endpoint);
    return new ReadBox(ORGANIZATION, account, account.imap().orElseThrow());
  }

  final ReaderPorts ports(
      Inbox into,
      dev.parley.application.channel.AcceptedDeliveries known,
      MailboxCursors positions) {
    AtomicInteger ids = new AtomicInteger();
    return new ReaderPorts(
        into, known, positions, load, () -> new UUID(1, ids.incrementAndGet()), () -> NOW);
  }

  final List<String> subjects() {
    return inbox.all().stream()
        .map(raw -> new String(raw.bytes(), StandardCharsets.ISO_8859_1))
        .map(text -> text.lines().filter(l -> l.startsWith("Subject: ")).findFirst().orElseThrow())
        .map(line -> line.substring(9))
        .toList();
  }

  private MailboxCursor cursor() {
    return cursors
        .get(ORGANIZATION, endpoint.id(), TestMailbox.FOLDER)
        .await()
        .indefinitely()
        .orElseThrow();
  }

  /** Stores so many, then fails: half of the times after having stored, as a lost answer would. */
  private final class FailingAfter implements Inbox {
    private int left;

    FailingAfter(int left) {
      this.left = left;
    }

    @Override
    public Uni<Boolean> accept(RawInbound raw) {
      if (left-- > 0) {
        return inbox.accept(raw);
      }
      return left % 2 == 0 ? inbox.accept(raw).chain(_ -> unavailable()) : unavailable();
    }
  }

  private final class FailingCursors implements MailboxCursors {
    @Override
    public Uni<Optional<MailboxCursor>> get(
        OrganizationId organization, ContactEndpointId id, String folder) {
      return cursors.get(organization, id, folder);
    }

    @Override
    public Uni<Void> save(
        OrganizationId organization, ContactEndpointId id, String folder, MailboxCursor cursor) {
      return unavailable();
    }
  }

  private static <T> Uni<T> unavailable() {
    return Uni.createFrom().failure(new DomainException(new SharedError.TemporarilyUnavailable()));
  }
}
