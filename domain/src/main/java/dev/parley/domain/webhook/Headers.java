package dev.parley.domain.webhook;

import dev.parley.domain.shared.SharedError;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Headers that a subscription adds to its posts. They may hold credentials, so they are encrypted
 * at rest and never printed.
 */
public record Headers(Map<String, String> values) {
  public static final int MOST = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,2000}");

  /** What belongs to the connection, to the body, or to what proves that a post is ours. */
  private static final Set<String> OURS =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "cookie",
          "date",
          "expect",
          "forwarded",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "via",
          "x-dixa-signature");

  private static final Set<String> OUR_PREFIXES = Set.of("webhook-", "proxy-", "x-forwarded-");

  public Headers {
    values = Map.copyOf(values);
    if (values.size() > MOST) {
      throw SharedError.invalid("customHeaders", "has too many elements");
    }
    Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches() || isOurs(name.toLowerCase(Locale.ROOT))) {
            throw SharedError.invalid("customHeaders", "has a name that cannot be set");
          }
          if (names.put(name, value) != null || !isValue(value)) {
            throw SharedError.invalid("customHeaders", "has a value that cannot be sent");
          }
        });
  }

  static boolean isValue(String value) {
    return VALUE.matcher(value).matches();
  }

  private static boolean isOurs(String name) {
    return OURS.contains(name) || OUR_PREFIXES.stream().anyMatch(name::startsWith);
  }

  @Override
  public String toString() {
    return "Headers" + values.keySet();
  }
}
