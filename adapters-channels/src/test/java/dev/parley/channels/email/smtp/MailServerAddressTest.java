package dev.parley.channels.email.smtp;

import static dev.parley.channels.email.Fixtures.NOW;
import static dev.parley.channels.email.Fixtures.TIMER;
import static dev.parley.channels.email.Fixtures.TOKENS;
import static dev.parley.channels.email.Fixtures.anAnswer;
import static dev.parley.channels.email.Fixtures.endpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.channel.SendResult;
import dev.parley.channels.email.EmailAccount;
import dev.parley.channels.email.Fixtures;
import dev.parley.channels.email.MailNetwork;
import dev.parley.channels.email.MailNetwork.Timeouts;
import dev.parley.channels.email.TestCertificate;
import dev.parley.channels.support.AccountStates;
import dev.parley.channels.support.NameResolver;
import dev.parley.domain.channel.ContactEndpoint;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To which addresses a mail server's name may lead. */
class MailServerAddressTest {
  private static final String NAME = "mail.parley.example";

  private final ScriptedSmtpServer server = new ScriptedSmtpServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.1.1",
        "100.100.100.200",
        "168.63.129.16",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "fe80::1",
        "fd00:ec2::254",
        "::"
      })
  void linksAndMetadataAreNeverConnectedTo(String address) {
    for (String host : List.of(NAME, address)) {
      for (String protocol : List.of("imap", "smtp")) {
        assertThatThrownBy(() -> address(host, protocol, names(address)))
            .isInstanceOf(MessagingException.class)
            .hasMessageNotContaining(address)
            .hasCauseInstanceOf(UnknownHostException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.5", "192.168.1.9", "172.16.3.4", "203.0.114.9"})
  void serversOfTheOperatorsOwnNetworkAreAllowed(String address) throws MessagingException {
    assertThat(address(NAME, "smtp", names(address))).isEqualTo(address);
    assertThat(address(address, "imap", names())).isEqualTo(address);
  }

  @Test
  void anAddressOfIpv6IsReadWithBracketsToo() throws MessagingException {
    assertThat(address("[::1]", "smtp", names())).isEqualTo(address("::1", "smtp", names()));
  }

  @Test
  void aNameWithOneForbiddenAddressIsNotConnectedToAtAll() {
    assertThat(send(names("127.0.0.1", "169.254.169.254")))
        .isInstanceOfSatisfying(
            SendResult.Retryable.class, r -> assertThat(r.code()).isEqualTo("unreachable"));
    assertThat(server.connections).hasValue(0);
  }

  @Test
  void aNameThatChangesItsMindAfterTheCheckIsOfNoUse() {
    assertThat(send(names(List.of(List.of("127.0.0.1"), List.of("169.254.169.254")))))
        .isEqualTo(new SendResult.Accepted());
    assertThat(server.mails).hasSize(1);
  }

  @Test
  void theNextConnectionAsksAnew() {
    NameResolver names = names(List.of(List.of("169.254.169.254"), List.of("127.0.0.1")));

    assertThat(send(names)).isInstanceOf(SendResult.Retryable.class);
    assertThat(send(names)).isEqualTo(new SendResult.Accepted());
  }

  @Test
  void theCertificateMustStillBeOfTheName() throws IOException {
    TestCertificate certificate = TestCertificate.of(NAME);
    try (ScriptedSmtpServer tls = new ScriptedSmtpServer(certificate)) {
      NameResolver names = names("127.0.0.1");

      assertThat(sendWith(certificate.trust(), endpointAt(NAME, tls.port(), "StartTls"), names))
          .isEqualTo(new SendResult.Accepted());
      assertThat(
              sendWith(
                  certificate.trust(),
                  endpointAt("other.parley.example", tls.port(), "StartTls"),
                  names))
          .isInstanceOfSatisfying(
              SendResult.AccountBroken.class, r -> assertThat(r.code()).isEqualTo("certificate"));
    }
  }

  private SendResult send(NameResolver names) {
    return sendWith(
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        endpointAt(NAME, server.port(), "None"),
        names);
  }

  private static SendResult sendWith(
      SSLSocketFactory trust, ContactEndpoint from, NameResolver names) {
    MailNetwork network = new MailNetwork(Timeouts.DEFAULTS, () -> trust, TIMER, names);
    try (SmtpSender sender =
        new SmtpSender(TOKENS, network, new AccountStates(() -> NOW), () -> NOW)) {
      return sender.send(anAnswer().from(from).build());
    }
  }

  private static String address(String host, String protocol, NameResolver names)
      throws MessagingException {
    MailNetwork network =
        new MailNetwork(
            Timeouts.DEFAULTS,
            () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
            TIMER,
            names);
    EmailAccount account =
        EmailAccount.from(
            endpoint(
                Map.of(
                    protocol + ".host",
                    host,
                    protocol + ".port",
                    "2525",
                    protocol + ".security",
                    "None",
                    protocol + ".username",
                    "u"),
                Map.of(protocol + ".password", "pw")));
    return network
        .line(
            protocol.equals("imap")
                ? account.imap().orElseThrow().server()
                : account.smtp().orElseThrow(),
            protocol)
        .address();
  }

  private static ContactEndpoint endpointAt(String host, int port, String security) {
    return Fixtures.endpoint(
        Map.of("smtp.host", host, "smtp.port", Integer.toString(port), "smtp.security", security));
  }

  private static NameResolver names(String... addresses) {
    return names(List.of(List.of(addresses)));
  }

  /** Answers each question with the next of the lists, the last one for ever. */
  private static NameResolver names(List<List<String>> answers) {
    Deque<List<String>> left = new ArrayDeque<>(answers);
    return name -> {
      List<String> now = left.size() > 1 ? left.removeFirst() : left.getFirst();
      return now.stream().map(InetAddress::ofLiteral).toList();
    };
  }
}
