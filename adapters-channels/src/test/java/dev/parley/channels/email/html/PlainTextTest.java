package dev.parley.channels.email.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a</p><p>b</p> | a~~b",
        "a<br>b<br/>c | a~b~c",
        "<div>a</div><div>b</div> | a~b",
        "<div><div><div>a</div></div></div>b | a~b",
        "a  b\tc | a b c",
        "<b>a</b><i>b</i> | ab",
        "a<br><br><br><br>b | a~~b",
        "<p>a</p><p>&nbsp;</p><p>&nbsp;</p><p>b</p> | a~~b",
        "<ul><li>a</li><li><p>b</p></li></ul>c | - a~- b~~c",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b~c",
        "<pre>a\u00A0 b</pre> | a  b",
        "a&nbsp;b &lt;c&gt; &amp; &euro; | a b <c> & €",
        "<h1>a</h1>b | a~~b",
        "a<hr>b | a~~b",
        "<head><title>x</title><style>p{}</style></head><body>a</body> | a",
        "a<script>x</script><style>y</style>b | ab",
        "a<span style='DISPLAY : none'>x</span><p hidden>y</p>b | ab",
        "a<!-- x -->b | ab",
        "<blockquote>a</blockquote> | a",
        "a\u200Bb | ab"
      })
  void htmlReadsAsItLooks(String html, String text) {
    assertThat(PlainText.fromHtml(html)).isEqualTo(text.replace('~', '\n'));
  }

  @Test
  void linesOfPreformattedTextAreKept() {
    assertThat(PlainText.fromHtml("<pre>a\n  b\n\nc</pre>")).isEqualTo("a\n  b\n\nc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href='https://x.example/'>here</a> | here <https://x.example/>",
        "<a href='https://x.example/'>https://x.example/</a> | https://x.example/",
        "<a href='mailto:a@x.example'>a@x.example</a> | a@x.example",
        "<a href='javascript:x'>here</a> | here",
        "<a>here</a> | here"
      })
  void addressesOfLinksCanBeTold(String html, String text) {
    assertThat(PlainText.withLinks(html)).isEqualTo(text);
    assertThat(PlainText.fromHtml(html)).doesNotContain("<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a < b & c > \"d\" 'e'",
        "one\ntwo\n\nthree",
        "  indented\n    more",
        "",
        "\n\n",
        "<script>alert(1)</script>"
      })
  void plainTextSurvivesTheWayThroughHtml(String text) {
    String html = HtmlText.fromPlain(text);

    assertThat(PlainText.fromHtml("<pre>" + html.replace("<br>\n", "\n") + "</pre>"))
        .isEqualTo(text.strip());
    SafeHtml.assertSafe(html);
  }

  @Test
  void plainTextKeepsItsLinesAndBlanks() {
    assertThat(HtmlText.fromPlain("a\r\n  b <c>")).isEqualTo("a<br>\n&nbsp;&nbsp;b &lt;c&gt;");
    assertThat(HtmlCleaner.clean(HtmlText.fromPlain("a\nb"), source -> Optional.empty()).html())
        .isEqualTo("a<br />\nb");
  }
}
