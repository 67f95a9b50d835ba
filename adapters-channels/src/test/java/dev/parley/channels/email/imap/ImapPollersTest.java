package dev.parley.channels.email.imap;

import static dev.parley.channels.email.Fixtures.NOW;
import static dev.parley.channels.email.Fixtures.network;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.channels.email.MailNetwork.Timeouts;
import dev.parley.channels.email.TestCertificate;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.AccountStates.Direction;
import dev.parley.channels.support.AccountStates.Level;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.channel.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImapPollersTest extends PollersScene {
  private final TestMailbox mailbox = new GreenMailbox();

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  void aNewMailIsNoticedWithoutWaitingForThePoll() {
    add(mailbox.endpoint());
    pollers.start();
    awaitLevel(Level.OK);
    for (int i = 1; i <= 3; i++) {
      mailbox.put("mail " + i, NOW);
      int expected = i;
      await().atMost(SOON).until(() -> inbox.all().size() == expected);
    }
  }

  @Test
  void aServerWithoutIdleIsPolled() throws IOException {
    try (ScriptedImapServer server = new ScriptedImapServer()) {
      server.canIdle = false;
      pollers = pollers(Duration.ofMillis(100));
      add(endpointAt(server.port()));
      pollers.start();
      awaitLevel(Level.OK);
      server.mails.put(1L, "Subject: x\r\n\r\nx");
      await().atMost(SOON).until(() -> inbox.all().size() == 1);
    }
  }

  @Test
  void aServerThatForgetsToTellIsPolled() throws IOException {
    try (ScriptedImapServer server = new ScriptedImapServer()) {
      pollers = pollers(Duration.ofMillis(200));
      add(endpointAt(server.port()));
      pollers.start();
      awaitLevel(Level.OK);
      server.mails.put(1L, "Subject: x\r\n\r\nx");
      await().atMost(SOON).until(() -> inbox.all().size() == 1);
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void mailboxesAreReadOverTlsFromServersWithATrustedCertificate() throws IOException {
    TestCertificate certificate = TestCertificate.of("localhost");
    try (ScriptedImapServer server = new ScriptedImapServer(certificate)) {
      server.mails.put(1L, "Subject: x\r\n\r\nx");
      pollers = pollers(Duration.ofSeconds(60), network(Timeouts.DEFAULTS, certificate.trust()));
      add(overTls(server.port()));
      pollers.start();
      await().atMost(SOON).until(() -> inbox.all().size() == 1);
    }
  }

  @Test
  void aServerWithAnUntrustedCertificateGetsNoPassword() throws IOException {
    try (ScriptedImapServer server = new ScriptedImapServer(TestCertificate.of("localhost"))) {
      ContactEndpoint endpoint = add(overTls(server.port()));
      pollers.start();
      awaitLevel(Level.DEGRADED);
      assertThat(states.all().get(key(endpoint.id())))
          .extracting(AccountStates.State::code)
          .isEqualTo("certificate");
      assertThat(server.commands).isEmpty();
    }
  }

  private ContactEndpoint overTls(int port) {
    return mailbox.endpoint(
        "imap.host", "localhost", "imap.port", Integer.toString(port), "imap.security", "Tls");
  }

  @Test
  void aLostConnectionIsMadeAnew() throws IOException {
    try (ScriptedImapServer server = new ScriptedImapServer()) {
      add(endpointAt(server.port()));
      pollers.start();
      awaitLevel(Level.OK);
      server.hangUp();
      server.mails.put(1L, "Subject: x\r\n\r\nx");
      await().atMost(SOON).until(() -> inbox.all().size() == 1);
      assertThat(server.connections).hasValue(2);
    }
  }

  @Test
  void endpointsThatAreAddedChangedAndRemovedAreNoticed() throws IOException {
    try (ScriptedImapServer server = new ScriptedImapServer()) {
      pollers.start();
      ContactEndpoint endpoint = add(endpointAt(server.port()));
      await().atMost(SOON).until(() -> pollers.watched() == 1 && server.connections.get() == 1);
      change(endpoint.id(), "imap.folder", "Other");
      await().atMost(SOON).until(() -> server.connections.get() == 2);
      change(endpoint.id(), "unrelated", "setting");
      await()
          .during(Duration.ofMillis(300))
          .atMost(SOON)
          .until(() -> server.connections.get() == 2);
      endpoints.remove(ORGANIZATION, endpoint.id()).await().indefinitely();
      await().atMost(SOON).until(() -> pollers.watched() == 0);
      await().atMost(SOON).until(() -> !states.all().containsKey(key(endpoint.id())));
    }
  }

  @Test
  void aWrongPasswordIsReportedAndNotTriedAtOnce() throws IOException {
    try (ScriptedImapServer server = new ScriptedImapServer()) {
      server.refusesLogin = true;
      add(endpointAt(server.port()));
      pollers.start();
      awaitLevel(Level.BROKEN);
      await()
          .during(Duration.ofMillis(500))
          .atMost(SOON)
          .until(() -> server.connections.get() == 1);
    }
  }

  @Test
  void wrongSettingsAreReported() {
    ContactEndpoint endpoint = add(mailbox.endpoint("imap.port", "none"));
    pollers.start();
    awaitLevel(Level.BROKEN);
    assertThat(states.all().get(key(endpoint.id())))
        .extracting(AccountStates.State::code)
        .isEqualTo("settings");
  }

  @Test
  void manyMailboxesAreReadSideBySideAndAllEndWithThePollers() throws IOException {
    try (ScriptedImapServer server = new ScriptedImapServer()) {
      for (int i = 0; i < 200; i++) {
        add(endpointAt(server.port()));
      }
      pollers.start();
      await().atMost(SOON).until(() -> states.count(Direction.INBOUND, Level.OK) == 200);
      pollers.close();
      assertThat(states.all()).isEmpty();
      assertThat(pollers.watched()).isZero();
    }
  }

  private ContactEndpoint endpointAt(int port) {
    return mailbox.endpoint("imap.port", Integer.toString(port));
  }

  private void change(ContactEndpointId id, String key, String value) {
    endpoints
        .change(
            ORGANIZATION,
            id,
            old -> {
              Map<String, String> settings = new HashMap<>(old.settings());
              settings.put(key, value);
              Map<String, Secret> secrets = old.secrets();
              return new ContactEndpoint(
                  old.id(),
                  old.number(),
                  old.channel(),
                  old.name(),
                  old.address(),
                  old.queue(),
                  settings,
                  secrets);
            })
        .await()
        .indefinitely();
  }
}
