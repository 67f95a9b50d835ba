package dev.parley.channels.email.mime;

import static dev.parley.channels.email.mime.Mails.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann@example.com | | ann@example.com",
        "<ann@example.com> | | ann@example.com",
        "Ann <ann@example.com> | Ann | ann@example.com",
        "\"Doe, Ann\" <ann@example.com> | Doe, Ann | ann@example.com",
        "\"Ann \\\"A\\\" Doe\" <ann@example.com> | Ann \"A\" Doe | ann@example.com",
        "ann@example.com (Ann Doe) | Ann Doe | ann@example.com",
        "Ann (the (nested) one) <ann@example.com> | Ann | ann@example.com",
        "=?utf-8?Q?J=C3=BCrgen?= <j@example.com> | Jürgen | j@example.com",
        "=?utf-8?Q?Doe,_Ann?= <ann@example.com> | Doe, Ann | ann@example.com",
        "\"=?utf-8?Q?J=C3=BCrgen?=\" <j@example.com> | Jürgen | j@example.com",
        "Ann Doe ann@example.com | Ann Doe | ann@example.com",
        "Ann <ann@example.com | Ann | ann@example.com",
        "<@relay.example,@other:ann@example.com> | | ann@example.com",
        "ann @ example . com | | ann@example.com",
        "\"ann doe\"@example.com | | \"ann doe\"@example.com",
        "\"other@example.org\" <ann@example.com> | other@example.org | ann@example.com",
        "=?utf-8?Q?'ann'?= <ann@example.com> | ann | ann@example.com",
        "<ann@example.com> <bob@example.com> | | ann@example.com"
      })
  void oneMailboxIsRead(String written, String name, String address) {
    assertThat(AddressParser.parse(written)).containsExactly(new MailAddress(name, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<>",
        "MAILER-DAEMON",
        "undisclosed-recipients:;",
        "nobody:  ;",
        "@",
        "a@",
        "@b",
        ",,;"
      })
  void whatIsNoAddressIsLeftOut(String written) {
    assertThat(AddressParser.parse(written)).isEmpty();
  }

  @Test
  void groupsAndSeparatorsAreTakenApart() {
    assertThat(AddressParser.parse("Team: a@x.org, B <b@x.org>; c@x.org; d@x.org"))
        .extracting(MailAddress::address)
        .containsExactly("a@x.org", "b@x.org", "c@x.org", "d@x.org");
  }

  @Test
  void internationalAddressesAreKept() {
    assertThat(AddressParser.parse(utf8("Jürgen <jürgen@müller.example>")))
        .containsExactly(new MailAddress("Jürgen", "jürgen@müller.example"));
  }

  @Test
  void noAddressCanCarryALineBreak() {
    assertThat(AddressParser.parse("=?utf-8?Q?A=0D=0AX?= <\"a\r\nb\"@x.org>"))
        .containsExactly(new MailAddress("A X", "\"ab\"@x.org"));
  }

  @Test
  void partsOfAnAddressAreTold() {
    MailAddress address = new MailAddress(null, "Ann@Example.COM");

    assertThat(address.localPart()).isEqualTo("Ann");
    assertThat(address.domain()).isEqualTo("example.com");
  }

  @Test
  void severalSendersAreNoted() {
    assertThat(Mails.parse("From: a@x.org", "From: b@x.org", "", "hi").warnings())
        .contains(ParseWarning.MULTIPLE_FROM);
    assertThat(Mails.parse("From: a@x.org, b@x.org", "", "hi").warnings())
        .contains(ParseWarning.MULTIPLE_FROM);
    assertThat(Mails.parse("From: a@x.org", "", "hi").warnings())
        .doesNotContain(ParseWarning.MULTIPLE_FROM);
  }

  @Test
  void everyRecipientFieldIsRead() {
    ParsedMail mail =
        Mails.parse(
            "To: a@x.org",
            "To: b@x.org",
            "Cc: C <c@x.org>",
            "Reply-To: r@x.org",
            "Delivered-To: d@x.org",
            "X-Original-To: o@x.org",
            "Envelope-To: <e@x.org>",
            "",
            "hi");

    assertThat(mail.to()).extracting(MailAddress::address).containsExactly("a@x.org", "b@x.org");
    assertThat(mail.cc()).containsExactly(new MailAddress("C", "c@x.org"));
    assertThat(mail.replyTo()).containsExactly(new MailAddress(null, "r@x.org"));
    assertThat(mail.deliveredTo()).containsExactly("d@x.org", "o@x.org", "e@x.org");
  }
}
