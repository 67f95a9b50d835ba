package dev.parley.rest.dixa.hours;

import dev.parley.domain.hours.Interval;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Hours of a day, {@code 08:00} to {@code 16:00}; {@code 24:00} is the end of the day. */
@RegisterForReflection
@Schema(name = "Interval", examples = "{\"startTime\": \"08:00\", \"endTime\": \"16:00\"}")
record IntervalPayload(String startTime, String endTime) {
  private static final int MINUTES = 60;
  private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

  IntervalPayload {
    startTime = Required.text("startTime", startTime);
    endTime = Required.text("endTime", endTime);
  }

  static IntervalPayload from(Interval interval) {
    return new IntervalPayload(text(interval.from()), text(interval.to()));
  }

  static List<IntervalPayload> from(List<Interval> intervals) {
    return intervals.stream().map(IntervalPayload::from).toList();
  }

  static List<Interval> toDomain(@Nullable List<IntervalPayload> intervals) {
    return Required.elements("intervals", intervals).stream()
        .map(each -> new Interval(minutes(each.startTime), minutes(each.endTime)))
        .toList();
  }

  private static String text(int minutes) {
    return "%02d:%02d".formatted(minutes / MINUTES, minutes % MINUTES);
  }

  private static int minutes(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw RequestRefused.badBody("intervals", "must be times such as 08:00, up to 24:00");
    }
    return Integer.parseInt(form.group(1)) * MINUTES + Integer.parseInt(form.group(2));
  }
}
