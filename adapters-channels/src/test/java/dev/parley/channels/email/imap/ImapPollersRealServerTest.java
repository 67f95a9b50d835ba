package dev.parley.channels.email.imap;

import static dev.parley.channels.email.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.channel.RawInbound;
import dev.parley.channels.email.servers.Dovecot;
import dev.parley.channels.support.AccountStates.Direction;
import dev.parley.channels.support.AccountStates.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("real-servers")
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ImapPollersRealServerTest extends PollersScene {
  private static final String USER = "support";
  private static final int BOXES = 100;

  private final Dovecot server = new Dovecot();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void aNewMailIsNoticedWithoutWaitingForThePoll() {
    try (TestMailbox mailbox = new DovecotMailbox(server, USER)) {
      add(mailbox.endpoint());
      pollers.start();
      awaitLevel(Level.OK);
      for (int i = 1; i <= 3; i++) {
        mailbox.put("mail " + i, NOW);
        int expected = i;
        await().atMost(SOON).until(() -> inbox.all().size() == expected);
      }
    }
  }

  @Test
  void aMailThatAnotherProgramPutsIntoTheMailboxIsNoticed() {
    addUser(USER);
    pollers.start();
    awaitLevel(Level.OK);
    server.deliver(USER, mail(1));
    await().atMost(SOON).until(() -> inbox.all().size() == 1);
  }

  @Test
  void aRestartOfTheServerLosesAndDoublesNothing() {
    addUser(USER);
    pollers.start();
    awaitLevel(Level.OK);
    deliver(1, 3);
    await().atMost(SOON).until(() -> inbox.all().size() == 3);
    server.stop();
    awaitLevel(Level.DEGRADED);
    deliver(4, 6);
    server.start();
    await().atMost(SOON).until(() -> inbox.all().size() >= 6);
    deliver(7, 7);
    await().atMost(SOON).until(() -> inbox.all().size() >= 7);
    assertThat(subjects()).containsExactlyInAnyOrderElementsOf(upTo(7));
  }

  @Test
  void aRestartAmidManyMailsLosesAndDoublesNothing() throws InterruptedException {
    addUser(USER);
    deliver(1, 500);
    CountDownLatch someTaken = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    pollers =
        pollersInto(
            raw -> {
              if (inbox.all().size() == 50) {
                someTaken.countDown();
                awaitFully(stopped);
              }
              return inbox.accept(raw);
            });
    pollers.start();
    assertThat(someTaken.await(20, TimeUnit.SECONDS)).isTrue();
    server.stop();
    stopped.countDown();
    awaitLevel(Level.DEGRADED);
    assertThat(inbox.all()).hasSizeLessThan(500);
    server.start();
    await().atMost(SOON).until(() -> inbox.all().size() >= 500);
    assertThat(subjects()).containsExactlyInAnyOrderElementsOf(upTo(500));
  }

  @Test
  void manyMailboxesAreReadSideBySideAndAllEndWithThePollers() {
    for (int i = 0; i < BOXES; i++) {
      addUser("user" + i);
    }
    pollers.start();
    await().atMost(SOON).until(() -> states.count(Direction.INBOUND, Level.OK) == BOXES);
    for (int i = 0; i < BOXES; i++) {
      server.deliver("user" + i, mail(i + 1));
    }
    await().atMost(SOON).until(() -> inbox.all().size() == BOXES);
    pollers.close();
    assertThat(subjects()).containsExactlyInAnyOrderElementsOf(upTo(BOXES));
    assertThat(states.all()).isEmpty();
    assertThat(pollers.watched()).isZero();
  }

  private static void awaitFully(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void addUser(String user) {
    try (TestMailbox mailbox = new DovecotMailbox(server, user)) {
      add(mailbox.endpoint());
    }
  }

  private void deliver(int first, int last) {
    IntStream.rangeClosed(first, last).forEach(i -> server.deliver(USER, mail(i)));
  }

  private static String mail(int number) {
    return "From: ada@customer.example\nSubject: mail %d\n\nbody\n".formatted(number);
  }

  private static List<String> upTo(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> "mail " + i).toList();
  }

  private List<String> subjects() {
    return inbox.all().stream()
        .map(RawInbound::bytes)
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .map(text -> text.lines().filter(l -> l.startsWith("Subject: ")).findFirst().orElseThrow())
        .map(line -> line.substring(9))
        .toList();
  }
}
