package dev.parley.channels.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.channels.support.OutboundException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stranger's URL")
class OutboundUrlTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://files.example.com, https://files.example.com/",
    "https://files.example.com/, https://files.example.com/",
    "http://files.example.com/a.png, http://files.example.com/a.png",
    "HTTPS://FILES.example.com/a, https://FILES.example.com/a",
    "https://files.example.com:443/a, https://files.example.com:443/a",
    "https://files.example.com:8443/a, https://files.example.com:8443/a",
    "http://files.example.com:80/a, http://files.example.com:80/a",
    "https://files.example.com:/a, https://files.example.com:/a",
    "https://files.example.com?id=1, https://files.example.com/?id=1",
    "https://files.example.com/a?b=c&d=%20e, https://files.example.com/a?b=c&d=%20e",
    "https://files.example.com/a%2Fb, https://files.example.com/a%2Fb",
    "https://files.example.com/a@b:c, https://files.example.com/a@b:c",
    "https://files.example.com/ä.png, https://files.example.com/%C3%A4.png",
    "https://bücher.example/a, https://xn--bcher-kva.example/a",
    "https://BÜCHER.example:8443/a, https://xn--bcher-kva.example:8443/a",
    "https://xn--bcher-kva.example/a, https://xn--bcher-kva.example/a",
    "https://例え.jp/, https://xn--r8jz45g.jp/",
    "https://files。example/a, https://files.example/a",
    "https://8.8.8.8/a, https://8.8.8.8/a",
    "https://１.１.１.１/a, https://1.1.1.1/a",
    "https://[2606:4700:4700::1111]/a, https://[2606:4700:4700::1111]/a",
    "https://localhost.example.com/a, https://localhost.example.com/a",
    "https://local.example.com/a, https://local.example.com/a",
    "https://notlocal.example.com/a, https://notlocal.example.com/a",
    "https://1.example.com/a, https://1.example.com/a",
    "https://0x7f.example.com/a, https://0x7f.example.com/a",
  })
  void ofAPublicServerIsTakenInAscii(String written, String taken) throws OutboundException {
    assertThat(OutboundUrl.parse(written, false).uri()).hasToString(taken);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        " ",
        "files.example.com",
        "/a.png",
        "//files.example.com/a",
        "https:",
        "https://",
        "https:///a",
        "https:files.example.com",
        "https:/files.example.com/a",
        "https://:443/a",
        "ftp://files.example.com/a",
        "file:///etc/passwd",
        "gopher://files.example.com/",
        "data:text/plain,a",
        "jar:https://files.example.com/a.jar!/b",
        "javascript:alert(1)",
        "ws://files.example.com/",
        "ldap://files.example.com/",
        "dict://files.example.com/",
        "mailto:a@example.com",
        "httpss://files.example.com/",
        " https://files.example.com/",
        "https://files.example.com/ ",
        "https://files.example.com/a b",
        "https://files.example.com/a\nb",
        "https://files.example.com/a\r\nHost: b",
        "https://files.example.com\t/",
        "https://files.example.com/a\u0000b",
        "https://files.example.com\\@10.0.0.1/",
        "https:\\\\files.example.com/",
        "https://files.example.com/a|b",
        "https://files.example.com/%",
        "https://files.example.com/%zz",
        "https://user@files.example.com/",
        "https://user:secret@files.example.com/",
        "https://@files.example.com/",
        "https://:@files.example.com/",
        "https://files.example.com@10.0.0.1/",
        "https://10.0.0.1@files.example.com/",
        "https://user@bücher.example/",
        "https://files.example.com:443@127.0.0.1:443/",
        "https://files.example.com#@10.0.0.1/",
        "https://files.example.com/#",
        "https://files.example.com/a#b",
        "https://files.example.com:0/",
        "https://files.example.com:1/",
        "https://files.example.com:22/",
        "https://files.example.com:25/",
        "https://files.example.com:81/",
        "https://files.example.com:444/",
        "https://files.example.com:5432/",
        "https://files.example.com:6379/",
        "https://files.example.com:8080/",
        "https://files.example.com:9200/",
        "https://files.example.com:65536/",
        "https://files.example.com:4294967739/",
        "https://files.example.com:-1/",
        "https://files.example.com:443:443/",
        "https://files.example.com:４４３４/",
        "https://files.example.com:a/",
        "https://2130706433/",
        "https://0/",
        "https://1/",
        "https://017700000001/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://0x7f.0.0.1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://0177.0.0.1/",
        "https://127.0.0.01/",
        "https://00.0.0.0/",
        "https://127.0.0.0x1/",
        "https://256.1.1.1/",
        "https://1.2.3.4.5/",
        "https://1.2.3.4./",
        "https://127.0.0.1./",
        "https://example.1/",
        "https://example.0x1/",
        "https://１２７.１/",
        "https://２１３０７０６４３３/",
        "https://%31%32%37.0.0.1/",
        "https://files%2eexample.com/",
        "https://①②⑦.1/",
        "https://[::1/",
        "https://::1/",
        "https://[::1]a/",
        "https://[fe80::1%25eth0]/",
        "https://[fe80::1%eth0]/",
        "https://[v1.a]/",
        "https://[127.0.0.1]/",
        "https://[]/",
        "https://[files.example.com]/",
        "https://[1:2:3]/",
        "https://localhost/",
        "https://LOCALHOST/",
        "https://localhost./",
        "https://a.localhost/",
        "https://printer.local/",
        "https://printer.LOCAL/",
        "https://metadata.google.internal/",
        "https://db.internal/",
        "https://router.home.arpa/",
        "https://home.arpa/",
        "https://server.test/",
        "https://postgres/",
        "https://ｌocalhost/",
        "https://printer。local/",
        "https://files.example.com./",
        "https://files..example.com/",
        "https://.example.com/",
        "https://-files.example.com/",
        "https://files-.example.com/",
        "https://fi_les.example.com/",
        "https://fi*les.example.com/",
        "https://fi les.example.com/",
        "https://bü_cher.example/",
        "https://files\u200b.example.com:99/"
      })
  void ofAnotherFormIsRefused(String written) {
    assertRefused(() -> OutboundUrl.parse(written, false), Reason.URL);
  }

  @Test
  void ofMoreThan2048CharactersIsRefused() throws OutboundException {
    String longest = "https://files.example.com/" + "a".repeat(2048 - 26);

    assertThat(OutboundUrl.parse(longest, false).uri()).hasToString(longest);
    assertRefused(() -> OutboundUrl.parse(longest + "a", false), Reason.URL);
  }

  @Test
  void withALabelOfMoreThan63CharactersIsRefused() {
    String name = "ü".repeat(64) + ".example";

    assertRefused(() -> OutboundUrl.parse("https://" + name + "/", false), Reason.URL);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://files:8080/a",
        "http://files.local:1/",
        "http://a.internal/",
        "http://127.0.0.1:65535/",
        "http://[::1]:9000/a"
      })
  void ofOurOwnNetworkIsTakenWhenTheOperatorAllowsIt(String written) throws OutboundException {
    assertThat(OutboundUrl.parse(written, true).uri()).hasToString(written);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "http://2130706433/", "http://127.1/", "http://0177.0.0.1/", "http://u@localhost/",
        "http://localhost/#a", "http://localhost:0/", "http://localhost:65536/",
            "http://localhost./",
        "file:///etc/passwd"
      })
  void ofAnotherFormIsRefusedEvenInOurOwnNetwork(String written) {
    assertRefused(() -> OutboundUrl.parse(written, true), Reason.URL);
  }

  @ParameterizedTest(name = "{0} + {1}")
  @CsvSource({
    "https://files.example.com/a/b, c, https://files.example.com/a/c",
    "https://files.example.com/a/b, /c, https://files.example.com/c",
    "https://files.example.com/a/b, ?c=d, https://files.example.com/a/b?c=d",
    "https://files.example.com, c, https://files.example.com/c",
    "https://files.example.com/a/b, ../c, https://files.example.com/c",
    "https://files.example.com/a, //cdn.example.com/a, https://cdn.example.com/a",
    "https://files.example.com/a, https://cdn.example.com/a, https://cdn.example.com/a",
    "http://files.example.com/a, https://files.example.com/a, https://files.example.com/a",
    "http://files.example.com/a, http://files.example.com/b, http://files.example.com/b",
  })
  void leadsWhereItsRedirectSays(String from, String location, String to) throws OutboundException {
    assertThat(OutboundUrl.parse(from, false).redirectedTo(location, false).uri()).hasToString(to);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "https://user@files.example.com/",
        "//localhost/",
        "https://127.1/",
        "https://files.example.com:22/",
        "https://files.example.com/#a",
        "https://a b/",
        "%",
        "//",
        "https://metadata.google.internal/computeMetadata/v1/",
        "gopher://files.example.com/"
      })
  void isNotLeftForOneThatWouldBeRefused(String location) throws OutboundException {
    OutboundUrl from = OutboundUrl.parse("https://files.example.com/a", false);

    assertRefused(() -> from.redirectedTo(location, false), Reason.URL);
  }

  @Test
  void withTlsIsNotLeftForOneWithout() throws OutboundException {
    OutboundUrl from = OutboundUrl.parse("https://files.example.com/a", false);

    assertRefused(() -> from.redirectedTo("http://files.example.com/a", false), Reason.REDIRECT);
  }

  private static void assertRefused(ThrowingCallable parsing, Reason reason) {
    assertThatExceptionOfType(OutboundException.class)
        .isThrownBy(parsing)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
