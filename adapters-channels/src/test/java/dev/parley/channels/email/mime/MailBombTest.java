package dev.parley.channels.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mails made to exhaust whoever reads them. The timeouts only tell an end from no end. */
class MailBombTest {
  private static final Duration FAR_TOO_LONG = Duration.ofMinutes(2);
  private static final String HEAD = "From: a@example.com\r\nSubject: boom\r\n";

  private static ParsedMail read(String mail) {
    byte[] raw = mail.getBytes(ISO_8859_1);
    return assertTimeoutPreemptively(FAR_TOO_LONG, () -> Mails.parse(raw));
  }

  private static String nested(int levels) {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < levels; i++) {
      int boundary = 100_000 + i;
      mail.append("Content-Type: multipart/mixed; boundary=").append(boundary).append("\r\n\r\n");
      mail.append("--").append(boundary).append("\r\n");
    }
    return mail.append("Content-Type: text/plain\r\n\r\ninnermost\r\n").toString();
  }

  @Test
  void multipartsBeyondTheDepthLimitBecomeOneAttachment() {
    ParsedMail mail = read(nested(20_000));

    assertThat(mail.warnings()).contains(ParseWarning.TOO_DEEP);
    assertThat(mail.degraded()).isTrue();
    assertThat(mail.subject()).isEqualTo("boom");
    assertThat(mail.attachments()).hasSize(1);
  }

  @Test
  void multipartsWithinTheDepthLimitAreFollowed() {
    ParsedMail mail = read(nested(20));

    assertThat(mail.degraded()).isFalse();
    assertThat(mail.text()).contains("innermost");
  }

  @Test
  void whatFollowsATooDeepMultipartIsStillRead() {
    String deep = nested(25).substring(HEAD.length());
    ParsedMail mail =
        read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\n"
                + deep
                + "\r\n--outer\r\n\r\nafter the bomb\r\n--outer--\r\n");

    assertThat(mail.text()).contains("after the bomb");
  }

  @Test
  void partsBeyondTheLimitAreNotRead() {
    String parts = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(100_000);
    ParsedMail mail =
        read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + "--b--\r\n");

    assertThat(mail.warnings()).contains(ParseWarning.TOO_MANY_PARTS);
    assertThat(mail.text()).startsWith("x\nx\nx");
  }

  @Test
  void attachmentsBeyondTheLimitAreNotKept() {
    String parts = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n".repeat(200);
    ParsedMail mail =
        read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + "--b--\r\n");

    assertThat(mail.warnings()).contains(ParseWarning.TOO_MANY_ATTACHMENTS);
    assertThat(mail.attachments()).hasSize(100);
  }

  @Test
  void aHeaderOfTenMegabytesIsDroppedAndTheMailRead() {
    ParsedMail mail =
        read("X-Long: " + "a".repeat(10_000_000) + "\r\n" + HEAD + "\r\nstill here\r\n");

    assertThat(mail.warnings()).contains(ParseWarning.HEADERS_DROPPED);
    assertThat(mail.subject()).isEqualTo("boom");
    assertThat(mail.text()).isEqualTo("still here\n");
  }

  @Test
  void aFoldedHeaderOfTenMegabytesIsDroppedToo() {
    ParsedMail mail =
        read("X-Long: a\r\n" + " folded\r\n".repeat(1_000_000) + HEAD + "\r\nstill here\r\n");

    assertThat(mail.warnings()).contains(ParseWarning.HEADERS_DROPPED);
    assertThat(mail.text()).isEqualTo("still here\n");
  }

  @Test
  void aFloodOfHeadersIsCut() {
    ParsedMail mail = read(HEAD + "X-A: b\r\n".repeat(1_000_000) + "\r\nstill here\r\n");

    assertThat(mail.warnings()).contains(ParseWarning.HEADERS_DROPPED);
    assertThat(mail.text()).isEqualTo("still here\n");
  }

  @Test
  void aLongHeaderOfAPartDoesNotLoseThePartsBefore() {
    ParsedMail mail =
        read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nbefore\r\n--b\r\n"
                + "Content-Type: text/plain; x="
                + "a".repeat(5_000_000)
                + "\r\n\r\nx\r\n--b--\r\n");

    assertThat(mail.text()).startsWith("before");
    assertThat(mail.degraded()).isTrue();
  }

  @Test
  void aBase64LineOfManyMegabytesIsDecoded() {
    ParsedMail mail =
        read(
            HEAD
                + "Content-Type: application/octet-stream\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + "QUJD".repeat(8_000_000));

    assertThat(mail.attachments().getFirst().content().size()).isEqualTo(24_000_000);
    assertThat(mail.degraded()).isFalse();
  }

  @Test
  void aMailBeyondTheSizeLimitIsReadUpToIt() {
    byte[] raw = new byte[60 * 1024 * 1024];
    Arrays.fill(raw, (byte) 'x');
    byte[] head = (HEAD + "\r\n").getBytes(ISO_8859_1);
    System.arraycopy(head, 0, raw, 0, head.length);

    ParsedMail mail = assertTimeoutPreemptively(FAR_TOO_LONG, () -> Mails.parse(raw));

    assertThat(mail.warnings()).contains(ParseWarning.RAW_TOO_LONG, ParseWarning.BODY_CUT);
    assertThat(mail.text()).hasSize(1024 * 1024);
    assertThat(mail.attachments()).hasSize(1);
  }

  @Test
  void aBoundaryMadeToSlowDownTheSearchDoesNot() {
    String boundary = "-".repeat(99) + "x";
    ParsedMail mail =
        read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=\""
                + boundary
                + "\"\r\n\r\n"
                + ("-".repeat(75) + "\r\n").repeat(200_000));

    assertThat(mail.subject()).isEqualTo("boom");
  }

  @Test
  void aBoundaryTooLongToSearchForIsNone() {
    ParsedMail mail =
        read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=\""
                + "-".repeat(100_000)
                + "\"\r\n\r\n"
                + "-".repeat(1_000_000));

    assertThat(mail.warnings()).contains(ParseWarning.NO_BOUNDARY);
  }

  @Test
  void headersMadeOfUnfinishedEncodedWordsAreRead() {
    assertThat(read("Subject: " + "=?a?q?".repeat(40_000) + "\r\n\r\nx").text()).isEqualTo("x");
    assertThat(read("Subject: " + "=?a?x?".repeat(40_000) + "?=\r\n\r\nx").text()).isEqualTo("x");
    assertThat(read("Subject: " + "=?".repeat(120_000) + "?=\r\n\r\nx").text()).isEqualTo("x");
  }

  @Test
  void addressHeadersMadeOfBracketsAreRead() {
    Stream.of("(", "<", "\"", ":", ";", "=?", "@", "<@", "\\", "a@b ", " @ ", "=?a?q?b?=")
        .map(piece -> piece.repeat(100_000 / piece.length()))
        .forEach(to -> assertThat(read("To: " + to + "\r\n\r\nx").text()).isEqualTo("x"));
  }

  @Test
  void structuredHeadersMadeOfSeparatorsAreRead() {
    Stream.of(
            "a/b;", "a/b; c=\"", "a/b; n*0=x", "=", "; x*=''%", "text/plain; charset='", "/", "%41")
        .map(piece -> piece.repeat(100_000 / piece.length()))
        .forEach(
            type -> assertThat(read("Content-Type: " + type + "\r\n\r\nx").degraded()).isFalse());
  }

  @Test
  void everyOtherHeaderWeLookIntoEndsToo() {
    Stream.of(
            "References",
            "Message-ID",
            "Date",
            "Authentication-Results",
            "Received",
            "Auto-Submitted",
            "Return-Path",
            "From",
            "Content-ID",
            "Content-Disposition",
            "List-Id",
            "Precedence")
        .forEach(
            name ->
                Stream.of("<", "<a", "1 ", "a b", " by ", "- - ", "a=", "((", "\"")
                    .map(piece -> name + ": " + piece.repeat(100_000 / piece.length()))
                    .forEach(
                        field -> read(field + "\r\n\r\nx").authentication(java.util.Set.of("a"))));
  }

  @Test
  void textMadeToLookLikeEncodedFilesIsRead() {
    assertThat(read("Subject: boom\r\n\r\n" + "begin 644 x\n".repeat(80_000) + "end\n").subject())
        .isEqualTo("boom");
    String lines = "begin 644 x\n" + "M".repeat(61) + "\n";
    assertThat(read("Subject: boom\r\n\r\n" + lines.repeat(14_000)).subject()).isEqualTo("boom");
  }

  @Test
  void htmlMadeOfOpenTagsIsTurnedIntoText() {
    Stream.of("<div>", "<i><table>", "<svg><style>", "<!--")
        .map(piece -> piece.repeat(1_000_000 / piece.length()))
        .forEach(
            html ->
                assertThat(read(HEAD + "Content-Type: text/html\r\n\r\n" + html + "end").subject())
                    .isEqualTo("boom"));
  }

  @Test
  void readingStopsWhenTheTimeIsSpent() {
    Iterator<Instant> seconds =
        IntStream.iterate(0, i -> i + 1).mapToObj(Instant::ofEpochSecond).iterator();
    InstantSource clock = seconds::next;
    String parts = ("--b\r\n\r\n" + "x".repeat(10_000) + "\r\n").repeat(100);
    byte[] raw =
        (HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts).getBytes(ISO_8859_1);

    ParsedMail mail = new MailParser(MailLimits.DEFAULTS, clock).parse(raw);

    assertThat(mail.warnings()).contains(ParseWarning.OUT_OF_TIME);
    assertThat(mail.text()).isNotEmpty();
  }
}
