package dev.parley.channels.email.smtp;

import dev.parley.application.channel.SendResult;
import dev.parley.domain.contact.EmailAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How handing over a mail went.
 *
 * @param stage where it ended
 * @param reply the last word on the mail as a whole
 * @param refused the recipients that were refused one by one
 */
record Handover(Stage stage, Reply reply, Map<EmailAddress, Reply> refused) {

  Map<EmailAddress, SendResult> results(OutgoingMail mail) {
    Map<EmailAddress, SendResult> results = new LinkedHashMap<>();
    for (EmailAddress recipient : mail.recipients()) {
      Reply own = refused.get(recipient);
      results.put(
          recipient, own == null ? Verdicts.of(stage, reply) : Verdicts.of(Stage.RECIPIENT, own));
    }
    return results;
  }
}
