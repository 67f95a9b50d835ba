package dev.parley.rest.dixa.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.application.search.Condition.Status;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.shared.Direction;
import dev.parley.rest.support.RequestRefused;
import java.util.Map;
import java.util.Set;

/** The vocabulary of filters, which is not that of answers. */
final class SearchWords {
  /** Words of Dixa's for channels we do not have name nothing. */
  private static final Map<String, Set<Channel>> CHANNELS =
      Map.ofEntries(
          Map.entry("email", Set.of(Channel.EMAIL)),
          Map.entry("contactform", Set.of(Channel.CONTACT_FORM)),
          Map.entry("chat", Set.of(Channel.WIDGET)),
          Map.entry("dixamessenger", Set.of(Channel.IN_APP)),
          Map.entry("phone", Set.of(Channel.TELEPHONY)),
          Map.entry("voicemail", Set.of(Channel.VOICEMAIL)),
          Map.entry("callback", Set.of(Channel.CALLBACK)),
          Map.entry("sms", Set.of(Channel.SMS)),
          Map.entry("facebookmessenger", Set.of(Channel.MESSENGER)),
          Map.entry("whatsapp", Set.of(Channel.WHATSAPP)),
          Map.entry("adachat", Set.of()),
          Map.entry("digitalgeniuschat", Set.of()),
          Map.entry("kindlychat", Set.of()),
          Map.entry("genericapimessaging", Set.of(Channel.API)),
          Map.entry("trustpilot", Set.of()),
          Map.entry("yotpo", Set.of()));

  private SearchWords() {}

  static Set<Channel> channels(JsonNode word) {
    Set<Channel> channels = CHANNELS.get(Filters.text(word));
    if (channels == null) {
      throw unknown();
    }
    return channels;
  }

  static Set<Status> status(JsonNode word) {
    return switch (Filters.text(word)) {
      case "open" -> Set.of(Status.OPEN);
      case "pending" -> Set.of(Status.PENDING);
      case "closed" -> Set.of(Status.SETTLED);
      default -> throw unknown();
    };
  }

  /** Nothing here is internal. */
  static Set<Direction> direction(JsonNode word) {
    return switch (Filters.text(word)) {
      case "inbound" -> Set.of(Direction.INBOUND);
      case "outbound" -> Set.of(Direction.OUTBOUND);
      case "internal" -> Set.of();
      default -> throw unknown();
    };
  }

  private static RequestRefused unknown() {
    return RequestRefused.badBody("operator.values", "are not all known");
  }
}
