package dev.parley.channels.email.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Date field (RFC 5322 §3.3 and §4.3), with or without its weekday, seconds or zone. */
final class MailDate {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,2})[\\s-]{1,3}(\\p{Alpha}{3,9})[\\s-]{1,3}(\\d{2,4})\\s{1,3}"
              + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:\\s{0,3}([+-]\\d{4}|\\p{Alpha}{1,5}))?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Hours east of Greenwich; RFC 5322 §4.3 reads every other name as unknown, that is zero. */
  private static final Map<String, Integer> ZONES =
      Map.of(
          "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

  private MailDate() {}

  static Optional<Instant> parse(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.find()) {
      return Optional.empty();
    }
    String month = date.group(2).substring(0, 3).toLowerCase(Locale.ROOT);
    try {
      LocalDateTime local =
          LocalDateTime.of(
              year(date.group(3)),
              MONTHS.indexOf(month) + 1,
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(4)),
              Integer.parseInt(date.group(5)),
              date.group(6) == null ? 0 : Math.min(59, Integer.parseInt(date.group(6))));
      return Optional.of(local.toInstant(zone(date.group(7))));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return year;
    }
    return digits.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
  }

  private static ZoneOffset zone(@org.jspecify.annotations.Nullable String zone) {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    char sign = zone.charAt(0);
    if (sign != '+' && sign != '-') {
      return ZoneOffset.ofHours(ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
    }
    int minutes =
        Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(3, 5));
    return ZoneOffset.ofTotalSeconds((sign == '-' ? -minutes : minutes) * 60);
  }
}
