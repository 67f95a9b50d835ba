package dev.parley.channels.email.smtp;

import static dev.parley.channels.email.Fixtures.ADDRESS;
import static dev.parley.channels.email.Fixtures.CONVERSATION;
import static dev.parley.channels.email.Fixtures.ENDPOINT;
import static dev.parley.channels.email.Fixtures.TOKENS;
import static dev.parley.channels.email.Fixtures.anAnswer;
import static dev.parley.channels.email.Fixtures.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.channels.email.EmailAccount;
import dev.parley.channels.email.Fixtures;
import dev.parley.domain.conversation.Content.Format;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailComposerTest {
  private final MailComposer composer = new MailComposer(TOKENS);

  @Test
  void aPlainAnswerHasATextAndAnHtmlForm() throws Exception {
    MimeMessage mail = compose(anAnswer().saying(Format.TEXT, "1 < 2\nüber"));
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(text(mail, 0)).isEqualTo("1 < 2\r\nüber");
    assertThat(text(mail, 1)).contains("1 &lt; 2<br>").contains("über");
  }

  @Test
  void anHtmlAnswerHasATextForm() throws Exception {
    MimeMessage mail = compose(anAnswer().saying(Format.HTML, "<p>Hello <b>you</b></p>"));
    assertThat(text(mail, 0)).isEqualTo("Hello you");
    assertThat(text(mail, 1)).contains("<p>Hello <b>you</b></p>");
  }

  @Test
  void filesAndShownImagesAreNestedAsMailProgramsExpect() throws Exception {
    MimeMessage mail =
        compose(
            anAnswer()
                .saying(Format.HTML, "<img src=\"cid:logo@x\">")
                .with(
                    new IncomingFile("logo.png", "image/png", new byte[] {1, 2}, true, "logo@x"),
                    new IncomingFile(
                        "Rechnung für März.pdf", "application/pdf", new byte[] {3}, false, null)));
    MimeMultipart mixed = (MimeMultipart) mail.getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    MimeMultipart related = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(related.getContentType()).startsWith("multipart/related");
    assertThat(((MimeMultipart) related.getBodyPart(0).getContent()).getContentType())
        .startsWith("multipart/alternative");
    BodyPart image = related.getBodyPart(1);
    assertThat(image.getHeader("Content-ID")).containsExactly("<logo@x>");
    assertThat(image.getDisposition()).isEqualTo("inline");
    BodyPart invoice = mixed.getBodyPart(1);
    assertThat(invoice.getFileName()).isEqualTo("Rechnung für März.pdf");
    assertThat(invoice.getHeader("Content-Disposition")[0]).contains("filename*");
    assertThat(invoice.getInputStream().readAllBytes()).containsExactly(3);
  }

  @Test
  void anImageTheTextDoesNotShowIsAnAttachment() throws Exception {
    MimeMessage mail =
        compose(anAnswer().with(new IncomingFile("a.png", "image/png", new byte[] {1}, true, "a")));
    MimeMultipart mixed = (MimeMultipart) mail.getContent();
    assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo("attachment");
  }

  @Test
  void anAttachedMailIsSentAsBytes() throws Exception {
    MimeMessage mail =
        compose(
            anAnswer()
                .with(new IncomingFile("a.eml", "message/rfc822", new byte[] {1}, false, null)));
    assertThat(((MimeMultipart) mail.getContent()).getBodyPart(1).getContentType())
        .startsWith("application/octet-stream");
  }

  @Test
  void theMessageIdIsThePersistedOne() throws Exception {
    MimeMessage mail = compose(anAnswer());
    assertThat(mail.getMessageID())
        .isEqualTo("<" + TOKENS.messageId(ADDRESS, CONVERSATION, Fixtures.MESSAGE) + ">");
  }

  @Test
  void answersAreAskedToTheSignedAddress() throws Exception {
    MimeMessage mail = compose(anAnswer());
    InternetAddress from = (InternetAddress) mail.getFrom()[0];
    InternetAddress replyTo = (InternetAddress) mail.getReplyTo()[0];
    assertThat(from.getAddress()).isEqualTo(ADDRESS);
    assertThat(from.getPersonal()).isEqualTo("Grace");
    assertThat(TOKENS.inAddress(replyTo.getAddress())).contains(CONVERSATION);
  }

  @Test
  void anEndpointMayHaveItsAnswersAtThePlainAddress() throws Exception {
    MimeMessage mail = compose(anAnswer().from(endpoint(Map.of("replyAddress", "plain"))));
    assertThat(mail.getHeader("Reply-To")).isNull();
  }

  @Test
  void anOverriddenSenderStillGetsItsAnswersInTheMailbox() throws Exception {
    MimeMessage mail =
        compose(anAnswer().from(endpoint(Map.of("senderOverride", "hi@shop.example"))));
    assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("hi@shop.example");
    assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).endsWith("@parley.example");
  }

  @Test
  void anOverriddenNameHidesTheAgents() throws Exception {
    MimeMessage mail = compose(anAnswer().from(endpoint(Map.of("senderOverride", "The Shöp"))));
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("The Shöp");
  }

  @Test
  void anAnswerNamesWhatItAnswers() throws Exception {
    MimeMessage mail = compose(anAnswer().answering("<p@x>", "first@x", "<second@x>"));
    assertThat(mail.getHeader("In-Reply-To")).containsExactly("<p@x>");
    assertThat(mail.getHeader("References")[0].replaceAll("\\s+", " "))
        .isEqualTo("<first@x> <second@x> <p@x>");
  }

  @Test
  void longThreadsKeepTheFirstAndTheLatest() throws Exception {
    String[] ids = IntStream.range(0, 100).mapToObj(i -> i + "@x").toArray(String[]::new);
    MimeMessage mail = compose(anAnswer().answering("p@x", ids));
    List<String> kept = List.of(mail.getHeader("References")[0].split("\\s+"));
    assertThat(kept).hasSize(21).startsWith("<0@x>").endsWith("<99@x>", "<p@x>");
  }

  @ParameterizedTest
  @CsvSource({
    "Broken lamp, Re: Broken lamp",
    "Re: Broken lamp, Re: Broken lamp",
    "RE: re:AW: Broken lamp, Re: Broken lamp",
    "Re[2]: Broken lamp, Re: Broken lamp",
    "Fwd: Re: Broken lamp, Re: Fwd: Re: Broken lamp",
    "Refund, Re: Refund"
  })
  void anAnswersSubjectHasOnePrefix(String subject, String expected) throws Exception {
    assertThat(compose(anAnswer().subject(subject).answering("p@x")).getSubject())
        .isEqualTo(expected);
  }

  @Test
  void theFirstMailOfAConversationKeepsItsSubject() throws Exception {
    assertThat(compose(anAnswer().subject("Ihre Bestellung für März")).getSubject())
        .isEqualTo("Ihre Bestellung für März");
    assertThat(compose(anAnswer().subject(null)).getSubject()).isNull();
  }

  @Test
  void aPersonsMailIsNotMarkedAutomaticButCarriesTheLoopMark() throws Exception {
    MimeMessage mail = compose(anAnswer());
    assertThat(mail.getHeader("Auto-Submitted")).isNull();
    assertThat(mail.getHeader("X-Parley-Loop")).containsExactly(TOKENS.loopMark(ENDPOINT));
    assertThat(mail.getHeader("Date")).containsExactly("Fri, 20 Nov 2026 10:15:30 +0000");
  }

  @Test
  void anAutomaticMailSaysSo() throws Exception {
    MimeMessage mail = compose(anAnswer().automatic());
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
  }

  @Test
  void linesStayBelowWhatSmtpAllowsAndBytesBelow128() throws Exception {
    byte[] bytes =
        bytes(
            anAnswer()
                .subject("ü".repeat(400))
                .agent("ö".repeat(300))
                .saying(Format.TEXT, "ä".repeat(5000))
                .with(
                    new IncomingFile(
                        "é".repeat(100) + ".pdf", "application/pdf", new byte[9000], false, null)));
    String mail = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(mail.chars()).allMatch(c -> c < 128);
    assertThat(mail.lines()).allMatch(line -> line.length() <= 998);
  }

  @Test
  void anInternationalDomainIsWrittenInAscii() throws Exception {
    MimeMessage mail = compose(anAnswer().to("ada@bücher.example", null));
    assertThat(mail.getHeader("To")).containsExactly("ada@xn--bcher-kva.example");
  }

  private MimeMessage compose(Fixtures.Outbound out) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes(out)));
  }

  private byte[] bytes(Fixtures.Outbound out) throws Exception {
    var message = out.build();
    return composer.compose(EmailAccount.from(message.endpoint()), message).bytes();
  }

  private static String text(MimeMessage mail, int part) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent();
  }
}
