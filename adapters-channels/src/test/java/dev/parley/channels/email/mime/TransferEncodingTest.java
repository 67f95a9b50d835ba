package dev.parley.channels.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferEncodingTest {
  private static ParsedMail mail(String encoding, String body) {
    return Mails.parse("Content-Transfer-Encoding: " + encoding, "", body);
  }

  private static String text(String encoding, String body) {
    return mail(encoding, body).text().stripTrailing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SGVsbG8= | Hello",
        "SGVsbG8 | Hello",
        "SGVs bG8= | Hello",
        "S!G*V(s)bG8= | Hello",
        "SGVsbG8=SGVsbG8= | HelloHello",
        "SGVsbG8=== | Hello",
        "SGVsbG9 | Hello",
        "S | ''"
      })
  void base64IsReadAsFarAsItGoes(String written, String meant) {
    assertThat(text("base64", written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=3Db | a=b",
        "a=3db | a=b",
        "a=b | a=b",
        "a=Zx | a=Zx",
        "100= | 100",
        "a=C3=A4 | aä"
      })
  void quotedPrintableIsReadAsFarAsItGoes(String written, String meant) {
    assertThat(
            Mails.parse(
                    "Content-Type: text/plain; charset=utf-8",
                    "Content-Transfer-Encoding: Quoted-Printable",
                    "",
                    written)
                .text()
                .stripTrailing())
        .isEqualTo(meant);
  }

  @Test
  void softBreaksJoinLinesEvenWithBlanksAfterThem() {
    assertThat(text("quoted-printable", "one =  \r\ntwo=\nthree   \r\nfour"))
        .isEqualTo("one twothree\nfour");
  }

  @Test
  void brokenEncodingIsNotedButNotDegraded() {
    ParsedMail mail = mail("base64", "SGVs*bG8");

    assertThat(mail.warnings()).contains(ParseWarning.BROKEN_TRANSFER_ENCODING);
    assertThat(mail.degraded()).isFalse();
  }

  @Test
  void anUnknownEncodingIsTakenAsNone() {
    assertThat(text("x-whatever", "hello")).isEqualTo("hello");
    assertThat(text("8-bit", "hello")).isEqualTo("hello");
    assertThat(text("7bit; charset=x", "hello")).isEqualTo("hello");
  }

  @Test
  void aUuencodedPartIsDecoded() {
    assertThat(text("x-uuencode", "begin 644 hello.txt\r\n%2&5L;&\\\r\n`\r\nend"))
        .isEqualTo("Hello");
  }

  @Test
  void aUuencodedFileInsideTextBecomesAnAttachment() {
    ParsedMail mail =
        Mails.parse(
            "Subject: old",
            "",
            "see below",
            "begin 644 ../../hello.txt",
            "%2&5L;&\\",
            "`",
            "end",
            "bye");

    assertThat(mail.text()).isEqualTo("see below\nbye\n");
    assertThat(mail.attachments())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.fileName()).isEqualTo("hello.txt");
              assertThat(new String(file.content().toByteArray(), ISO_8859_1)).isEqualTo("Hello");
            });
  }

  @Test
  void proseThatBeginsLikeAFileStaysProse() {
    String prose = "begin 644 days ago\nwe said hello and it was fine, all of it\nend\n";

    assertThat(Mails.parse("Subject: x", "", prose.replace("\n", "\r\n")).text()).startsWith(prose);
  }
}
