package dev.parley.channels.email.smtp;

import static dev.parley.channels.email.Fixtures.ENDPOINT;
import static dev.parley.channels.email.Fixtures.NOW;
import static dev.parley.channels.email.Fixtures.TIMER;
import static dev.parley.channels.email.Fixtures.TOKENS;
import static dev.parley.channels.email.Fixtures.anAnswer;
import static dev.parley.channels.email.Fixtures.endpoint;
import static dev.parley.channels.email.Fixtures.network;
import static dev.parley.channels.email.Fixtures.sendingThrough;
import static dev.parley.channels.email.Fixtures.smtp;
import static dev.parley.channels.email.smtp.ScriptedSmtpServer.END_OF_DATA;
import static dev.parley.channels.email.smtp.ScriptedSmtpServer.GREETING;
import static dev.parley.channels.email.smtp.ScriptedSmtpServer.HANG_UP;
import static dev.parley.channels.email.smtp.ScriptedSmtpServer.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.channel.SendResult;
import dev.parley.application.channel.SendResult.Accepted;
import dev.parley.application.channel.SendResult.AccountBroken;
import dev.parley.application.channel.SendResult.Ambiguous;
import dev.parley.application.channel.SendResult.Permanent;
import dev.parley.application.channel.SendResult.Retryable;
import dev.parley.channels.email.MailNetwork.Timeouts;
import dev.parley.channels.email.TestCertificate;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.AccountStates.Direction;
import dev.parley.channels.support.AccountStates.Level;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.MessageId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSenderTest {
  private static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(2),
          Duration.ofMillis(700),
          Duration.ofSeconds(2),
          Duration.ofMillis(700));

  private final ScriptedSmtpServer server = new ScriptedSmtpServer();
  private Instant now = NOW;
  private final AccountStates states = new AccountStates(() -> now);
  private final SmtpSender sender = new SmtpSender(TOKENS, network(SHORT), states, () -> now);

  @AfterEach
  void close() throws IOException {
    sender.close();
    server.close();
  }

  @Test
  void aMailReachesEverybodyAndNamesBlindCopiesNowhere() {
    SendResult result =
        sender.send(
            anAnswer()
                .from(sendingThrough(server.port()))
                .cc("cc@x.example")
                .bcc("secret@x.example")
                .build());
    assertThat(result).isEqualTo(new Accepted());
    ScriptedSmtpServer.Received mail = server.mails.getFirst();
    assertThat(mail.from()).startsWith("MAIL FROM:<support@parley.example>");
    assertThat(mail.recipients())
        .containsExactly(
            "RCPT TO:<ada@customer.example>",
            "RCPT TO:<cc@x.example>",
            "RCPT TO:<secret@x.example>");
    assertThat(mail.data()).contains("Cc: cc@x.example").doesNotContain("secret@x.example");
    assertThat(state()).isEqualTo(Level.OK);
  }

  @Test
  void aLineThatIsOneDotDoesNotEndTheMail() {
    sender.send(
        anAnswer()
            .from(sendingThrough(server.port()))
            .saying(Content.Format.TEXT, "a\r\n.\r\nb")
            .build());
    assertThat(server.mails.getFirst().data()).contains("a\r\n.\r\nb");
  }

  @Test
  void sessionsAreUsedAgain() {
    for (int i = 0; i < 5; i++) {
      assertThat(send(i)).isEqualTo(new Accepted());
    }
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void aSessionEndsAfterFiftyMails() {
    for (int i = 0; i < 51; i++) {
      send(i);
    }
    assertThat(server.connections).hasValue(2);
    assertThat(server.mails).hasSize(51);
  }

  @Test
  void aSessionThatWasIdleForLongIsNotUsedAgain() {
    send(1);
    now = now.plusSeconds(31);
    send(2);
    assertThat(server.connections).hasValue(2);
  }

  @Test
  void aSessionTheServerHasEndedIsReplaced() {
    send(1);
    server.on("NOOP", HANG_UP);
    assertThat(send(2)).isEqualTo(new Accepted());
    assertThat(server.connections).hasValue(2);
  }

  @Test
  void anAccountIsNeverSentThroughByMoreThanTwoAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<SendResult>> results =
          IntStream.range(0, 20).mapToObj(i -> threads.submit(() -> send(i))).toList();
      for (Future<SendResult> result : results) {
        assertThat(result.get()).isEqualTo(new Accepted());
      }
    }
    assertThat(server.mostAtOnce.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void nothingIsSentInTheClearWhenTlsIsAskedFor() {
    Map<String, String> settings = new HashMap<>(smtp(server.port()));
    settings.put("smtp.security", "StartTls");
    settings.put("smtp.username", "u");
    SendResult result =
        sender.send(anAnswer().from(endpoint(settings, Map.of("smtp.password", "pw"))).build());
    assertThat(result)
        .isInstanceOfSatisfying(AccountBroken.class, r -> assertThat(r.code()).isEqualTo("no-tls"));
    assertThat(server.commands).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
  }

  @Test
  void startTlsProtectsPasswordAndMailAndThePatienceAtTheEnd() throws IOException {
    TestCertificate certificate = TestCertificate.of("localhost");
    Timeouts patient =
        new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20));
    CountDownLatch stored = new CountDownLatch(1);
    try (ScriptedSmtpServer tls = new ScriptedSmtpServer(certificate);
        SmtpSender trusting =
            new SmtpSender(TOKENS, network(patient, certificate.trust()), states, () -> now)) {
      tls.takeMailsAfter(stored);
      Future<?> storing = TIMER.schedule(stored::countDown, 3, TimeUnit.SECONDS);
      assertThat(trusting.send(anAnswer().from(startTls("localhost", tls.port())).build()))
          .isEqualTo(new Accepted());
      assertThat(storing).isDone();
      assertThat(tls.commands).startsWith("EHLO " + ehlo(tls), "STARTTLS", "EHLO " + ehlo(tls));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "elsewhere.example"})
  void aCertificateThatIsNotTrustedOrOfAnotherHostBreaksTheAccount(String host) throws IOException {
    TestCertificate certificate = TestCertificate.of(host);
    TestCertificate trusted =
        host.equals("localhost") ? TestCertificate.of("localhost") : certificate;
    try (ScriptedSmtpServer tls = new ScriptedSmtpServer(certificate);
        SmtpSender strict =
            new SmtpSender(
                TOKENS, network(Timeouts.DEFAULTS, trusted.trust()), states, () -> now)) {
      assertThat(strict.send(anAnswer().from(startTls("localhost", tls.port())).build()))
          .isInstanceOfSatisfying(
              AccountBroken.class, r -> assertThat(r.code()).isEqualTo("certificate"));
      assertThat(tls.commands).noneMatch(c -> c.startsWith("AUTH"));
    }
  }

  private static String ehlo(ScriptedSmtpServer server) {
    return server.commands.getFirst().substring("EHLO ".length());
  }

  private static ContactEndpoint startTls(String host, int port) {
    return endpoint(
        Map.of(
            "smtp.host",
            host,
            "smtp.port",
            Integer.toString(port),
            "smtp.security",
            "StartTls",
            "smtp.username",
            "u"),
        Map.of("smtp.password", "pw"));
  }

  @Test
  void aServerThatIsNotThereIsTriedLater() throws IOException {
    server.close();
    assertThat(send(1))
        .isInstanceOfSatisfying(
            Retryable.class, r -> assertThat(r.code()).isEqualTo("unreachable"));
    assertThat(state()).isEqualTo(Level.DEGRADED);
  }

  @Test
  void aHostThatHasNoAddressIsTriedLater() {
    SendResult result =
        sender.send(
            anAnswer()
                .from(
                    endpoint(
                        Map.of(
                            "smtp.host",
                            "no.such.host.invalid",
                            "smtp.port",
                            "25",
                            "smtp.security",
                            "None")))
                .build());
    assertThat(result).isInstanceOf(Retryable.class);
  }

  @Test
  void aGreetingThatRefusesIsTriedAfterAnHour() {
    server.on(GREETING, "554 5.7.1 your address is blocked");
    assertThat(send(1))
        .isInstanceOfSatisfying(
            Retryable.class, r -> assertThat(r.notBefore()).isEqualTo(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA"})
  void aConnectionLostBeforeTheMailIsOutIsTriedAgain(String command) {
    server.on(command, HANG_UP).on("HELO", HANG_UP);
    assertThat(send(1)).isInstanceOf(Retryable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA"})
  void aServerThatFallsSilentBeforeTheMailIsOutIsTriedAgain(String command) {
    server.on(command, SILENCE);
    assertThat(send(1)).isInstanceOf(Retryable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {HANG_UP, SILENCE})
  void afterTheFinalDotNobodyKnowsAndTheNextTryHasTheSameMessageId(String end) {
    server.on(END_OF_DATA, end);
    assertThat(send(1)).isInstanceOf(Ambiguous.class);
    server.asUsualOn(END_OF_DATA);
    assertThat(send(1)).isEqualTo(new Accepted());
    assertThat(server.mails).hasSize(2);
    assertThat(server.mails.stream().map(m -> header(m, "Message-ID")).distinct()).hasSize(1);
  }

  @Test
  void aServerMayTakeMuchLongerToStoreAMailThanToAnswerACommand() {
    CountDownLatch stored = new CountDownLatch(1);
    server.takeMailsAfter(stored);
    Timeouts patient =
        new Timeouts(
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            Duration.ofSeconds(20));
    Future<?> storing = TIMER.schedule(stored::countDown, 900, TimeUnit.MILLISECONDS);
    try (SmtpSender waiting = new SmtpSender(TOKENS, network(patient), states, () -> now)) {
      assertThat(waiting.send(anAnswer().from(sendingThrough(server.port())).build()))
          .isEqualTo(new Accepted());
    }
    assertThat(storing).isDone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\nBcc: evil@x.example",
        "x\nBcc: evil@x.example",
        "x\rBcc: evil@x.example",
        "x\r\n\r\nBcc: evil@x.example",
        "x\u0000\r\nBcc: evil@x.example",
        "x\u760d\u760aBcc: evil@x.example",
        "x\u2028Bcc: evil@x.example",
        "x\u0085Bcc: evil@x.example",
        "x\u202eBcc: evil@x.example\ud800",
        "x\r\n.\r\nMAIL FROM:<evil@x.example>\r\nBcc: evil@x.example"
      })
  void nothingThatIsWrittenBecomesAHeaderOrACommand(String hostile) {
    IncomingFile file =
        new IncomingFile(hostile, "text/plain\r\nBcc: evil@x.example", new byte[] {1}, false, null);
    IncomingFile image = new IncomingFile("i.png", "image/png", new byte[] {1}, true, hostile);
    SendResult result =
        sender.send(
            anAnswer()
                .from(sendingThrough(server.port()))
                .subject(hostile)
                .agent(hostile)
                .to("ada@customer.example", hostile)
                .answering(hostile, "<" + hostile + ">", "fine@x.example")
                .saying(Content.Format.HTML, "<img src=\"cid:x\">")
                .with(file, image)
                .build());
    assertThat(result).isEqualTo(new Accepted());
    assertThat(server.commands)
        .allMatch(
            c ->
                c.matches(
                    "EHLO \\S+|MAIL FROM:<support@parley.example>|DATA|QUIT|RCPT"
                        + " TO:<ada@customer.example>"));
    ScriptedSmtpServer.Received mail = server.mails.getFirst();
    String head = mail.data().substring(0, mail.data().indexOf("\r\n\r\n"));
    assertThat(head.lines()).noneMatch(line -> line.startsWith("Bcc"));
    assertThat(mail.data().lines().filter(line -> line.startsWith("Bcc:"))).isEmpty();
    assertThat(mail.recipients()).hasSize(1);
  }

  @Test
  void aRefusalAfterTheFinalDotIsNoLostConnection() {
    server.on(END_OF_DATA, "554 5.7.1 spam");
    assertThat(send(1))
        .isInstanceOfSatisfying(Permanent.class, r -> assertThat(r.code()).isEqualTo("policy"));
    assertThat(state()).isEqualTo(Level.DEGRADED);
  }

  @Test
  void aRefusalFollowedByHangingUpIsStillTheRefusal() {
    server.on(END_OF_DATA, "552 5.3.4 too big").on("RSET", HANG_UP);
    assertThat(send(1))
        .isInstanceOfSatisfying(Permanent.class, r -> assertThat(r.code()).isEqualTo("too-large"));
  }

  @Test
  void aLargeMailIsRefusedBeforeItIsSent() {
    server.on("EHLO", "250-scripted\r\n250 SIZE 10").on("MAIL", "552 5.3.4 too big");
    assertThat(send(1))
        .isInstanceOfSatisfying(Permanent.class, r -> assertThat(r.code()).isEqualTo("too-large"));
    assertThat(server.commands)
        .anyMatch(c -> c.matches("MAIL FROM:<support@parley.example> SIZE=\\d+"));
    assertThat(server.mails).isEmpty();
  }

  @Test
  void aWrongPasswordStopsTheAccountAndOneProbeAfterAWhileFindsItMended() {
    server.on("AUTH", "535 5.7.8 bad credentials");
    assertThat(sendLoggedIn(1)).isInstanceOf(AccountBroken.class);
    assertThat(state()).isEqualTo(Level.BROKEN);
    int connections = server.connections.get();
    server.asUsualOn("AUTH");
    assertThat(sendLoggedIn(2)).isInstanceOf(AccountBroken.class);
    assertThat(server.connections).hasValue(connections);
    now = now.plus(Circuit.FIRST_PAUSE);
    assertThat(sendLoggedIn(2)).isEqualTo(new Accepted());
    assertThat(state()).isEqualTo(Level.OK);
  }

  @Test
  void newSettingsAreTriedAtOnce() {
    server.on("AUTH", "535 5.7.8 bad credentials");
    sendLoggedIn(1);
    assertThat(send(1)).isEqualTo(new Accepted());
  }

  @Test
  void aServerThatIsDownIsLeftAloneAfterSomeFailures() throws IOException {
    server.close();
    for (int i = 0; i < Circuit.FAILURES; i++) {
      send(i);
    }
    assertThat(send(9))
        .isInstanceOfSatisfying(
            Retryable.class, r -> assertThat(r.notBefore()).isEqualTo(Circuit.FIRST_PAUSE));
  }

  @Test
  void onlyTheRecipientsThatWereNotServedAreTriedAgain() {
    server.on("RCPT TO:<CC@X.EXAMPLE>", "451 4.7.1 later");
    assertThat(send("cc@x.example")).isInstanceOf(Retryable.class);
    server.asUsualOn("RCPT TO:<CC@X.EXAMPLE>");
    assertThat(send("cc@x.example")).isEqualTo(new Accepted());
    assertThat(server.mails.get(0).recipients()).containsExactly("RCPT TO:<ada@customer.example>");
    assertThat(server.mails.get(1).recipients()).containsExactly("RCPT TO:<cc@x.example>");
  }

  @Test
  void aRecipientThatDoesNotExistIsNotHiddenByOneThatDoes() {
    server.on("RCPT TO:<CC@X.EXAMPLE>", "550 5.1.1 no such user");
    assertThat(send("cc@x.example"))
        .isInstanceOfSatisfying(
            Permanent.class,
            r -> {
              assertThat(r.code()).isEqualTo("some-recipients-refused");
              assertThat(r.reason()).contains("1 of 2").contains("5.1.1");
            });
    assertThat(server.mails).hasSize(1);
  }

  @Test
  void anUnknownRecipientAloneIsRefusedWithoutAMail() {
    server.on("RCPT", "550 5.1.1 no such user");
    assertThat(send(1))
        .isInstanceOfSatisfying(
            Permanent.class, r -> assertThat(r.code()).isEqualTo("recipient-unreachable"));
    assertThat(server.mails).isEmpty();
  }

  @Test
  void theServerThatAsksForFewerConnectionsGetsOne() throws Exception {
    server.on("MAIL", "421 4.7.0 too many connections");
    assertThat(send(1)).isInstanceOf(Retryable.class);
    server.asUsualOn("MAIL");
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<SendResult>> results =
          IntStream.range(0, 10).mapToObj(i -> threads.submit(() -> send(i))).toList();
      for (Future<SendResult> result : results) {
        assertThat(result.get()).isEqualTo(new Accepted());
      }
    }
    assertThat(server.mostAtOnce).hasValue(1);
  }

  @Test
  void anEndpointWithoutServerIsBroken() {
    assertThat(sender.send(anAnswer().from(endpoint(Map.of())).build()))
        .isInstanceOf(AccountBroken.class);
  }

  @Test
  void wrongSettingsAreABrokenAccountAndNoException() {
    assertThat(sender.send(anAnswer().from(endpoint(Map.of("smtp.host", "h"))).build()))
        .isInstanceOfSatisfying(
            AccountBroken.class, r -> assertThat(r.code()).isEqualTo("settings"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no address",
        "a@b\r\nRCPT TO:<evil@x.example>",
        "<a@b.example> NOTIFY=x",
        "ü@b.example"
      })
  void anAddressThatIsNoneReachesNoServer(String address) {
    SendResult result =
        sender.send(anAnswer().from(sendingThrough(server.port())).to(address, null).build());
    assertThat(result).isInstanceOf(Permanent.class);
    assertThat(server.commands).isEmpty();
  }

  private SendResult send(int number) {
    return sender.send(
        anAnswer()
            .from(sendingThrough(server.port()))
            .id(new MessageId(new UUID(1, number)))
            .build());
  }

  private SendResult send(String cc) {
    return sender.send(anAnswer().from(sendingThrough(server.port())).cc(cc).build());
  }

  private SendResult sendLoggedIn(int number) {
    Map<String, String> settings = new HashMap<>(smtp(server.port()));
    settings.put("smtp.username", "u");
    return sender.send(
        anAnswer()
            .from(endpoint(settings, Map.of("smtp.password", "pw")))
            .id(new MessageId(new UUID(1, number)))
            .build());
  }

  private Level state() {
    AccountStates.State state =
        states.all().get(new AccountStates.Key(ENDPOINT, Direction.OUTBOUND));
    return state == null ? Level.OK : state.level();
  }

  private static String header(ScriptedSmtpServer.Received mail, String name) {
    return mail.data().lines().filter(l -> l.startsWith(name + ":")).findFirst().orElseThrow();
  }
}
