package dev.parley.channels.email.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.channels.email.mime.DeliveryReport.Action;
import dev.parley.channels.email.mime.DeliveryReport.Complaint;
import dev.parley.channels.email.mime.DeliveryReport.Delivery;
import dev.parley.channels.email.mime.DeliveryReport.Disposition;
import dev.parley.channels.email.mime.DeliveryReport.Recipient;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReportTest {
  private static ParsedMail sample(String name) {
    try (InputStream file = DeliveryReportTest.class.getResourceAsStream("reports/" + name)) {
      return Mails.parse(Objects.requireNonNull(file).readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Delivery delivery(String name) {
    return (Delivery) sample(name).deliveryReport().orElseThrow();
  }

  @Test
  void aPostfixBounceNamesRecipientReasonAndEveryIdOfTheOriginal() {
    ParsedMail mail = sample("postfix-failed.eml");
    Delivery report = (Delivery) mail.deliveryReport().orElseThrow();

    assertThat(report.standard()).isTrue();
    assertThat(report.reportingMta()).isEqualTo("mx.parley.example");
    assertThat(report.originalEnvelopeId()).isEqualTo("env-42");
    assertThat(report.originalMessageIds())
        .containsExactly("c.tok.1@parley.example", "second@parley.example");
    assertThat(report.recipients())
        .containsExactly(
            new Recipient(
                "nobody@customer.example",
                "nobody@customer.example",
                Action.FAILED,
                "5.1.1",
                "550 5.1.1 <nobody@customer.example>: no such user",
                "mx.customer.example"));
    assertThat(report.recipients().getFirst().isPermanentFailure()).isTrue();
    assertThat(report.recipients().getFirst().isUndeliverableAddress()).isTrue();
    assertThat(mail.automation().isAutomatic()).isTrue();
    assertThat(mail.text()).contains("could not be delivered");
  }

  @Test
  void aDelayIsNoFailure() {
    Recipient recipient = delivery("postfix-delayed.eml").recipients().getFirst();

    assertThat(recipient.action()).isEqualTo(Action.DELAYED);
    assertThat(recipient.status()).isEqualTo("4.4.1");
    assertThat(recipient.isPermanentFailure()).isFalse();
  }

  @Test
  void anExchangeReportOfSeveralRecipientsIsRead() {
    Delivery report = delivery("exchange-failed.eml");

    assertThat(report.recipients())
        .extracting(Recipient::finalRecipient, Recipient::action, Recipient::status)
        .containsExactly(
            tuple("full@customer.example", Action.FAILED, "5.2.2"),
            tuple("ok@customer.example", Action.DELIVERED, "2.0.0"));
    assertThat(report.recipients().getFirst().isMailboxFull()).isTrue();
    assertThat(report.recipients().getFirst().isPermanentFailure()).isFalse();
    assertThat(report.originalMessageIds()).containsExactly("c.tok.2@parley.example");
  }

  @Test
  void aQmailBounceIsReadFromItsProse() {
    Delivery report = delivery("qmail.eml");

    assertThat(report.standard()).isFalse();
    assertThat(report.originalMessageIds()).containsExactly("c.tok.3@parley.example");
    assertThat(report.recipients())
        .extracting(Recipient::finalRecipient, Recipient::action)
        .containsExactly(tuple("gone@customer.example", Action.FAILED));
  }

  @Test
  void anEximBounceIsReadFromItsHeaderAndAttachment() {
    Delivery report = delivery("exim.eml");

    assertThat(report.standard()).isFalse();
    assertThat(report.originalMessageIds()).containsExactly("c.tok.4@parley.example");
    assertThat(report.recipients())
        .extracting(Recipient::finalRecipient, Recipient::status)
        .containsExactly(tuple("gone@customer.example", "5.1.1"));
  }

  @Test
  void aReadReceiptNamesTheMailThatWasRead() {
    Disposition report = (Disposition) sample("mdn.eml").deliveryReport().orElseThrow();

    assertThat(report.isRead()).isTrue();
    assertThat(report.disposition()).isEqualTo("displayed");
    assertThat(report.finalRecipient()).isEqualTo("ann@customer.example");
    assertThat(report.originalMessageIds()).containsExactly("c.tok.5@parley.example");
  }

  @Test
  void aComplaintNamesTheMailItIsAbout() {
    Complaint report = (Complaint) sample("arf.eml").deliveryReport().orElseThrow();

    assertThat(report.feedbackType()).isEqualTo("abuse");
    assertThat(report.originalRecipient()).isEqualTo("ann@customer.example");
    assertThat(report.originalMessageIds()).containsExactly("c.tok.6@parley.example");
  }

  @Test
  void anAbsenceNoteIsNoReport() {
    assertThat(
            Mails.parse(
                    "Return-Path: <>",
                    "From: Ann <ann@customer.example>",
                    "Subject: Out of office",
                    "Auto-Submitted: auto-replied",
                    "In-Reply-To: <c.tok.7@parley.example>",
                    "",
                    "I am away; your order could not be delivered to me.",
                    "Ask bob@customer.example")
                .deliveryReport())
        .isEmpty();
  }

  @Test
  void aPersonQuotingABounceSendsNoReport() {
    assertThat(
            Mails.parse(
                    "Return-Path: <ann@customer.example>",
                    "From: Ann <ann@customer.example>",
                    "",
                    "I got: Mail delivery failed: 550 5.1.1",
                    "> Message-ID: <c.tok.8@parley.example>")
                .deliveryReport())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, 5.1.1, true, true, false",
    "FAILED, 5.1.10, true, true, false",
    "FAILED, 5.7.1, true, false, false",
    "FAILED, 5.2.2, false, false, true",
    "FAILED, 4.4.7, false, false, false",
    "FAILED, , true, false, false",
    "DELAYED, 4.2.2, false, false, true",
    "DELIVERED, 2.0.0, false, false, false"
  })
  void whatAStatusMeansForTheAddress(
      Action action, String status, boolean permanent, boolean undeliverable, boolean full) {
    Recipient recipient = new Recipient("a@x", null, action, status, null, null);

    assertThat(recipient.isPermanentFailure()).isEqualTo(permanent);
    assertThat(recipient.isUndeliverableAddress()).isEqualTo(undeliverable);
    assertThat(recipient.isMailboxFull()).isEqualTo(full);
  }
}
