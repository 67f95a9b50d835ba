package dev.parley.channels.email.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlQuotesTest {
  private static final String LEAD =
      "On Mon, Jan 5, 2026 at 10:20 AM Ann &lt;ann@example.com&gt; wrote:";

  private static void assertReply(String html, String reply) {
    QuoteSplit split = QuoteSplitter.ofHtml(html);

    assertThat(PlainText.fromHtml(split.reply())).isEqualTo(reply);
    assertThat(split.quoted()).contains("question");
    assertThat(PlainText.fromHtml(split.quoted())).contains("question");
  }

  private static void assertWhole(String html) {
    assertThat(QuoteSplitter.ofHtml(html)).isEqualTo(new QuoteSplit(html, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Gmail, new and old
        "<div dir=ltr>Yes.</div><br><div class='gmail_quote gmail_quote_container'><div dir=ltr"
            + " class=gmail_attr>"
            + LEAD
            + "<br></div><blockquote class=gmail_quote>question"
            + "</blockquote></div>",
        "<div dir=ltr>Yes.</div><div class=gmail_extra><br><div class=gmail_quote>2026-01-05 10:20"
            + " GMT+01:00 Ann:<br><blockquote class=gmail_quote>question</blockquote></div></div>",
        // Apple Mail
        "<html><body>Yes.<div><br><blockquote type=cite><div>"
            + LEAD
            + "</div><br><div>question"
            + "</div></blockquote></div></body></html>",
        "<body>Yes.<br><div><div>"
            + LEAD
            + "</div><br><blockquote type=cite>question</blockquote></div>",
        // Thunderbird
        "<p>Yes.</p><div class=moz-cite-prefix>Le 05/01/2026 à 10:20, Ann a écrit :<br></div>"
            + "<blockquote type=cite cite=mid:x>question</blockquote><pre class=moz-signature"
            + " cols=72>-- \nAnn</pre>",
        // Outlook, desktop, web, mobile
        "<div class=WordSection1><p class=MsoNormal>Yes.</p><div><div"
            + " style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p"
            + " class=MsoNormal><b>From:</b> Ann<br><b>Sent:</b>"
            + " Monday</p></div></div><p>question</p></div>",
        "<div>Yes.</div><div id=appendonsend></div><hr style='display:inline-block' tabindex=-1>"
            + "<div id=divRplyFwdMsg><b>From:</b> Ann</div><div>question</div>",
        "<div>Yes.</div><div id=mail-editor-reference-message-container><div>Von:"
            + " Ann</div>question</div>",
        "<div>Yes.</div><div class=ms-outlook-mobile-reference-message><hr>question</div>",
        // Yahoo, Proton
        "<div>Yes.</div><div id=ydp1 class=yahoo_quoted><div>question</div></div>",
        "<div>Yes.</div><div class=protonmail_quote>"
            + LEAD
            + "<blockquote>question</blockquote></div>",
        // Hotmail marks lines as in text
        "<div>Yes.<br><br>&gt; Subject: x<br>&gt; question<br>&gt;</div>",
        // No marks but text
        "<p>Yes.</p><p>" + LEAD + "</p><p>question</p>",
        "<p>Yes.<br><br>-----Original Message-----<br>From: Ann<br>question</p>",
        "<p>Yes.</p><p><b>Von:</b> Ann<br><b>Gesendet:</b> Montag<br><b>An:</b> Help</p>question",
        "<p>Yes.</p><p>On Mon, Jan 5, 2026 Ann<br>&lt;ann@example.com&gt; wrote:</p><p>question</p>"
      })
  void theHistoryIsTakenOff(String html) {
    assertReply(html, "Yes.");
  }

  @Test
  void nothingOfTheBodyIsLost() {
    QuoteSplit split =
        QuoteSplitter.ofHtml(
            "<div><p>Yes.</p><div><p>"
                + LEAD
                + "</p><b>question</b></div><i>more</i></div><u>end</u>");

    assertThat(split.reply()).isEqualTo("<div><p>Yes.</p></div>");
    assertThat(split.quoted())
        .startsWith("<div><p>On Mon")
        .endsWith("<b>question</b></div><i>more</i><u>end</u>");
  }

  @Test
  void aSignatureIsNoReply() {
    QuoteSplit gmail =
        QuoteSplitter.ofHtml(
            "<div>Yes.<br><span class=gmail_signature_prefix>-- </span><br><div"
                + " class=gmail_signature>Ann</div></div>");
    QuoteSplit plain = QuoteSplitter.ofHtml("<p>Yes.</p><p>-- <br>Ann</p>");

    assertThat(PlainText.fromHtml(gmail.reply())).isEqualTo("Yes.");
    assertThat(PlainText.fromHtml(plain.reply())).isEqualTo("Yes.");
  }

  @Test
  void whatStandsBelowASignatureIsReply() {
    assertWhole("<div>Yes.</div><div id=Signature>Ann</div><div>P.S. no.</div>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Gmail puts answers inside the container, between the quotations
        "<div class=gmail_quote><div class=gmail_attr>"
            + LEAD
            + "</div><blockquote class=gmail_quote>"
            + "one?</blockquote><div>Yes.</div><blockquote class=gmail_quote>two?</blockquote>"
            + "<div>No.</div></div>",
        "<p>Hi</p><blockquote type=cite>one?</blockquote>Yes.<blockquote"
            + " type=cite>two?</blockquote>",
        "<p>" + LEAD + "</p><blockquote type=cite>one?</blockquote><p>Yes.</p>",
        "<p>Hi</p><p>" + LEAD + "</p><blockquote type=cite>one?</blockquote><p>Yes.</p>",
        "<blockquote type=cite>one?</blockquote><p>Yes.</p>",
        "<p>Hi</p><blockquote type=cite>one?</blockquote><p><img src=cid:answer></p>"
      })
  void answersAmongQuotationsStayWithThem(String html) {
    assertWhole(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote type=cite>question</blockquote>",
        "<div id=appendonsend></div><div id=divRplyFwdMsg>From: Ann</div>question",
        "<p>&nbsp;</p><div class=gmail_quote>" + LEAD + "<blockquote>question</blockquote></div>",
        "<div class=gmail_signature>Ann</div>",
        "<div>FYI</div><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message"
            + " ---------<br>From: Ann</div>question</div>",
        "<p>Hello</p><blockquote>a wise word</blockquote>",
        "<p>just text</p>",
        ""
      })
  void whatCannotBeToldApartStaysWhole(String html) {
    assertWhole(html);
  }

  @Test
  void anImageIsAReply() {
    assertReply("<img src=cid:x><blockquote type=cite>question</blockquote>", "");
  }

  @Test
  void hiddenTextIsNoReply() {
    assertWhole("<p style='display: none'>Yes</p><blockquote type=cite>question</blockquote>");
  }
}
