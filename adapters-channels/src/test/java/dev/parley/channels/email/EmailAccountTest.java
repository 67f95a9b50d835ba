package dev.parley.channels.email;

import static dev.parley.channels.email.Fixtures.endpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.channels.email.MailServer.Security;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAccountTest {
  private static final Map<String, String> FULL =
      Map.of(
          "imap.host", "imap.example",
          "imap.port", "993",
          "imap.security", "Tls",
          "imap.username", "u",
          "smtp.host", "smtp.example",
          "smtp.port", "587",
          "smtp.security", "StartTls",
          "smtp.username", "u");
  private static final Map<String, String> PASSWORDS =
      Map.of("imap.password", "p", "smtp.password", "q");

  @Test
  void readsBothServers() {
    EmailAccount account = EmailAccount.from(endpoint(FULL, PASSWORDS));
    EmailAccount.Mailbox imap = account.imap().orElseThrow();
    assertThat(imap.folder()).isEqualTo("INBOX");
    assertThat(imap.importAll()).isTrue();
    assertThat(imap.server().security()).isEqualTo(Security.TLS);
    assertThat(account.smtp().orElseThrow().port()).isEqualTo(587);
    assertThat(account.smtp().orElseThrow().security()).isEqualTo(Security.START_TLS);
  }

  @Test
  void needsNoServerAtAll() {
    EmailAccount account = EmailAccount.from(endpoint(Map.of()));
    assertThat(account.imap()).isEmpty();
    assertThat(account.smtp()).isEmpty();
    assertThat(account.signedReplies()).isTrue();
  }

  @Test
  void anOverrideThatIsAnAddressStandsInFrom() {
    EmailAccount account = EmailAccount.from(endpoint(Map.of("senderOverride", "hi@shop.example")));
    assertThat(account.senderAddress()).isEqualTo(new EmailAddress("hi@shop.example"));
    assertThat(account.senderName()).isNull();
  }

  @Test
  void anyOtherOverrideIsTheDisplayName() {
    EmailAccount account = EmailAccount.from(endpoint(Map.of("senderOverride", "The Shop")));
    assertThat(account.senderAddress()).isEqualTo(account.address());
    assertThat(account.senderName()).isEqualTo("The Shop");
  }

  @ParameterizedTest
  @CsvSource({"143,START_TLS", "25,START_TLS", "587,START_TLS", "993,TLS", "465,TLS", "3143,TLS"})
  void withoutASecurityWhatIsUsualAtThePortIsAskedFor(String port, Security security) {
    Map<String, String> settings = changed(FULL, "imap.port", port);
    settings.remove("imap.security");
    EmailAccount account = EmailAccount.from(endpoint(settings, PASSWORDS));
    assertThat(account.imap().orElseThrow().server().security()).isEqualTo(security);
  }

  @ParameterizedTest
  @CsvSource({
    "imap.port, 0",
    "imap.port, 65536",
    "imap.port, abc",
    "imap.host, a b",
    "imap.security, Ssl",
    "smtp.port, -1",
    "replyAddress, maybe",
    "imap.importFrom, yesterday"
  })
  void aWrongSettingIsNamed(String key, String value) {
    assertThatThrownBy(() -> EmailAccount.from(endpoint(changed(FULL, key, value), PASSWORDS)))
        .isInstanceOfSatisfying(
            DomainException.class,
            e ->
                assertThat(e.error())
                    .isInstanceOfSatisfying(
                        SharedError.InvalidField.class,
                        field -> assertThat(field.path()).isEqualTo(key)));
  }

  @Test
  void aUserNameCannotBeginAnotherCommand() {
    assertThatThrownBy(
            () ->
                EmailAccount.from(
                    endpoint(changed(FULL, "imap.username", "u\r\nA1 LOGOUT"), PASSWORDS)))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void aMailboxNeedsAPassword() {
    assertThatThrownBy(() -> EmailAccount.from(endpoint(FULL))).isInstanceOf(DomainException.class);
  }

  private static Map<String, String> changed(Map<String, String> from, String key, String value) {
    Map<String, String> changed = new HashMap<>(from);
    changed.put(key, value);
    return changed;
  }
}
