package dev.parley.rest.dixa;

import dev.parley.rest.support.RequestRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times. Requests may use any of Dixa's forms; answers use the form of their resource, to the
 * millisecond:
 *
 * <ul>
 *   <li>{@link #zoned}: activity log, messages list, created notes, anonymization requests,
 *       custom-attribute definitions
 *   <li>{@link #iso}: conversations, notes list, ratings, tags, agents, end users, queue position
 *   <li>{@link #millis}: the answer of adding a message
 *   <li>{@link #local}: presence
 * </ul>
 */
public final class DixaTimes {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)(:\\d\\d)?(?:\\.(\\d{1,30}))?"
              + "(Z|[+-]\\d\\d:\\d\\d)(?:\\[([A-Za-z0-9_/+-]{1,50})])?");
  private static final int NANO_DIGITS = 9;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private DixaTimes() {}

  /** {@code 2021-12-01T12:46:36.581Z[GMT]}. */
  public static String zoned(Instant at) {
    return iso(at) + "[GMT]";
  }

  /** {@code 2020-12-16T09:41:43Z}. */
  public static String iso(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** {@link #iso} of what may be absent. */
  public static @Nullable String isoOrNull(@Nullable Instant at) {
    return at == null ? null : iso(at);
  }

  /** {@link #zoned} of what may be absent. */
  public static @Nullable String zonedOrNull(@Nullable Instant at) {
    return at == null ? null : zoned(at);
  }

  /** {@code 2021-12-01T12:46:36.000Z}. */
  public static String millis(Instant at) {
    return MILLIS.format(at);
  }

  /** {@code 2021-12-01T12:46:35.935}, of UTC without saying so. */
  public static String local(Instant at) {
    return LOCAL.format(at);
  }

  /**
   * A field of a body.
   *
   * @throws RequestRefused when it is not a time with an offset
   */
  public static @Nullable Instant inBody(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return parse(text)
        .orElseThrow(() -> RequestRefused.badBody(name, "must be a date and time with offset"));
  }

  /**
   * An optional value of the query.
   *
   * @throws RequestRefused when it is not a time with an offset
   */
  public static @Nullable Instant inQuery(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return parse(text).orElseThrow(() -> RequestRefused.badQuery(name));
  }

  /** Empty when the text has none of the forms. Digits beyond nanoseconds are dropped. */
  public static Optional<Instant> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String zone = matcher.group(5);
      if (zone != null) {
        ZoneId.of(zone);
      }
      String seconds = matcher.group(2) == null ? ":00" : matcher.group(2);
      return Optional.of(
          LocalDateTime.parse(matcher.group(1) + seconds)
              .plusNanos(nanos(matcher.group(3)))
              .toInstant(ZoneOffset.of(matcher.group(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static long nanos(@Nullable String fraction) {
    if (fraction == null) {
      return 0;
    }
    String digits = fraction.length() > NANO_DIGITS ? fraction.substring(0, NANO_DIGITS) : fraction;
    return Long.parseLong(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }
}
