package dev.parley.channels.email.smtp;

import dev.parley.domain.contact.EmailAddress;
import java.util.List;

/**
 * A mail ready to be handed over.
 *
 * @param id its Message-ID without brackets, the same in every try
 * @param sender where bounces go
 * @param bytes with CRLF line ends
 */
record OutgoingMail(String id, EmailAddress sender, List<EmailAddress> recipients, byte[] bytes) {
  OutgoingMail {
    recipients = List.copyOf(recipients);
  }

  OutgoingMail to(List<EmailAddress> others) {
    return new OutgoingMail(id, sender, others, bytes);
  }

  @Override
  public String toString() {
    return "OutgoingMail[" + bytes.length + " bytes]";
  }
}
