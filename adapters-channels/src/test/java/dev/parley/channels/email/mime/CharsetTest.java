package dev.parley.channels.email.mime;

import static dev.parley.channels.email.mime.Mails.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetTest {
  private static ParsedMail mail(String contentType, byte[] body) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.writeBytes(
        Mails.bytes("Content-Type: " + contentType, "Content-Transfer-Encoding: 8bit", ""));
    raw.writeBytes(body);
    return Mails.parse(raw.toByteArray());
  }

  private static String text(String contentType, String latin1) {
    return mail(contentType, latin1.getBytes(StandardCharsets.ISO_8859_1)).text();
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF-8, Größe €",
    "UTF8, UTF-8, Größe €",
    "windows-1252, windows-1252, “Größe” €",
    "iso-8859-1, windows-1252, “Größe” €",
    "cp-850, IBM850, Größe",
    "cp1251, windows-1251, Привет",
    "win-1251, windows-1251, Привет",
    "koi8-r, KOI8-R, Привет",
    "iso-8859-9, windows-1254, Ağaç",
    "iso-2022-jp, ISO-2022-JP, 日本語",
    "shift_jis, windows-31j, 日本語①",
    "euc-jp, EUC-JP, 日本語",
    "gb2312, GB18030, 中文镕",
    "big5, Big5, 中文",
    "ks_c_5601-1987, x-windows-949, 한국어 똠",
    "euc-kr, x-windows-949, 한국어",
    "utf-16, UTF-16, Größe €",
    "macintosh, x-MacRoman, Größe"
  })
  void declaredCharacterSetsAreUsed(String label, String charset, String meant) {
    byte[] body = meant.getBytes(Charset.forName(charset));

    assertThat(mail("text/plain; charset=" + label, body).text()).isEqualTo(meant);
    assertThat(mail("text/plain; charset=\"" + label + "\"", body).warnings())
        .doesNotContain(ParseWarning.CHARSET_REPLACED);
  }

  @ParameterizedTest
  @CsvSource({"us-ascii", "x-unknown", "utf-8", "nonsense", "unknown-8bit", "''"})
  void latin1BytesUnderAWrongLabelAreReadAsWindows1252(String label) {
    String contentType = "text/plain; charset=" + label;

    assertThat(text(contentType, "Gr\u00fc\u00dfe aus M\u00fcnchen f\u00fcr \u0080 5"))
        .isEqualTo("Grüße aus München für € 5");
  }

  @ParameterizedTest
  @CsvSource({"us-ascii", "x-unknown", "nonsense"})
  void utf8BytesUnderAWrongLabelAreReadAsUtf8(String label) {
    ParsedMail mail =
        mail("text/plain; charset=" + label, "Größe 10 €, schön".getBytes(StandardCharsets.UTF_8));

    assertThat(mail.text()).isEqualTo("Größe 10 €, schön");
    assertThat(mail.warnings()).contains(ParseWarning.CHARSET_REPLACED);
    assertThat(mail.degraded()).isFalse();
  }

  @Test
  void oneBrokenByteDoesNotMakeUtf8SomethingElse() {
    assertThat(text("text/plain; charset=utf-8", utf8("Größe schön €") + "\u00fc"))
        .startsWith("Größe schön €");
  }

  @Test
  void htmlNamesItsOwnCharacterSet() {
    String html = "<html><meta charset='windows-1251'><p>\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2";

    assertThat(text("text/html", html)).isEqualTo("Привет");
    assertThat(text("text/html; charset=nonsense", html)).isEqualTo("Привет");
    assertThat(
            text(
                "text/html",
                "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">"
                    + "\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2"))
        .isEqualTo("Привет");
  }

  @Test
  void aByteOrderMarkTellsTheSetAndIsNoText() {
    assertThat(text("text/plain", utf8("\uFEFFGröße"))).isEqualTo("Größe");
    assertThat(mail("text/plain", "\uFEFFhi there".getBytes(StandardCharsets.UTF_16LE)).text())
        .isEqualTo("hi there");
  }

  @ParameterizedTest
  @CsvSource({"utf-7", "unicode-1-1-utf-7", "x-imap-modified-utf-7"})
  void utf7IsNeverDecoded(String label) {
    String hidden = "+ADw-script+AD4-alert(1)+ADw-/script+AD4-";

    assertThat(text("text/plain; charset=" + label, hidden)).isEqualTo(hidden);
    assertThat(
            mail("text/html; charset=" + label, hidden.getBytes(StandardCharsets.US_ASCII)).html())
        .isEqualTo(hidden);
    assertThat(
            mail(
                    "text/html",
                    ("<meta charset=" + label + ">" + hidden).getBytes(StandardCharsets.US_ASCII))
                .html())
        .endsWith(hidden);
  }

  @Test
  void nulAndLoneSurrogatesAreRemoved() {
    assertThat(text("text/plain", "a\0b")).isEqualTo("ab");
    assertThat(mail("text/html", "<p>a\0b".getBytes(StandardCharsets.US_ASCII)).html())
        .isEqualTo("<p>ab");
    byte[] lone = {(byte) 0xFE, (byte) 0xFF, 0, 'a', (byte) 0xD8, 0, 0, 'b'};
    assertThat(mail("text/plain; charset=utf-16", lone).text())
        .doesNotContainPattern("[\\ud800-\\udfff]")
        .contains("a");
    assertThat(text("text/plain; charset=utf-8", "a\u00ed\u00a0\u0080b"))
        .doesNotContainPattern("[\\ud800-\\udfff]");
  }

  @Test
  void linesEndInLineFeedsWhateverTheyEndedIn() {
    assertThat(text("text/plain", "a\r\nb\nc\rd")).isEqualTo("a\nb\nc\nd");
  }
}
