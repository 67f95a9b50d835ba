package dev.parley.channels.support;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that was posted to one of our addresses, as it came.
 *
 * @param headers the first value of each, by name in lower case
 */
public record WebhookRequest(Map<String, String> headers, byte[] body) {
  public WebhookRequest {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /**
   * @param name in lower case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  @Override
  public String toString() {
    return "WebhookRequest[" + body.length + " bytes]";
  }
}
