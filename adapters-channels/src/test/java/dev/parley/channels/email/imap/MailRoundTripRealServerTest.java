package dev.parley.channels.email.imap;

import static dev.parley.channels.email.Fixtures.ADDRESS;
import static dev.parley.channels.email.Fixtures.CONVERSATION;
import static dev.parley.channels.email.Fixtures.LINKS;
import static dev.parley.channels.email.Fixtures.MESSAGE;
import static dev.parley.channels.email.Fixtures.NOW;
import static dev.parley.channels.email.Fixtures.TOKENS;
import static dev.parley.channels.email.Fixtures.anAnswer;
import static dev.parley.channels.email.Fixtures.network;
import static dev.parley.channels.email.Fixtures.sendingThrough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundEvent.DeliveryFailed;
import dev.parley.application.channel.InboundEvent.Ignored;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.channel.SendResult;
import dev.parley.channels.email.EmailConnector;
import dev.parley.channels.email.Fixtures;
import dev.parley.channels.email.MailNetwork.Timeouts;
import dev.parley.channels.email.mime.MailAddress;
import dev.parley.channels.email.mime.MailLimits;
import dev.parley.channels.email.mime.MailParser;
import dev.parley.channels.email.mime.ParsedMail;
import dev.parley.channels.email.servers.Dovecot;
import dev.parley.channels.email.servers.Postfix;
import dev.parley.channels.email.smtp.SmtpSender;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Content;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What we send goes through a Postfix; what it delivers or returns is read from a Dovecot. */
@Tag("real-servers")
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MailRoundTripRealServerTest extends PollersScene {
  private static final String ADA = "ada@customer.example";
  private static final String OUR_ID = TOKENS.messageId(ADDRESS, CONVERSATION, MESSAGE);
  private static final Dovecot IMAP = new Dovecot();
  private static final Postfix SMTP = new Postfix(IMAP, ADDRESS + "=support", ADA + "=ada");

  private final Map<String, ContactEndpointId> readers = new HashMap<>();
  private final SmtpSender sender =
      new SmtpSender(TOKENS, network(Timeouts.DEFAULTS), states, () -> NOW);
  private final MailParser parser = new MailParser(MailLimits.DEFAULTS);
  private final EmailConnector connector = new EmailConnector(parser, TOKENS, LINKS);

  @BeforeAll
  static void start() {
    IMAP.start();
    SMTP.start();
  }

  @AfterAll
  static void end() {
    SMTP.close();
    IMAP.close();
  }

  @BeforeEach
  void read() {
    read("support");
    read("ada");
    pollers.start();
  }

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void aMailArrivesWithTheHeadersItWasSentWith() {
    send(
        anAnswer()
            .from(sendingThrough(SMTP.port()))
            .bcc(ADDRESS)
            .subject("Grüße aus Köln")
            .saying(Content.Format.TEXT, "One.\n.\nTwo, naïvely.")
            .answering("1@customer.example", "0@customer.example"));

    byte[] raw = arrivedFor("ada").bytes();
    ParsedMail mail = parser.parse(raw);
    assertThat(new String(raw, StandardCharsets.UTF_8))
        .startsWith("Return-Path: <" + ADDRESS + ">")
        .doesNotContain("Bcc");
    assertThat(mail.messageId()).isEqualTo(OUR_ID);
    assertThat(mail.from()).isEqualTo(new MailAddress("Grace", ADDRESS));
    assertThat(mail.to()).containsExactly(new MailAddress("Ada", ADA));
    assertThat(mail.subject()).isEqualTo("Re: Grüße aus Köln");
    assertThat(mail.inReplyTo()).containsExactly("1@customer.example");
    assertThat(mail.references()).containsExactly("0@customer.example", "1@customer.example");
    assertThat(mail.date()).isEqualTo(NOW);
    assertThat(mail.deliveredTo()).contains(ADA);
    assertThat(mail.replyTo())
        .extracting(reply -> TOKENS.inAddress(reply.address()))
        .containsExactly(Optional.of(CONVERSATION));
    assertThat(mail.text()).isEqualTo("One.\n.\nTwo, naïvely.");
  }

  @Test
  void aMailToNobodyComesBackAsTheFailureOfThatMessage() {
    send(anAnswer().from(sendingThrough(SMTP.port())).to("nobody@customer.example", null));

    DeliveryFailed failed = (DeliveryFailed) event(arrivedFor("support"));
    assertThat(failed.providerIds()).containsExactly(OUR_ID);
    assertThat(failed.code()).isEqualTo("recipient-unreachable");
    assertThat(failed.reason()).startsWith("5.1.1").contains("unknown user");
  }

  @Test
  void aMailThatReachesSomeAndNotOthersComesBackForThoseItDidNotReach() {
    send(anAnswer().from(sendingThrough(SMTP.port())).cc("nobody@customer.example"));

    assertThat(parser.parse(arrivedFor("ada").bytes()).messageId()).isEqualTo(OUR_ID);
    assertThat(event(arrivedFor("support")))
        .isInstanceOfSatisfying(
            DeliveryFailed.class, failed -> assertThat(failed.reason()).contains("nobody"));
  }

  @Test
  void aMailOfOursThatIsSentBackToItsConversationIsALoop() {
    String replies =
        TOKENS.replyAddress(new EmailAddress(ADDRESS), CONVERSATION).orElseThrow().value();
    send(anAnswer().from(sendingThrough(SMTP.port())).to(replies, null));

    RawInbound arrived = arrivedFor("support");
    assertThat(parser.parse(arrived.bytes()).deliveredTo()).contains(replies);
    assertThat(event(arrived))
        .isInstanceOfSatisfying(
            Ignored.class, ignored -> assertThat(ignored.reason()).isEqualTo("loop"));
  }

  private void send(Fixtures.Outbound mail) {
    assertThat(sender.send(mail.build())).isEqualTo(new SendResult.Accepted());
  }

  /** Empties that user's folder, which an endpoint then reads. */
  private void read(String user) {
    try (TestMailbox mailbox = new DovecotMailbox(IMAP, user)) {
      mailbox.expungeAll();
      readers.put(user, add(mailbox.endpoint()).id());
    }
  }

  /** The one mail that came for that user, as our own pollers bring it. */
  private RawInbound arrivedFor(String user) {
    await().atMost(SOON).until(() -> allFor(user).size() == 1);
    return allFor(user).getFirst();
  }

  private List<RawInbound> allFor(String user) {
    return inbox.all().stream().filter(raw -> raw.endpoint().equals(readers.get(user))).toList();
  }

  private InboundEvent event(RawInbound raw) {
    List<InboundEvent> events = connector.parse(raw, Fixtures.sendingThrough(SMTP.port()));
    assertThat(events).hasSize(1);
    return events.getFirst();
  }
}
