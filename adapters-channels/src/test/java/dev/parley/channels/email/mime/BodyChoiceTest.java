package dev.parley.channels.email.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyChoiceTest {
  private static final String PLAIN = "Content-Type: text/plain\r\n\r\n";
  private static final String HTML = "Content-Type: text/html\r\n\r\n";
  private static final String PNG =
      "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n";
  private static final String PIXELS = "\r\niVBORw0KGgoAAAANSUhEUg==\r\n";

  private static String multipart(String kind, String... parts) {
    String boundary = "b" + Integer.toHexString(String.join("", parts).hashCode());
    StringBuilder text =
        new StringBuilder(
            "Content-Type: multipart/" + kind + "; boundary=" + boundary + "\r\n\r\n");
    for (String part : parts) {
      text.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
    }
    return text.append("--").append(boundary).append("--\r\n").toString();
  }

  private static ParsedMail mail(String entity) {
    return Mails.parse(("Subject: x\r\n" + entity).getBytes(UTF_8));
  }

  @Test
  void ofAlternativesThePlainAndTheHtmlOneAreTaken() {
    ParsedMail mail = mail(multipart("alternative", PLAIN + "plain", HTML + "<b>html</b>"));

    assertThat(mail.text()).isEqualTo("plain");
    assertThat(mail.html()).isEqualTo("<b>html</b>");
    assertThat(mail.attachments()).isEmpty();
  }

  @Test
  void ofSeveralHtmlAlternativesTheLastIsTaken() {
    ParsedMail mail =
        mail(
            multipart(
                "alternative",
                PLAIN + "plain",
                "Content-Type: text/x-amp-html\r\n\r\namp",
                HTML + "poor",
                HTML + "rich"));

    assertThat(mail.html()).isEqualTo("rich");
    assertThat(mail.attachments()).isEmpty();
  }

  @Test
  void aMailWithOnlyHtmlGetsItsTextFromThere() {
    ParsedMail mail = mail(HTML + "<p>one</p><p>two &amp; three</p>");

    assertThat(mail.text()).isEqualTo("one\n\ntwo & three");
    assertThat(mail.html()).startsWith("<p>one</p>");
  }

  @Test
  void anEmptyPlainAlternativeIsNoText() {
    ParsedMail mail = mail(multipart("alternative", PLAIN + " \r\n", HTML + "<p>html</p>"));

    assertThat(mail.text()).isEqualTo("html");
  }

  @Test
  void textsOfAMixtureAreJoinedInOrder() {
    ParsedMail mail = mail(multipart("mixed", PLAIN + "before", PNG + PIXELS, PLAIN + "after"));

    assertThat(mail.text()).isEqualTo("before\nafter");
    assertThat(mail.html()).isNull();
    assertThat(mail.attachments()).hasSize(1);
  }

  @Test
  void textAndHtmlOfAMixtureAreBothInBoth() {
    ParsedMail mail = mail(multipart("mixed", PLAIN + "a < b", HTML + "<p>footer</p>"));

    assertThat(mail.text()).isEqualTo("a < b\nfooter");
    assertThat(mail.html()).contains("a &lt; b", "<p>footer</p>");
  }

  @Test
  void anAlternativeMayHoldAMixture() {
    ParsedMail mail =
        mail(
            multipart(
                "alternative",
                PLAIN + "plain",
                multipart("mixed", HTML + "<p>1</p>", PNG + PIXELS, HTML + "<p>2</p>")));

    assertThat(mail.text()).isEqualTo("plain");
    assertThat(mail.html()).contains("<p>1</p>", "<p>2</p>");
    assertThat(mail.attachments()).hasSize(1);
  }

  @Test
  void imagesTheHtmlShowsAreInlineAndOthersAreNot() {
    ParsedMail mail =
        mail(
            multipart(
                "related",
                HTML + "<img src=\"cid:One%40x\"><img src=pic.png>",
                PNG + "Content-ID: <one@x>" + "\r\n" + PIXELS,
                PNG + "Content-Location: pic.png\r\n" + PIXELS,
                PNG + "Content-ID: <two@x>\r\nContent-Disposition: inline\r\n" + PIXELS));

    assertThat(mail.attachments())
        .extracting(Attachment::inline)
        .containsExactly(true, true, false);
    assertThat(mail.contentIds()).containsExactly("One@x");
    assertThat(mail.inlineImage("One@x")).contains(mail.attachments().get(0));
    assertThat(mail.inlineImage("pic.png")).contains(mail.attachments().get(1));
    assertThat(mail.inlineImage("three@x")).isEmpty();
  }

  @Test
  void whatOnlyABackgroundRefersToIsNotShown() {
    ParsedMail mail =
        mail(
            multipart(
                "related",
                HTML + "<td background=cid:one@x style='background:url(cid:one@x)'>cid:one@x",
                PNG + "Content-ID: <one@x>\r\n" + PIXELS));

    assertThat(mail.attachments()).extracting(Attachment::inline).containsExactly(false);
    assertThat(mail.contentIds()).isEmpty();
  }

  @Test
  void nothingOfAPersonIsInItsDescription() {
    ParsedMail mail =
        mail(
            "From: Jane <jane@x.org>\r\nTo: jane@y.org\r\nMessage-ID: <jane@z>\r\nSubject: Jane"
                + "\r\nList-Id: jane\r\n"
                + multipart(
                    "mixed",
                    PLAIN + "Jane",
                    PNG + "Content-Disposition: x; filename=jane\r\n" + PIXELS));

    assertThat(mail.toString()).doesNotContainIgnoringCase("jane");
    assertThat(mail.attachments().toString()).doesNotContainIgnoringCase("jane");
    assertThat(String.valueOf(mail.from())).doesNotContainIgnoringCase("jane");
    assertThat(mail.list().toString()).doesNotContainIgnoringCase("jane");
  }

  @Test
  void theRootOfARelatedSetNeedNotBeFirst() {
    ParsedMail mail =
        mail(
            multipart(
                "related; start=\"<root@x>\"",
                PNG + PIXELS,
                "Content-ID: <root@x>\r\n" + HTML + "<p>root</p>"));

    assertThat(mail.html()).isEqualTo("<p>root</p>");
    assertThat(mail.attachments()).hasSize(1);
  }

  @Test
  void ofASignedMailTheSignatureIsNotShown() {
    ParsedMail mail =
        mail(
            multipart(
                "signed", PLAIN + "signed", "Content-Type: application/pgp-signature\r\n\r\nsig"));

    assertThat(mail.text()).isEqualTo("signed");
    assertThat(mail.attachments()).isEmpty();
  }

  @Test
  void encryptedMailIsAttachedAndNoted() {
    ParsedMail pgp =
        mail(
            multipart(
                "encrypted",
                "Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1",
                "Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\nsecret"));
    ParsedMail smime = mail("Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nx");

    assertThat(pgp.warnings()).contains(ParseWarning.ENCRYPTED);
    assertThat(pgp.text()).isEmpty();
    assertThat(pgp.attachments()).hasSize(2);
    assertThat(smime.warnings()).contains(ParseWarning.ENCRYPTED);
    assertThat(smime.attachments()).extracting(Attachment::fileName).containsExactly("smime.p7m");
  }

  @Test
  void invitationsFragmentsAndContainersAreAttachments() {
    ParsedMail mail =
        mail(
            multipart(
                "mixed",
                PLAIN + "hi",
                "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR",
                "Content-Type: message/partial; id=1; number=1\r\n\r\nx",
                "Content-Type: message/external-body; access-type=url\r\n\r\nx",
                "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx"));

    assertThat(mail.text()).isEqualTo("hi");
    assertThat(mail.attachments())
        .extracting(Attachment::declaredType)
        .containsExactly(
            "text/calendar", "message/partial", "message/external-body", "application/ms-tnef");
    assertThat(mail.warnings()).contains(ParseWarning.NOT_ASSEMBLED, ParseWarning.TNEF);
  }

  @Test
  void anInvitationAmongAlternativesIsAttached() {
    ParsedMail mail =
        mail(
            multipart(
                "alternative",
                PLAIN + "hi",
                HTML + "hi",
                "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR"));

    assertThat(mail.attachments())
        .extracting(Attachment::declaredType)
        .containsExactly("text/calendar");
  }

  @Test
  void aForwardedMessageStaysClosedAndIsCalledByItsSubject() {
    ParsedMail mail =
        mail(
            multipart(
                "mixed",
                PLAIN + "see",
                "Content-Type: message/rfc822\r\n\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= a/b\r\n"
                    + multipart("mixed", PLAIN + "inside", PNG + PIXELS)));

    assertThat(mail.text()).isEqualTo("see");
    assertThat(mail.attachments())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.fileName()).isEqualTo("Grüße a_b.eml");
              assertThat(message.detectedType()).isEqualTo("message/rfc822");
            });
  }

  @Test
  void aMultipartWithoutBoundaryIsText() {
    ParsedMail none = mail("Content-Type: multipart/mixed\r\n\r\nhello");
    ParsedMail unused = mail("Content-Type: multipart/mixed; boundary=b\r\n\r\nhello");

    assertThat(none.text()).isEqualTo("hello");
    assertThat(unused.text()).isEqualTo("hello");
    assertThat(none.warnings()).contains(ParseWarning.NO_BOUNDARY);
    assertThat(unused.warnings()).contains(ParseWarning.NO_BOUNDARY);
  }

  @Test
  void aMissingEndBoundaryLosesNothing() {
    ParsedMail mail =
        mail(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + PLAIN
                + "one\r\n--b\r\n"
                + PLAIN
                + "two");

    assertThat(mail.text()).isEqualTo("one\ntwo");
  }

  @Test
  void flowedTextIsJoinedToParagraphs() {
    ParsedMail mail =
        Mails.parse(
            "Content-Type: text/plain; format=flowed",
            "",
            "One ",
            "paragraph.",
            ">> quoted ",
            ">> twice",
            " From here",
            "-- ",
            "Ann");

    assertThat(mail.text()).isEqualTo("One paragraph.\n>> quoted twice\nFrom here\n-- \nAnn\n");
  }

  @Test
  void aTextOverTheLimitIsCutAndAttachedWhole() {
    MailLimits limits =
        new MailLimits(
            1_000_000, 20, 500, 2000, 100_000, 10, 20, 100, MailLimits.DEFAULTS.wallClock());
    ParsedMail mail =
        new MailParser(limits)
            .parse(
                ("Subject: x\r\n"
                        + multipart(
                            "mixed", PLAIN + "0123456789abc", HTML + "<p>" + "x".repeat(90)))
                    .getBytes(UTF_8));

    assertThat(mail.text()).startsWith("0123456789").doesNotContain("abc");
    assertThat(mail.html()).hasSizeLessThan(60);
    assertThat(mail.warnings()).contains(ParseWarning.BODY_CUT);
    assertThat(mail.attachments()).extracting(a -> a.content().size()).containsExactly(13, 93);
  }
}
