package dev.parley.channels.email.mime;

import static dev.parley.channels.email.mime.Mails.utf8;
import static dev.parley.channels.email.mime.Mails.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
  private static String subject(String written) {
    return withHeader("Subject: " + written).subject();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "=?utf-8?Q?Gr=C3=BC=C3=9Fe?= | Grüße",
        "=?UTF-8?B?R3LDvMOfZQ==?= | Grüße",
        "=?utf-8?b?R3LDvMOfZQ?= | Grüße",
        "=?iso-8859-1?Q?caf=E9?= au lait | café au lait",
        "=?utf-8?Q?a_b?= | a b",
        "=?utf-8?Q?a?= =?utf-8?Q?b?= | ab",
        "=?utf-8?Q?a?= x =?utf-8?Q?b?= | a x b",
        "=?utf-8*de?Q?z=C3=BC?= | zü",
        "=?utf-8?Q?with blanks inside?= | with blanks inside",
        "=?x-unknown?Q?caf=C3=A9?= | café",
        "=?windows-1251?B?z/Do4uXy?= | Привет",
        "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?= | 日本",
        "=?gb2312?B?1tDOxA==?= | 中文",
        "=?utf-8?X?what?= | =?utf-8?X?what?=",
        "=?utf-8?Q?open | =?utf-8?Q?open",
        "=?=?=?= | =?=?=?=",
        "Re: =?utf-8?Q?=E2=82=AC?=100 | Re: €100"
      })
  void encodedWordsAreDecoded(String written, String meant) {
    assertThat(subject(written)).isEqualTo(meant);
  }

  @Test
  void aCharacterSplitOverTwoWordsIsWhole() {
    assertThat(subject("=?utf-8?B?4oI=?= =?utf-8?B?rA==?=")).isEqualTo("€");
    assertThat(subject("=?utf-8?Q?=E2=82?=\r\n =?utf-8?Q?=AC?=")).isEqualTo("€");
  }

  @Test
  void rawBytesAreUtf8OrElseWindows1252() {
    assertThat(subject(utf8("Größe €"))).isEqualTo("Größe €");
    assertThat(subject("caf\u00e9 \u0080")).isEqualTo("café €");
  }

  @Test
  void foldedLinesAreOne() {
    assertThat(subject("one\r\n two\r\n\tthree")).isEqualTo("one two three");
  }

  @Test
  void utf7StaysUndecoded() {
    assertThat(subject("=?utf-7?Q?+ADw-script+AD4-?=")).isEqualTo("+ADw-script+AD4-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?utf-8?Q?a=0D=0ABcc:_x@example.com?=",
        "=?utf-8?B?YQ0KQmNjOiB4QGV4YW1wbGUuY29t?=",
        "a\rBcc: x@example.com",
        "=?utf-8?Q?a=00=E2=80=A8Bcc:_x@example.com?=",
        "=?utf-8?Q?a=E2=80=AE=C2=85Bcc:_x@example.com?="
      })
  void nothingDecodedBreaksTheLine(String written) {
    assertThat(subject(written)).isEqualTo("a Bcc: x@example.com");
  }

  @Test
  void aCharacterWhoseLowByteIsALineEndStaysThatCharacter() {
    assertThat(subject(utf8("a\u760Db"))).isEqualTo("a\u760Db");
  }

  @Test
  void halvesOfSurrogatePairsAreDropped() {
    assertThat(subject("=?utf-16be?B?AGHYAABi?=")).doesNotContainPattern("[\\ud800-\\udfff]");
  }

  @Test
  void anEmojiSurvives() {
    assertThat(subject("=?utf-8?B?8J+YgA==?=")).isEqualTo("😀");
  }

  @Test
  void aLineThatLostItsBlankBelongsToTheFieldBefore() {
    ParsedMail mail =
        Mails.parse("Subject: a long", "subject", "From: ann@example.com", "", "hello");

    assertThat(mail.subject()).isEqualTo("a longsubject");
    assertThat(mail.from()).isEqualTo(new MailAddress(null, "ann@example.com"));
    assertThat(mail.text()).isEqualTo("hello\n");
  }

  @Test
  void aMissingEmptyLineLosesNoText() {
    ParsedMail mail = Mails.parse("Subject: hi", "This is the text", "and goes on");

    assertThat(mail.text()).isEqualTo("This is the text\nand goes on\n");
  }

  @Test
  void anMboxLineIsSkipped() {
    ParsedMail mail =
        Mails.parse("From ann@example.com Mon Jan  5 10:00:00 2026", "Subject: hi", "", "text");

    assertThat(mail.subject()).isEqualTo("hi");
  }

  @Test
  void bareLineFeedsWillDo() {
    ParsedMail mail =
        Mails.parse(
            "Subject: hi\nTo: b@example.com\n\ntext\n"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    assertThat(mail.subject()).isEqualTo("hi");
    assertThat(mail.text()).isEqualTo("text\n");
  }

  @Test
  void nothingAtAllIsAMailToo() {
    ParsedMail mail = Mails.parse(new byte[0]);

    assertThat(mail.text()).isEmpty();
    assertThat(mail.from()).isNull();
    assertThat(mail.degraded()).isFalse();
  }
}
