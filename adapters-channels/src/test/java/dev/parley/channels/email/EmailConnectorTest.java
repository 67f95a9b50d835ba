package dev.parley.channels.email;

import static dev.parley.channels.email.Fixtures.ADDRESS;
import static dev.parley.channels.email.Fixtures.CONVERSATION;
import static dev.parley.channels.email.Fixtures.ENDPOINT;
import static dev.parley.channels.email.Fixtures.LINKS;
import static dev.parley.channels.email.Fixtures.MESSAGE;
import static dev.parley.channels.email.Fixtures.NOW;
import static dev.parley.channels.email.Fixtures.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundEvent.Delivered;
import dev.parley.application.channel.InboundEvent.DeliveryFailed;
import dev.parley.application.channel.InboundEvent.Ignored;
import dev.parley.application.channel.InboundEvent.MessageReceived;
import dev.parley.application.channel.RawInbound;
import dev.parley.channels.email.mime.MailLimits;
import dev.parley.channels.email.mime.MailParser;
import dev.parley.channels.support.DerivedKeys;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailConnectorTest {
  private static final UUID RAW = UUID.fromString("0193478e-3333-7333-8333-333333333333");
  private static final String PIXELS =
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFUlEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==";

  private final EmailConnector connector =
      new EmailConnector(new MailParser(MailLimits.DEFAULTS), TOKENS, LINKS);

  @Test
  void aPlainMailIsWhatItsAuthorWrote() {
    MessageReceived event =
        received(
            "From: Ada Lovelace <ada@customer.example>",
            "To: " + ADDRESS,
            "Cc: Bob <bob@customer.example>",
            "Subject: Broken lamp",
            "Message-ID: <1@customer.example>",
            "Date: Fri, 20 Nov 2026 09:00:00 +0000",
            "",
            "The lamp is broken.");

    assertThat(event.from())
        .isEqualTo(new Mailbox(new EmailAddress("ada@customer.example"), "Ada Lovelace"));
    assertThat(event.to()).extracting(Mailbox::email).containsExactly(new EmailAddress(ADDRESS));
    assertThat(event.cc()).extracting(Mailbox::name).containsExactly("Bob");
    assertThat(event.subject()).isEqualTo("Broken lamp");
    assertThat(event.providerId()).isEqualTo("1@customer.example");
    assertThat(text(event.content())).isEqualTo("The lamp is broken.");
    assertThat(event.quotedHistory()).isNull();
    assertThat(event.files()).isEmpty();
    assertThat(event.thread()).isEqualTo(InboundEvent.ThreadHints.NONE);
    assertThat(event.automatic()).isFalse();
    assertThat(event.authenticatedSender()).isFalse();
    assertThat(event.sentAt()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
  }

  @Test
  void whatAReplyQuotesIsKeptApart() {
    MessageReceived event =
        received(
            "From: ada@customer.example",
            "",
            "Thanks, it works.",
            "",
            "On Fri, 20 Nov 2026 at 09:00, Grace <support@parley.example> wrote:",
            "> Did you plug it in?");

    assertThat(text(event.content())).isEqualTo("Thanks, it works.");
    assertThat(text(event.quotedHistory())).contains("Did you plug it in?");
  }

  @Test
  void whatAnHtmlReplyQuotesIsKeptApart() {
    MessageReceived event =
        html(
            "<p>Thanks!</p><div class=\"gmail_quote\">On Friday Grace wrote:"
                + "<blockquote>Did you plug it in?</blockquote></div>");

    assertThat(text(event.content())).contains("Thanks!").doesNotContain("plug it in");
    assertThat(text(event.quotedHistory())).contains("plug it in");
  }

  @Test
  void htmlIsCleanedBeforeAnybodySeesIt() {
    MessageReceived event =
        html(
            "<p onclick=\"steal()\">Hello</p><script>steal()</script><a href=\"javascript:x\">y</a>");

    Content content = Objects.requireNonNull(event.content());
    assertThat(content.format()).isEqualTo(Content.Format.HTML);
    assertThat(content.value()).contains("Hello").doesNotContain("steal", "script");
  }

  @Test
  void imagesInTheTextAreShownFromOurOwnLinks() {
    MessageReceived event =
        received(
            "From: ada@customer.example",
            "Content-Type: multipart/related; boundary=x",
            "",
            "--x",
            "Content-Type: text/html; charset=utf-8",
            "",
            "<p>See <img src=\"cid:lamp@x\"></p>",
            "--x",
            "Content-Type: image/png; name=lamp.png",
            "Content-ID: <lamp@x>",
            "Content-Disposition: inline; filename=lamp.png",
            "Content-Transfer-Encoding: base64",
            "",
            PIXELS,
            "--x--");

    IncomingFile image = event.files().getFirst();
    assertThat(image.inline()).isTrue();
    assertThat(image.contentId()).isEqualTo("lamp@x");
    assertThat(image.mediaType()).isEqualTo("image/png");
    assertThat(text(event.content()))
        .contains("https://files.example/" + RAW + "/0")
        .doesNotContain("cid:");
  }

  @Test
  void filesAreNamedAndTypedByWhatTheyAre() {
    MessageReceived event =
        received(
            "From: ada@customer.example",
            "Content-Type: multipart/mixed; boundary=x",
            "",
            "--x",
            "",
            "See attached",
            "--x",
            "Content-Type: text/html; name=\"../../etc/lamp.png\"",
            "Content-Disposition: attachment; filename=\"../../etc/lamp.png\"",
            "Content-Transfer-Encoding: base64",
            "",
            PIXELS,
            "--x--");

    assertThat(event.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.fileName()).isEqualTo("lamp.png");
              assertThat(file.mediaType()).isEqualTo("image/png");
              assertThat(file.inline()).isFalse();
            });
  }

  @Test
  void ofATooLargeMailAnAgentSeesThatSomethingIsMissing() {
    byte[] beginning = mail("From: ada@customer.example", "", "The beginning");

    MessageReceived event = (MessageReceived) parse(IncompleteMail.tooLarge(beginning, 99_000_000));

    assertThat(event.from().email()).isEqualTo(new EmailAddress("ada@customer.example"));
    assertThat(text(event.content())).contains("too large").contains("The beginning");
  }

  @Test
  void ofATooLargeHtmlMailAnAgentSeesThatToo() {
    byte[] beginning =
        mail("From: ada@customer.example", "Content-Type: text/html", "", "<p>The beginning");

    MessageReceived event = (MessageReceived) parse(IncompleteMail.tooLarge(beginning, 99_000_000));

    assertThat(text(event.content())).contains("too large").contains("The beginning");
  }

  @Test
  void aMailThatCouldNotBeFetchedIsShownAsSuch() {
    MessageReceived event =
        (MessageReceived) parse(IncompleteMail.unreadable(new EmailAddress(ADDRESS), 42));

    assertThat(text(event.content())).contains("number 42");
    assertThat(event.automatic()).isTrue();
  }

  @Test
  void aFormThatWritesInOurNameSpeaksForItsVisitor() {
    MessageReceived event =
        received(
            "From: Web form <" + ADDRESS.toUpperCase(Locale.ROOT) + ">",
            "Reply-To: Ada <ada@customer.example>",
            "",
            "Hello");

    assertThat(event.from())
        .isEqualTo(new Mailbox(new EmailAddress("ada@customer.example"), "Ada"));
    assertThat(event.automatic()).isFalse();
  }

  @Test
  void anAddressToAnswerToDoesNotChangeWhoWrote() {
    MessageReceived event =
        received("From: ada@customer.example", "Reply-To: mallory@evil.example", "", "Hello");

    assertThat(event.from().email()).isEqualTo(new EmailAddress("ada@customer.example"));
  }

  @Test
  void ourOwnMailComingBackCountsAsAMachines() {
    assertThat(received("From: " + ADDRESS, "", "Hello").automatic()).isTrue();
  }

  @Test
  void whatCarriesOurLoopMarkIsIgnored() {
    InboundEvent event =
        event(
            "From: ada@customer.example",
            "X-Parley-Loop: " + TOKENS.loopMark(ENDPOINT),
            "",
            "Hello");

    assertThat(event)
        .isInstanceOfSatisfying(
            Ignored.class, ignored -> assertThat(ignored.reason()).isEqualTo("loop"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "X-Auto-Response-Suppress: All",
        "List-Id: <news.customer.example>",
        "Return-Path: <>"
      })
  void aMachinesMailIsMarkedAsSuch(String header) {
    assertThat(received("From: ada@customer.example", header, "", "Away").automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"})
  void aTokenInAnyAddressItWasSentToLeadsToTheConversation(String header) {
    MessageReceived event =
        received("From: ada@customer.example", header + ": " + replyAddress(), "", "Hello");

    assertThat(event.thread().proved()).containsExactly(CONVERSATION);
  }

  @Test
  void aTokenSurvivesServersThatChangeTheCaseOfAddresses() {
    MessageReceived event =
        received(
            "From: ada@customer.example",
            "To: " + replyAddress().toUpperCase(Locale.ROOT),
            "",
            "Hello");

    assertThat(event.thread().proved()).containsExactly(CONVERSATION);
  }

  @Test
  void aMessageIdOfOursProvesTheConversationToo() {
    String ours = TOKENS.messageId(ADDRESS, CONVERSATION, MESSAGE);

    MessageReceived event =
        received(
            "From: ada@customer.example",
            "In-Reply-To: <" + ours + ">",
            "References: <old@x.example> <newer@x.example> <" + ours + ">",
            "",
            "Hello");

    assertThat(event.thread().proved()).containsExactly(CONVERSATION);
    assertThat(event.thread().claimed()).containsExactly(ours, "newer@x.example", "old@x.example");
  }

  @Test
  void aTokenMadeWithAnotherKeyProvesNothing() {
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    ThreadTokens forger = new ThreadTokens(new DerivedKeys(otherKey));
    String address =
        forger.replyAddress(new EmailAddress(ADDRESS), CONVERSATION).orElseThrow().value();

    MessageReceived event =
        received(
            "From: ada@customer.example",
            "To: " + address,
            "In-Reply-To: <" + forger.messageId(ADDRESS, CONVERSATION, MESSAGE) + ">",
            "",
            "Hello");

    assertThat(event.thread().proved()).isEmpty();
    assertThat(event.thread().claimed()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "us-ascii", "x-unknown", "iso-8859-1"})
  void textIsReadWhateverCharsetItSaysItIsIn(String charset) {
    MessageReceived event =
        received(
            "From: ada@customer.example",
            "Content-Type: text/plain; charset=" + charset,
            "Content-Transfer-Encoding: 8bit",
            "",
            "Gr\u00fc\u00dfe aus K\u00f6ln, sch\u00f6ne Gr\u00fc\u00dfe");

    assertThat(text(event.content()))
        .isEqualTo("Gr\u00fc\u00dfe aus K\u00f6ln, sch\u00f6ne Gr\u00fc\u00dfe");
  }

  @Test
  void charactersThatCannotBeStoredAreLeftOut() {
    MessageReceived event = received("From: ada@customer.example", "", "one\u0000two");

    assertThat(text(event.content())).doesNotContain("\u0000").contains("one").contains("two");
  }

  @Test
  void aMailWithoutSenderIsFromSomebodyUnknown() {
    MessageReceived event = received("Subject: Hello", "", "Who am I?");

    assertThat(event.from().email()).isEqualTo(new EmailAddress("unknown@sender.invalid"));
    assertThat(text(event.content())).isEqualTo("Who am I?");
  }

  @Test
  void aSenderWhoseAddressIsNoneKeepsTheName() {
    MessageReceived event = received("From: Ada Lovelace <not an address>", "", "Hello");

    assertThat(event.from().email()).isEqualTo(new EmailAddress("unknown@sender.invalid"));
  }

  @Test
  void aMailWithoutDateIsOfTheMomentItArrived() {
    assertThat(received("From: ada@customer.example", "", "Hello").sentAt()).isEqualTo(NOW);
  }

  @Test
  void aMailFromTheFutureIsOfTheMomentItArrived() {
    assertThat(
            received(
                    "From: ada@customer.example",
                    "Date: Fri, 20 Nov 2099 09:00:00 +0000",
                    "",
                    "Hello")
                .sentAt())
        .isEqualTo(NOW);
  }

  @Test
  void aMailWithoutMessageIdIsToldFromOthersByItsContent() {
    MessageReceived one = received("From: ada@customer.example", "", "Hello");
    MessageReceived same = received("From: ada@customer.example", "", "Hello");
    MessageReceived other = received("From: ada@customer.example", "", "Hello again");

    assertThat(one.providerId()).isNotBlank().isEqualTo(same.providerId());
    assertThat(one.dedupeKey()).isEqualTo(same.dedupeKey()).isNotEqualTo(other.dedupeKey());
  }

  @Test
  void theSameMailByAnotherWayIsTheSameEvent() {
    MessageReceived byOne =
        received("Received: from a", "From: ada@customer.example", "Message-ID: <1@x>", "", "Hi");
    MessageReceived byOther =
        received("Received: from b", "From: ada@customer.example", "Message-ID: <1@x>", "", "Hi");
    MessageReceived forged = received("From: ada@customer.example", "Message-ID: <1@x>", "", "No");

    assertThat(byOne.dedupeKey()).isEqualTo(byOther.dedupeKey()).isNotEqualTo(forged.dedupeKey());
  }

  @Test
  void htmlTooLongToBeShownIsKeptAsAFile() {
    String tooLong = "<p>" + "wort ".repeat(Content.MAX / 5) + "</p><p>the end</p>";

    MessageReceived event = html(tooLong);

    assertThat(Objects.requireNonNull(event.content()).format()).isEqualTo(Content.Format.TEXT);
    assertThat(text(event.content()).length()).isLessThanOrEqualTo(Content.MAX);
    assertThat(event.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.mediaType()).isEqualTo("text/html");
              assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).contains("the end");
            });
  }

  @Test
  void theFileWithTheWholeTextIsKeptHoweverManyOthersThereAre() {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "From: ada@customer.example",
            "Content-Type: multipart/mixed; boundary=x",
            "",
            "--x",
            "Content-Type: text/html",
            "",
            "<p>" + "wort ".repeat(Content.MAX / 5) + "</p>"));
    for (int i = 0; i < Attachment.MAX_PER_MESSAGE + 5; i++) {
      lines.addAll(
          List.of("--x", "Content-Disposition: attachment; filename=f" + i + ".txt", "", "f" + i));
    }
    lines.add("--x--");

    MessageReceived event = received(lines.toArray(String[]::new));

    assertThat(event.files()).hasSizeLessThanOrEqualTo(Attachment.MAX_PER_MESSAGE);
    assertThat(event.files()).last().extracting(IncomingFile::fileName).isEqualTo("message.html");
  }

  @Test
  void aBounceNamesOurMessageAndWhyItFailed() {
    DeliveryFailed failed = (DeliveryFailed) event(report("failed", "5.1.1", "no such user"));

    assertThat(failed.providerIds())
        .containsExactly(TOKENS.messageId(ADDRESS, CONVERSATION, MESSAGE));
    assertThat(failed.code()).isEqualTo("recipient-unreachable");
    assertThat(failed.reason()).contains("5.1.1").contains("no such user");
  }

  @Test
  void aFullMailboxIsAReasonOfItsOwn() {
    assertThat(((DeliveryFailed) event(report("failed", "5.2.2", "full"))).code())
        .isEqualTo("mailbox-full");
    assertThat(((DeliveryFailed) event(report("failed", "5.7.1", "spam"))).code())
        .isEqualTo("bounced");
  }

  @Test
  void aReceiptSaysThatItArrived() {
    assertThat(event(report("delivered", "2.0.0", "ok"))).isInstanceOf(Delivered.class);
    assertThat(event(report("relayed", "2.0.0", "ok"))).isInstanceOf(Delivered.class);
  }

  @Test
  void aDelayIsNoFailure() {
    assertThat(event(report("delayed", "4.4.1", "busy")))
        .isInstanceOfSatisfying(
            Ignored.class, ignored -> assertThat(ignored.reason()).isEqualTo("delayed"));
  }

  @Test
  void whatMerelyReadsLikeABounceIsAMessage() {
    assertThat(
            event(
                "From: MAILER-DAEMON@customer.example",
                "Subject: Undelivered Mail Returned to Sender",
                "",
                "Hi. This is the qmail-send program at customer.example.",
                "<nobody@customer.example>:",
                "Sorry, no mailbox here by that name. (#5.1.1)",
                "",
                "--- Below this line is a copy of the message.",
                "",
                "Message-ID: <unknown@x.example>"))
        .isInstanceOf(MessageReceived.class);
  }

  @Test
  void aSenderProvedByOurBorderIsNotTakenOnTheSendersWord() {
    assertThat(
            received(
                    "Authentication-Results: evil.example; dmarc=pass"
                        + " header.from=customer.example",
                    "From: ada@customer.example",
                    "",
                    "Hello")
                .authenticatedSender())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\r\n\r\n", ": \r\n\r\nx", "From", "\u0000\u0001\u00ff"})
  void anythingAtAllBecomesAnEvent(String raw) {
    assertThat(parse(raw.getBytes(StandardCharsets.ISO_8859_1))).isNotNull();
  }

  private static String[] report(String action, String status, String words) {
    return new String[] {
      "Return-Path: <>",
      "From: MAILER-DAEMON@mx.example",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
      "",
      "--x",
      "",
      "About your mail",
      "--x",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      "Final-Recipient: rfc822; ada@customer.example",
      "Action: " + action,
      "Status: " + status,
      "Diagnostic-Code: smtp; 550 " + words,
      "",
      "--x",
      "Content-Type: text/rfc822-headers",
      "",
      "Message-ID: <" + TOKENS.messageId(ADDRESS, CONVERSATION, MESSAGE) + ">",
      "--x--"
    };
  }

  private MessageReceived html(String body) {
    return received(
        "From: ada@customer.example", "Content-Type: text/html; charset=utf-8", "", body);
  }

  private MessageReceived received(String... lines) {
    return (MessageReceived) event(lines);
  }

  private InboundEvent event(String... lines) {
    return parse(mail(lines));
  }

  private InboundEvent parse(byte[] mail) {
    RawInbound raw =
        new RawInbound(RAW, new OrganizationId(1), ENDPOINT, Channel.EMAIL, "1", mail, NOW, null);
    List<InboundEvent> events = connector.parse(raw, Fixtures.endpoint(Map.of()));
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static byte[] mail(String... lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String replyAddress() {
    return TOKENS.replyAddress(new EmailAddress(ADDRESS), CONVERSATION).orElseThrow().value();
  }

  private static String text(@Nullable Content content) {
    return Objects.requireNonNull(content).value().strip();
  }
}
