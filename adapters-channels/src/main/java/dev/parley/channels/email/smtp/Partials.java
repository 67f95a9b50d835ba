package dev.parley.channels.email.smtp;

import dev.parley.application.channel.SendResult;
import dev.parley.application.channel.SendResult.Permanent;
import dev.parley.domain.contact.EmailAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers which recipients of a mail are settled while others are tried again. Kept in memory
 * only: after a restart the settled ones may get the mail once more, with the same Message-ID.
 */
final class Partials {
  private static final int KEPT = 10_000;

  private final Map<String, Map<EmailAddress, SendResult>> settled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, Map<EmailAddress, SendResult>> eldest) {
          return size() > KEPT;
        }
      };

  /** Without the recipients that need no further try. */
  synchronized OutgoingMail rest(OutgoingMail mail) {
    Map<EmailAddress, SendResult> done = settled.getOrDefault(mail.id(), Map.of());
    List<EmailAddress> open =
        mail.recipients().stream().filter(recipient -> !done.containsKey(recipient)).toList();
    return open.isEmpty() ? mail : mail.to(open);
  }

  /** What this try and the ones before it come to for the message as a whole. */
  synchronized SendResult add(OutgoingMail mail, Map<EmailAddress, SendResult> results) {
    Map<EmailAddress, SendResult> all = new HashMap<>(settled.getOrDefault(mail.id(), Map.of()));
    all.putAll(results);
    Optional<SendResult> unsettled =
        all.values().stream().filter(result -> !isSettled(result)).findFirst();
    if (unsettled.isEmpty()) {
      settled.remove(mail.id());
      return verdict(all);
    }
    all.values().removeIf(result -> !isSettled(result));
    if (!all.isEmpty()) {
      settled.put(mail.id(), all);
    }
    return unsettled.get();
  }

  private static boolean isSettled(SendResult result) {
    return result instanceof SendResult.Accepted || result instanceof Permanent;
  }

  private static SendResult verdict(Map<EmailAddress, SendResult> all) {
    List<Permanent> refused = permanent(all.values().stream()).toList();
    if (refused.isEmpty()) {
      return new SendResult.Accepted();
    }
    Permanent first = refused.getFirst();
    return refused.size() == all.size()
        ? first
        : new Permanent(
            "some-recipients-refused",
            "delivered to %d of %d recipients; %s"
                .formatted(all.size() - refused.size(), all.size(), first.reason()));
  }

  private static Stream<Permanent> permanent(Stream<SendResult> results) {
    return results.filter(Permanent.class::isInstance).map(Permanent.class::cast);
  }
}
