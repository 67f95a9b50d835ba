package dev.parley.channels.email.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteSplitterTest {
  private static String reply(String... lines) {
    return QuoteSplitter.ofText(String.join("\n", lines)).reply();
  }

  private static void assertWhole(String... lines) {
    String body = String.join("\n", lines);

    assertThat(QuoteSplitter.ofText(body)).isEqualTo(new QuoteSplit(body, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, Jan 5, 2026 at 10:20 AM Ann Doe <ann@example.com> wrote:",
        "On 5 Jan 2026, at 10:20, Ann Doe <ann@example.com> wrote:",
        "On Mon, 5 Jan 2026 10:20:30 +0100\nAnn Doe <ann@example.com> wrote:",
        "Ann Doe wrote on 1/5/26 10:20 AM:",
        "Am Mo., 5. Jan. 2026 um 10:20 Uhr schrieb Ann Doe <ann@example.com>:",
        "Am 05.01.2026 um 10:20 schrieb Ann Doe:",
        "Am 05.01.26 um 10:20 hat Ann Doe geschrieben:",
        "Ann Doe schrieb am 05.01.2026 um 10:20:",
        "Le lun. 5 janv. 2026 à 10:20, Ann Doe <ann@example.com> a écrit :",
        "Le 5 janv. 2026 à 10:20, Ann Doe <ann@example.com> a écrit\u00A0:",
        "El lun, 5 ene 2026 a las 10:20, Ann Doe (<ann@example.com>) escribió:",
        "Den man. 5. jan. 2026 kl. 10.20 skrev Ann Doe <ann@example.com>:",
        "Den 5. jan. 2026 kl. 10.20 skrev Ann Doe <ann@example.com>:",
        "Op ma 5 jan 2026 om 10:20 schreef Ann Doe <ann@example.com>:",
        "Op 5 januari 2026 10:20 heeft Ann Doe het volgende geschreven:",
        "Il giorno lun 5 gen 2026 alle ore 10:20 Ann Doe <ann@example.com> ha scritto:",
        "Em seg., 5 de jan. de 2026 às 10:20, Ann Doe <ann@example.com> escreveu:",
        "Den mån 5 jan. 2026 kl 10:20 skrev Ann Doe <ann@example.com>:",
        "man. 5. jan. 2026 kl. 10:20 skrev Ann Doe <ann@example.com>:",
        "05.01.2026, 10:20, \"Ann Doe\" <ann@example.com>:",
        "Mon, 5 Jan 2026 10:20:30 +0400 от Ann Doe <ann@example.com>:",
        "05.01.2026 10:20 пользователь \"Ann\" <\nann@example.com> написал:",
        "2026年1月5日(月) 10:20 Ann Doe <ann@example.com>:",
        "5 jan. 2026 kl. 10:20 skrev Ann Doe <ann@example.com>:",
        "On Mon, Jan 5, 2026 at 10:20 AM Ann Doe <\nann@example.com>\n wrote:"
      })
  void whatFollowsALeadLineIsQuoted(String lead) {
    QuoteSplit marked = QuoteSplitter.ofText("Yes.\n\n" + lead + "\n\n> question\n> more\n");
    QuoteSplit unmarked = QuoteSplitter.ofText("Yes.\n\n" + lead + "\n\nquestion\nmore\n");

    assertThat(marked).isEqualTo(new QuoteSplit("Yes.", lead + "\n\n> question\n> more"));
    assertThat(unmarked).isEqualTo(new QuoteSplit("Yes.", lead + "\n\nquestion\nmore"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "-------- Message d'origine --------",
        "-----Mensaje original-----",
        "-----Oprindelig meddelelse-----",
        "-----Oorspronkelijk bericht-----",
        "-----Messaggio originale-----",
        "-----Mensagem original-----",
        "-----Ursprungligt meddelande-----",
        "-----Opprinnelig melding-----",
        "From: Ann <ann@example.com>\nSent: Monday, January 5, 2026\nTo: Help\nSubject: x",
        "*From:* Ann <ann@example.com>\n*Date:* Monday, January 5, 2026\n*To:* Help",
        "Von: Ann\nGesendet: Montag, 5. Januar 2026\nAn: Help\nBetreff: x",
        "De : Ann\nEnvoyé : lundi 5 janvier 2026\nÀ : Help\nObjet : x",
        "De: Ann\nEnviado el: lunes\nPara: Help\nAsunto: x",
        "Fra: Ann\nSendt: mandag\nTil: Help\nEmne: x",
        "Van: Ann\nVerzonden: maandag\nAan: Help\nOnderwerp: x",
        "Da: Ann\nInviato: lunedì\nA: Help\nOggetto: x",
        "De: Ann\nEnviada em: segunda\nPara: Help\nAssunto: x",
        "Från: Ann\nSkickat: måndag\nTill: Help\nÄmne: x",
        "От: Ann\nОтправлено: понедельник\nКому: Help\nТема: x"
      })
  void whatFollowsASeparatorIsQuoted(String separator) {
    String quoted = separator + "\n\nquestion";

    assertThat(QuoteSplitter.ofText("Yes.\n\n" + quoted)).isEqualTo(new QuoteSplit("Yes.", quoted));
    assertThat(reply("Yes.", "", "________________________________", quoted)).isEqualTo("Yes.");
  }

  @Test
  void quotedLinesAtTheEndAreQuotedWithoutALead() {
    assertThat(reply("Yes.", "", "> question", "> more", "")).isEqualTo("Yes.");
  }

  @Test
  void aSignatureIsNoReply() {
    assertThat(QuoteSplitter.ofText("Yes.\n\n-- \nAnn\nSales"))
        .isEqualTo(new QuoteSplit("Yes.", "-- \nAnn\nSales"));
    assertThat(reply("Yes.", "-- ", "Ann", "", "On 5 Jan 2026, Bob wrote:", "> q"))
        .isEqualTo("Yes.");
    assertThat(reply("Yes.", "", "On 5 Jan 2026, Bob wrote:", "> q", "-- ", "Ann"))
        .isEqualTo("Yes.");
  }

  @Test
  void answersBetweenQuotedLinesStayWithThem() {
    assertWhole("Hi,", "", "On 5 Jan 2026, Bob wrote:", "> one?", "Yes.", "> two?", "No.");
    assertWhole("> one?", "Yes.", "> two?", "No.");
    assertWhole("See below.", "> one?", "Yes.", "> two?");
  }

  @Test
  void anAnswerBelowTheQuotationStaysWithIt() {
    assertWhole("On 5 Jan 2026, Bob wrote:", "> question", "", "Yes.");
    assertWhole("> question", "", "Yes.");
    assertWhole("Hi", "On 5 Jan 2026, Bob wrote:", "> question", "", "Yes.");
  }

  @Test
  void aBodyOfNothingButQuotationStaysWhole() {
    assertWhole("On 5 Jan 2026, Bob wrote:", "> question");
    assertWhole("> question", "> more");
    assertWhole("-----Original Message-----", "question");
    assertWhole("-- ", "Ann");
    assertWhole("", "", "-- ", "Ann");
    assertWhole("");
  }

  @Test
  void whatIsForwardedStaysWhole() {
    assertWhole(
        "Please see:",
        "",
        "---------- Forwarded message ---------",
        "From: Ann",
        "Date: x",
        "To: y");
    assertWhole("FYI", "", "Begin forwarded message:", "", "> From: Ann");
    assertWhole("Siehe unten", "-------- Weitergeleitete Nachricht --------", "Von: Ann", "text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On the whole, this is what he wrote:",
        "On Monday your colleague wrote:",
        "I have three questions:",
        "From: the beginning",
        "Am Ende hat er geschrieben:",
        "El cliente escribió:",
        "Total: 10:20",
        "--- Original ---"
      })
  void proseIsNoLeadLine(String line) {
    assertWhole("Hello", line, "and so on");
  }

  @Test
  void carriageReturnsAreLineEnds() {
    assertThat(QuoteSplitter.ofText("Yes.\r\n\r\nOn 5 Jan 2026, Bob wrote:\r\n> q\r\n").reply())
        .isEqualTo("Yes.");
  }

  @Test
  void textMadeToSlowDownTheSearchDoesNot() {
    List<String> lines =
        List.of(
            "On 2026 " + "wrote ".repeat(64) + ":",
            "Am 2026 " + "schrieb ".repeat(48) + ":",
            "1 jan 2026 skrev ".repeat(22) + ":",
            "2026:",
            ">",
            "x\n>",
            "From: x",
            "--",
            "_".repeat(90),
            "De : " + ":".repeat(380));
    for (String line : lines) {
      String text = "start\n" + (line + "\n").repeat(1_000_000 / line.length());
      assertTimeoutPreemptively(Duration.ofMinutes(2), () -> QuoteSplitter.ofText(text));
      String html = text.replace("\n", "<br>");
      assertTimeoutPreemptively(Duration.ofMinutes(2), () -> QuoteSplitter.ofHtml(html));
    }
  }
}
