package dev.parley.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.Text;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@example.org",
        "jane.doe+orders@mail.example.co.uk",
        "o'neil@example.org",
        "j@e",
        "用户@例子.广告",
        "jane@xn--bcher-kva.example",
        "a=b{c}~d|e@example.org"
      })
  void anAddressThatCanBeWrittenToIsAccepted(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jane",
        "@example.org",
        "jane@",
        "jane@@example.org",
        "jane doe@example.org",
        "jane@example..org",
        "ja..ne@example.org",
        "jane@-example.org",
        "jane@example.org.",
        "<jane@example.org>",
        "jane@[127.0.0.1]",
        "\"jane\"@example.org",
        "jane@example.org\r\nBcc: all@example.org",
        "jane\r\nRCPT TO:<all@example.org>@example.org",
        "jane\0@example.org",
        "jane,joe@example.org",
        "jane\u0085@example.org",
        "jane\u2028@example.org",
        "jane\u202e@example.org",
        "\u200bjane@example.org"
      })
  void whatIsUnsafeInAHeaderOrCommandIsRefused(String address) {
    assertThatThrownBy(() -> new EmailAddress(address)).isInstanceOf(DomainException.class);
  }

  @Test
  void anUnpairedSurrogateIsRefused() {
    assertThat(EmailAddress.parse("\uD83D@example.org")).isEmpty();
  }

  @Test
  void anAddressHasAtMost254CharactersAnd64BeforeTheSign() {
    String domain = "d".repeat(EmailAddress.MAX - 65);
    assertThat(new EmailAddress("l".repeat(64) + "@" + domain).value()).hasSize(254);
    assertThat(EmailAddress.parse("l".repeat(64) + "@d" + domain)).isEmpty();
    assertThat(EmailAddress.parse("l".repeat(65) + "@example.org")).isEmpty();
  }

  @Test
  void theDomainIsKeptInLowerCaseAndTheLocalPartAsWritten() {
    assertThat(new EmailAddress("Jane.Doe@Example.ORG").value()).isEqualTo("Jane.Doe@example.org");
  }

  @Test
  void addressesAreComparedWithoutCase() {
    assertThat(new EmailAddress("Jane@Example.org").key())
        .isEqualTo(new EmailAddress("jANE@example.ORG").key());
  }

  @Test
  void itsPartsAreWhatStandsOnEitherSideOfTheSign() {
    EmailAddress address = new EmailAddress("jane@example.org");

    assertThat(address.localPart()).isEqualTo("jane");
    assertThat(address.domain()).isEqualTo("example.org");
  }

  @Test
  void parsingStripsBlanksAndAnswersNothingForWhatIsNoAddress() {
    assertThat(EmailAddress.parse(" jane@example.org \n"))
        .contains(new EmailAddress("jane@example.org"));
    assertThat(EmailAddress.parse("jane")).isEmpty();
  }

  @Test
  void anAddressIsNotPrinted() {
    assertThat(new EmailAddress("jane@example.org")).hasToString("***@example.org");
  }

  /** Lower case may be longer or made of other characters, as that of U+0130 is. */
  @Test
  void anAddressThatWasAcceptedIsAcceptedAgainAsItIsKept() {
    assertReadable("jane@\u0130.example");
    assertReadable("jane@" + "\u0130".repeat(200));
    for (long seed = 1; seed <= 200_000; seed++) {
      assertReadable(anything(new Random(seed)));
    }
  }

  private static void assertReadable(String text) {
    Optional<EmailAddress> accepted = EmailAddress.parse(text);
    accepted.ifPresent(
        address -> {
          assertThat(EmailAddress.parse(address.value())).as(escaped(text)).contains(address);
          assertThat(Text.isStorable(address.value())).as(escaped(text)).isTrue();
        });
  }

  private static String anything(Random random) {
    StringBuilder text = new StringBuilder("a").append((char) random.nextInt(0x10000)).append('@');
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      text.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : 'A'));
    }
    return text.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
    return escaped.toString();
  }
}
