package dev.parley.rest.dixa.hours;

import dev.parley.domain.hours.Schedule.Status;
import dev.parley.rest.dixa.DixaTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a schedule is open.
 *
 * @param opensAt while closed, when it opens within a year
 * @param closesAt while open, when it closes within a year
 */
@RegisterForReflection
@Schema(
    name = "BusinessHoursStatus",
    examples =
        """
        {"isOpen": true, "timestamp": "2026-01-08T08:31:25Z",
         "closesAt": "2026-01-08T15:00:00Z"}""")
record StatusPayload(
    boolean isOpen, String timestamp, @Nullable String opensAt, @Nullable String closesAt) {
  static StatusPayload from(Status status, Instant at) {
    return switch (status) {
      case Status.Open(Optional<Instant> until) ->
          new StatusPayload(true, DixaTimes.iso(at), null, text(until));
      case Status.Closed(Optional<Instant> until) ->
          new StatusPayload(false, DixaTimes.iso(at), text(until), null);
    };
  }

  private static @Nullable String text(Optional<Instant> at) {
    return at.map(DixaTimes::iso).orElse(null);
  }
}
