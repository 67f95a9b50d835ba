package dev.parley.channels.email.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleanerTest {
  private static final Map<String, String> IMAGES =
      Map.of(
          "logo@x",
          "/media/1?sig=a&b",
          "pic.png",
          "https://media.example.net/2",
          "a+b@x",
          "/media/3");

  private static CleanHtml clean(String html) {
    return HtmlCleaner.clean(html, source -> Optional.ofNullable(IMAGES.get(source)));
  }

  private static Element image(String html) {
    return Jsoup.parse(clean(html).html()).expectFirst("img");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a <b>b</b> <i>c</i> <u>d</u> <s>e</s> <code>f</code></p>",
        "<h1>a</h1><ul><li>b</li></ul><ol start=\"3\"><li>c</li></ol>",
        "<blockquote>a</blockquote><pre>b\n c</pre><hr />",
        "<table border=\"1\" cellpadding=\"2\" width=\"100%\"><tbody><tr><td colspan=\"2\""
            + " align=\"left\">a</td></tr></tbody></table>",
        "<font color=\"#ff0000\" size=\"2\" face=\"Arial\">a</font>",
        "<p dir=\"rtl\" lang=\"ar\">a</p>"
      })
  void formattingIsKept(String html) {
    assertThat(clean(html).html()).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "color:red | color:red",
        "color: rgb(1, 2, 3) | color:rgb( 1 , 2 , 3 )",
        "font-size:12.5px;font-weight:bold | font-size:12.5px;font-weight:bold",
        "font-family:Arial,sans-serif | font-family:&#39;arial&#39; , sans-serif",
        "margin:0 10px;padding:1em | margin:0 10px;padding:1em",
        "border:1px solid #ccc;border-collapse:collapse | border:1px solid"
            + " #ccc;border-collapse:collapse",
        "text-align:center;line-height:1.5 | text-align:center;line-height:1.5",
        "width:600px | width:600px"
      })
  void harmlessStylesAreKept(String style, String kept) {
    assertThat(clean("<p style=\"" + style + "\">x</p>").html())
        .isEqualTo("<p style=\"" + kept + "\">x</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "position:fixed;top:0",
        "background:url(https://x/a.png)",
        "background-image:url('//x/a')",
        "list-style:url(x)",
        "width:expression(alert(1))",
        "behavior:url(x.htc)",
        "-moz-binding:url(x)",
        "@import 'https://x'",
        "color:r\\65 d;po\\73ition:fixed",
        "margin-left:-9999px",
        "width:99999px",
        "z-index:9999",
        "display:block",
        "float:left",
        "content:'x'",
        "cursor:none",
        "opacity:0",
        "color:/**/red",
        "top:0",
        "width:calc(100% + 9000px)",
        "filter:alpha(opacity=0)",
        "clip:rect(0,0,0,0)",
        "background-color:url(javascript:alert(1))",
        "font-family:x'</style><script>",
        "transform:scale(9)"
      })
  void stylesThatReachOutOrCoverAreDropped(String style) {
    Element paragraph =
        Jsoup.parse(clean("<p style=\"" + style + "\">x</p>").html()).expectFirst("p");

    assertThat(paragraph.attr("style")).isIn("", "color:red");
    assertThat(paragraph.text()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/a?b=c&amp;d=e#f",
        "http://example.com",
        "mailto:ann@example.com",
        "tel:+4512345678",
        "HTTPS://EXAMPLE.COM"
      })
  void linksOpenElsewhereAndTellNothing(String address) {
    Element link =
        Jsoup.parse(clean("<a href=\"" + address + "\" target=x rel=y>x</a>").html())
            .expectFirst("a");

    assertThat(link.attr("href")).isEqualTo(address.replace("&amp;", "&"));
    assertThat(link.attr("target")).isEqualTo("_blank");
    assertThat(link.attr("rel").split(" ")).contains("noopener", "noreferrer", "nofollow", "ugc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "\u0001javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "cid:x",
        "about:blank",
        "//example.com",
        "/relative",
        "relative",
        "#x",
        "",
        "blob:x",
        "intent:x",
        "ms-word:x",
        "view-source:x",
        "feed:javascript:alert(1)",
        "http:javascript:alert(1)"
      })
  void otherAddressesAreNoLinks(String address) {
    Element link = Jsoup.parse(clean("<a href=\"" + address + "\">x</a>").html()).expectFirst("a");

    assertThat(link.hasAttr("href")).isFalse();
    assertThat(link.text()).isEqualTo("x");
  }

  @Test
  void imagesOfTheMailGetOurAddress() {
    assertThat(image("<img src=\"cid:logo@x\" alt=Logo width=20>").attr("src"))
        .isEqualTo("/media/1?sig=a&b");
    assertThat(image("<img src=\"CID:logo%40x\">").attr("src")).isEqualTo("/media/1?sig=a&b");
    assertThat(image("<img src='cid:a+b@x'>").attr("src")).isEqualTo("/media/3");
    assertThat(image("<img src=pic.png>").attr("src")).isEqualTo("https://media.example.net/2");
    assertThat(image("<img src=cid:logo@x alt=Logo width=20>").attr("alt")).isEqualTo("Logo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=cid:other@x>",
        "<img src=unknown.png>",
        "<img>",
        "<img src=''>",
        "<img src='data:image/png;base64,iVBORw0KGgo='>",
        "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "<img src='javascript:alert(1)'>",
        "<img src='cid:logo@x' width=1 height=1>",
        "<img src='https://x/p.gif' width=1 height=1>",
        "<img src='https://x/p.gif' width=0 height=0>",
        "<img src='https://x/p.gif' style='width:1px;height:1px'>",
        "<img src='https://x/p.gif' width=1px height=1px>",
        "<img src='http://[bad'>\u0000",
        "<img srcset='https://x/a 1x'>",
        "<img dynsrc=https://x lowsrc=https://x>"
      })
  void otherImagesAreDropped(String html) {
    assertThat(clean("<p>a" + html.replace("http://[bad", "ht tp://bad") + "b</p>").html())
        .isEqualTo("<p>ab</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://x.example/a.png?b=1", "http://x.example/a.png", "//x.example/a.png"})
  void remoteImagesAreNotLoadedButRemembered(String source) {
    CleanHtml clean =
        clean("<img src=\"" + source + "\" srcset=\"https://y/b 2x\" alt=A width=10>");
    Element image = Jsoup.parse(clean.html()).expectFirst("img");

    assertThat(image.hasAttr("src")).isFalse();
    assertThat(image.hasAttr("srcset")).isFalse();
    assertThat(image.attr("data-remote-src")).matches("https?://x\\.example/a\\.png.*");
    assertThat(clean.remoteImages()).isEqualTo(1);
  }

  @Test
  void noSenderCanClaimAnAddressOfOurs() {
    String html =
        clean("<img src='/media/1?sig=a&b'><img src=/media/9><image src=/media/1>").html();

    assertThat(html).isEmpty();
  }

  @Test
  void theLastStepLetsOnlyGivenAddressesThrough() {
    String html = "<img src=\"/media/1\" /><img src=\"/media/2\" />";

    assertThat(Policy.sanitize(html, "/media/2"::equals))
        .isEqualTo("<img /><img src=\"/media/2\" />");
  }

  @Test
  void hiddenTextIsDropped() {
    assertThat(clean("<div style='display:none'>preheader</div><p hidden>x</p><p>y</p>").html())
        .isEqualTo("<p>y</p>");
  }

  @Test
  void namesForScriptsAreDropped() {
    assertThat(
            clean("<p id=location class=x name=y aria-label=z data-x=1>a</p><a name=b id=c>d</a>")
                .html())
        .isEqualTo("<p>a</p><a>d</a>");
  }

  @Test
  void formsLoseTheirControlsAndKeepTheirText() {
    assertThat(
            clean(
                    "<form action=https://x><label>Name <input name=a value=b></label><button"
                        + " formaction=x>Go</button></form>")
                .html())
        .isEqualTo("Name Go");
  }

  @Test
  void cleaningAgainChangesNothing() {
    String once =
        clean(
                "<p style='color:red;margin:1px 2px'>a &amp; b @ {{c}} <a"
                    + " href=https://x.example/?a=1&b=2>l</a><img src=cid:logo@x><img"
                    + " src=https://x.example/a.png><font face='A B'>f</font>")
            .html();
    CleanHtml twice = HtmlCleaner.cleanAgain(once, source -> source.startsWith("/media/"));

    assertThat(twice.html()).isEqualTo(once);
    assertThat(twice.remoteImages()).isEqualTo(1);
    assertThat(HtmlCleaner.cleanAgain(once, source -> false).html()).doesNotContain("/media/");
  }

  @Test
  void tooManyTagsAreCut() {
    CleanHtml clean = clean("<b>x</b>".repeat(30_000) + "end");

    assertThat(clean.cut()).isTrue();
    assertThat(clean.html()).doesNotContain("end");
    assertThat(clean("<b>x</b>".repeat(20_000) + "end").cut()).isFalse();
  }

  @Test
  void thePolicyIsNamed() {
    assertThat(clean("x").policyVersion()).isEqualTo(HtmlCleaner.POLICY_VERSION);
  }
}
