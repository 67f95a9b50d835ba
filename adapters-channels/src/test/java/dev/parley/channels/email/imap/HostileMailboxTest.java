package dev.parley.channels.email.imap;

import static dev.parley.channels.email.Fixtures.NOW;
import static dev.parley.channels.email.Fixtures.endpoint;
import static dev.parley.channels.email.Fixtures.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.InMemoryInbox;
import dev.parley.application.channel.InMemoryMailboxCursors;
import dev.parley.application.channel.InboundLoad;
import dev.parley.application.channel.MailboxCursor;
import dev.parley.channels.email.EmailAccount;
import dev.parley.channels.email.MailNetwork;
import dev.parley.domain.organization.OrganizationId;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileMailboxTest {
  private static final OrganizationId ORGANIZATION = new OrganizationId(1);
  private static final String MAIL = "From: a@b.example\r\n\r\nhello\r\n";

  private final ScriptedImapServer server = new ScriptedImapServer();
  private final InMemoryInbox inbox = new InMemoryInbox();
  private final InMemoryMailboxCursors cursors = new InMemoryMailboxCursors();
  private final AtomicInteger ids = new AtomicInteger();
  private final EmailAccount account =
      EmailAccount.from(
          endpoint(
              Map.of(
                  "imap.host", "127.0.0.1",
                  "imap.port", Integer.toString(server.port()),
                  "imap.security", "None",
                  "imap.username", "u"),
              Map.of("imap.password", "pw")));
  private final MailboxReader reader =
      new MailboxReader(
          new ReadBox(ORGANIZATION, account, account.imap().orElseThrow()),
          new ReaderPorts(
              inbox,
              inbox,
              cursors,
              InboundLoad.NEVER_TOO_HIGH,
              () -> new UUID(1, ids.incrementAndGet()),
              () -> NOW),
          new MailIntake(10_000, 1 << 20));

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aMailTheServerRefusesHoldsNoOtherUpAndIsGivenUpVisibly() throws Exception {
    put(5);
    server.refused.add(3L);
    readOn(2);
    assertThat(uids()).containsExactly(1, 2, 4, 5);
    assertThat(cursor().lastUid()).isEqualTo(2);
    readOn(2);
    assertThat(uids()).containsExactly(1, 2, 4, 5, 3);
    assertThat(cursor().lastUid()).isEqualTo(5);
    assertThat(text(4)).startsWith("X-Parley-Incomplete: unreadable").contains("number 3");
  }

  @Test
  void aMailThatAlwaysEndsTheConnectionIsGivenUpInTheEnd() throws Exception {
    put(5);
    server.hangingUp.add(3L);
    int rounds = 0;
    while (inbox.all().size() < 5 && rounds++ < 20) {
      try {
        readOn(1);
      } catch (MessagingException lost) {
        assertThat(lost).hasMessageNotContaining("hello");
      }
    }
    assertThat(uids()).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    assertThat(rounds).isGreaterThan(10);
  }

  @Test
  void aServerThatUnderstatesASizeCannotMakeUsHoldMoreThanTheLimit() throws Exception {
    server.mails.put(1L, "From: a@b.example\r\n\r\n" + "x".repeat(2_000_000));
    server.claimedSizes.put(1L, 100L);
    server.mails.put(2L, MAIL);
    server.claimedSizes.put(2L, 100L);
    readOn(1);
    assertThat(inbox.all()).hasSize(2);
    assertThat(text(0)).startsWith("X-Parley-Incomplete: too-large");
    assertThat(inbox.all().getFirst().bytes().length).isLessThan(300_000);
    assertThat(text(1)).isEqualTo(MAIL);
  }

  @Test
  void aServerThatOverstatesASizeLosesNothing() throws Exception {
    put(2);
    server.claimedSizes.put(1L, 9_000L);
    readOn(1);
    assertThat(text(0)).isEqualTo(MAIL);
  }

  @Test
  void nothingIsEverMarkedOrChanged() throws Exception {
    put(3);
    readOn(2);
    assertThat(server.commands)
        .noneMatch(c -> c.matches("(?i)(SELECT|STORE|UID STORE|EXPUNGE|COPY|UID COPY|APPEND).*"))
        .noneMatch(c -> c.matches("(?i).*FETCH.* BODY\\[.*"))
        .anyMatch(c -> c.startsWith("EXAMINE"));
  }

  @Test
  void smallMailsAreFetchedTogether() throws Exception {
    put(40);
    readOn(1);
    assertThat(server.commands.stream().filter(c -> c.contains("BODY.PEEK"))).hasSize(1);
    assertThat(inbox.all()).hasSize(40);
  }

  private void put(int count) {
    for (long uid = 1; uid <= count; uid++) {
      server.mails.put(uid, MAIL);
    }
  }

  private void readOn(int times) throws Exception {
    MailNetwork network = network(MailNetwork.Timeouts.DEFAULTS);
    EmailAccount.Mailbox mailbox = account.imap().orElseThrow();
    try (RemoteFolder folder =
        RemoteFolder.open(network.line(mailbox.server(), "imap"), mailbox, network)) {
      for (int i = 0; i < times; i++) {
        reader.read(folder);
      }
    }
  }

  private List<Integer> uids() {
    return inbox.all().stream()
        .map(raw -> raw.deliveryKey().substring(raw.deliveryKey().lastIndexOf(':') + 1))
        .map(Integer::valueOf)
        .toList();
  }

  private String text(int index) {
    return new String(inbox.all().get(index).bytes(), StandardCharsets.ISO_8859_1);
  }

  private MailboxCursor cursor() {
    return cursors.get(ORGANIZATION, account.id(), "INBOX").await().indefinitely().orElseThrow();
  }
}
