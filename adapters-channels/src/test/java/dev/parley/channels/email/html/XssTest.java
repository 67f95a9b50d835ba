package dev.parley.channels.email.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XssTest {
  private static final long SEED = Long.getLong("parley.fuzz.seed", 20260105L);
  private static final int DOCUMENTS = Integer.getInteger("parley.fuzz.documents", 1_000);

  private static String clean(String html) {
    return HtmlCleaner.clean(
            html, source -> source.equals("a") ? Optional.of("/media/1") : Optional.empty())
        .html();
  }

  /** After the collections of OWASP, PortSwigger and the advisories of DOMPurify and others. */
  static List<String> vectors() {
    return List.of(
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//x/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script/xss src=x></script>",
        "<<script>alert(1);//<</script>",
        "<script\n>alert(1)</script\n>",
        "<img src=x onerror=alert(1)>",
        "<img src=cid:a onload=alert(1) OnError=alert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<img src=`x` onerror=`alert(1)`>",
        "<img src='x' \"=1 onerror=alert(1)>",
        "<img \u0000src=x o\u0000nerror=alert(1)>",
        "<p onclick=alert(1) onmouseover='alert(1)' ONFOCUS=alert(1) autofocus>x</p>",
        "<body onload=alert(1)><p>x",
        "<a href=javascript:alert(1)>x</a>",
        "<a href='java\nscript:alert(1)'>x</a>",
        "<a href='&#x6A;avascript:alert(1)'>x</a>",
        "<a xlink:href=javascript:alert(1)>x</a>",
        "<a href=\"https://x\" onclick=alert(1) ping=https://y download style=x>x</a>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
        "<math><annotation-xml encoding=\"text/html\"><img src=x"
            + " onerror=alert(1)></annotation-xml></math>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1"
            + " onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<math><mtext><table><mglyph><style><math><img src=x onerror=alert(1)></style>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
        "<template><script>alert(1)</script></template>",
        "<template><img src=x onerror=alert(1)></template>",
        "<style>@import 'https://x/x.css';</style>",
        "<style>*{background:url(javascript:alert(1))}</style>",
        "<style><!--</style><script>alert(1)//--></script>",
        "<style/><img src=\"</style><img src=x onerror=alert(1)>\">",
        "<p style=\"background:url(javascript:alert(1))\">x",
        "<p style=\"width:expression(alert(1))\">x",
        "<p style=\"xss:expr/*x*/ession(alert(1))\">x",
        "<p style='background:\\75rl(javascript:alert(1))'>x",
        "<p style=\"background&colon;url(https://x)\">x",
        "<p style=\"color:red;position:fixed;top:0;left:0;width:100%;height:100%\">x",
        "<p style=\"font-family:'a;background:url(https://x)'\">x",
        "<p style=\"color: red; background-image: u&#x72;l(https://x)\">x",
        "<p style=\"@im\\port'\\ja\\vasc\\ript:alert(1)'\">x",
        "<link rel=stylesheet href=https://x>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<meta http-equiv=Set-Cookie content='a=b'>",
        "<base href=https://evil/>",
        "<base target=_top><a href=https://x>x</a>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<frameset><frame src=javascript:alert(1)></frameset>",
        "<object data=javascript:alert(1)></object>",
        "<object data='data:text/html;base64,PHNjcmlwdD4='></object>",
        "<embed src=javascript:alert(1)>",
        "<applet code=x>",
        "<form action=javascript:alert(1)><input type=submit"
            + " formaction=javascript:alert(1)></form>",
        "<button formaction=javascript:alert(1)>x</button>",
        "<isindex type=image src=1 onerror=alert(1)>",
        "<input type=image src onerror=alert(1)>",
        "<select><style></select><img src=x onerror=alert(1)></style>",
        "<select><option><img src=x onerror=alert(1)></option></select>",
        "<textarea><img src=\"</textarea><img src=x onerror=alert(1)>\">",
        "<title><img src=\"</title><img src=x onerror=alert(1)>\">",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\">",
        "<noframes><p title=\"</noframes><img src=x onerror=alert(1)>\">",
        "<plaintext><img src=x onerror=alert(1)>",
        "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
        "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<keygen autofocus onfocus=alert(1)>",
        "<img src='data:text/html,<script>alert(1)</script>'>",
        "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'>",
        "<img srcset='x 1x, javascript:alert(1) 2x'>",
        "<picture><source srcset=https://x><img src=x></picture>",
        "<table background=javascript:alert(1)><td background='https://x'>x</table>",
        "<body background=https://x>",
        "<a id=location name=cookie>x</a><img name=body><p id=__proto__ class=constructor>x",
        "<form id=test></form><input form=test name=attributes>",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--!><img src=x onerror=alert(1)>",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>",
        "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "<?import namespace=t implementation=x><t:set attributeName=innerHTML"
            + " to='<script>alert(1)</script>'>",
        "<!DOCTYPE x [<!ENTITY a '<script>alert(1)</script>'>]>&a;",
        "<a href=\"https://x/\"><a href=javascript:alert(1)>x</a></a>",
        "<p><a><p><a><table><a href=javascript:alert(1)><td><a>x",
        "<table><caption><a href='javascript:alert(1)'><tr><td></caption></a>",
        "<p title='&lt;script&gt;alert(1)&lt;/script&gt;' alt=\"'><script>alert(1)</script>\">x",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
        "<\u0000script>alert(1)</script>",
        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
        "<html:script xmlns:html='http://www.w3.org/1999/xhtml'>alert(1)</html:script>",
        "{{constructor.constructor('alert(1)')()}}",
        "<img src=\"cid:a\" style=\"background:url(cid:a)\">",
        "<img data-remote-src=\"javascript:alert(1)\"><img data-remote-src=\"/media/2\">",
        "<p data-remote-src=https://x>x</p>",
        "<b " + "a".repeat(5000) + "=1 onclick=alert(1)>x</b>",
        "<div>".repeat(600)
            + "<img src=x onerror=alert(1)>"
            + "</div>".repeat(600)
            + "<script>alert(1)</script>",
        "<math>".repeat(600) + "<style><img src=x onerror=alert(1)></style>",
        "<font color='red\"onmouseover=alert(1)'>x</font><font face='x\""
            + " onclick=\"alert(1)'>x</font>",
        "<a href='https://x\"onclick=\"alert(1)'>x</a>",
        "<a href=\"mailto:a@b?body=<script>alert(1)</script>\">x</a>",
        "<q cite=javascript:alert(1)>x</q><blockquote cite=javascript:alert(1)>x</blockquote>",
        "<del cite='javascript:alert(1)'>x</del><img longdesc=javascript:alert(1) usemap=#x"
            + " src=cid:a>");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void nothingDangerousIsLeft(String html) {
    SafeHtml.assertSafe(clean(html));
    SafeHtml.assertSafe(clean("<p>before " + html + " after"));
    SafeHtml.assertSafe(clean("<table><tr><td>" + html));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theTextAroundItSurvives(String html) {
    assertThat(PlainText.fromHtml(clean("<p>before</p>" + html))).contains("before");
  }

  @Test
  void nothingDangerousComesOfMixingThem() {
    Random random = new Random(SEED);
    List<String> vectors = vectors();
    for (int i = 0; i < DOCUMENTS; i++) {
      StringBuilder html = new StringBuilder();
      for (int piece = random.nextInt(1, 6); piece > 0; piece--) {
        String vector = vectors.get(random.nextInt(vectors.size()));
        int from = random.nextInt(vector.length());
        html.append(vector, random.nextBoolean() ? 0 : from, vector.length());
        html.append(vector, 0, random.nextInt(Math.min(vector.length(), 200)));
      }
      try {
        SafeHtml.assertSafe(clean(html.toString()));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed %d, document %d: %s".formatted(SEED, i, html), failure);
      }
    }
  }

  @Test
  void markupMadeToSlowDownTheCleaningDoesNot() {
    for (String piece :
        List.of("<div>", "<i><table>", "<p style='color:red'>", "<img src=cid:a>")) {
      String html = piece.repeat(1_000_000 / piece.length());
      assertTimeoutPreemptively(Duration.ofMinutes(2), () -> clean(html));
    }
  }
}
