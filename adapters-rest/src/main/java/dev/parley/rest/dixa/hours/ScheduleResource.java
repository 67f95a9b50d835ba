package dev.parley.rest.dixa.hours;

import dev.parley.application.hours.ScheduleAdministration;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.dixa.DixaTimes;
import dev.parley.rest.support.Call;
import dev.parley.rest.support.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/business-hours/schedules")
@Tag(name = "Business hours")
class ScheduleResource {
  private static final int DAYS = 7;
  private static final int DAYS_MAX = 90;
  private static final Pattern DAYS_FORM = Pattern.compile("[0-9]{1,2}");

  /** Moments beyond have no calendar that anybody keeps hours by. */
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9990-01-01T00:00:00Z");

  private final ScheduleAdministration schedules;
  private final InstantSource clock;
  private final Call call;

  ScheduleResource(ScheduleAdministration schedules, InstantSource clock, Call call) {
    this.schedules = schedules;
    this.clock = clock;
    this.call = call;
  }

  @GET
  @Operation(operationId = "listBusinessHoursSchedules", summary = "List schedules")
  public Uni<Data<SchedulePayload.All>> list() {
    return schedules.list(call.actor()).map(SchedulePayload.All::from).map(Data::of);
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "createBusinessHoursSchedule", summary = "Create schedule")
  public Uni<Data<SchedulePayload.One>> create(ScheduleRequest request) {
    return schedules.create(call.actor(), request.toHours()).map(ScheduleResource::definition);
  }

  @PUT
  @Path("{scheduleId}")
  @Operation(operationId = "replaceBusinessHoursSchedule", summary = "Replace schedule")
  public Uni<Data<SchedulePayload.One>> replace(
      @PathParam("scheduleId") String scheduleId, ScheduleRequest request) {
    return schedules
        .replace(call.actor(), id(scheduleId), request.toHours())
        .map(ScheduleResource::definition);
  }

  @DELETE
  @Path("{scheduleId}")
  @Operation(
      operationId = "deleteBusinessHoursSchedule",
      summary = "Delete a schedule that no queue keeps to")
  public Uni<Void> delete(@PathParam("scheduleId") String scheduleId) {
    return schedules.delete(call.actor(), id(scheduleId));
  }

  @GET
  @Path("{scheduleId}/definition")
  @Operation(operationId = "getBusinessHoursDefinition", summary = "Get schedule definition")
  public Uni<Data<SchedulePayload.One>> definition(@PathParam("scheduleId") String scheduleId) {
    return schedules.get(call.actor(), id(scheduleId)).map(ScheduleResource::definition);
  }

  @GET
  @Path("{scheduleId}/upcoming")
  @Operation(
      operationId = "getUpcomingBusinessHours",
      summary = "Get the hours of the next days, today first")
  public Uni<Data<SchedulePayload.One>> upcoming(
      @PathParam("scheduleId") String scheduleId,
      @QueryParam("days")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "90",
                      defaultValue = "7"))
          @Nullable String days) {
    int wanted = days(days);
    Instant now = clock.instant();
    return schedules
        .get(call.actor(), id(scheduleId))
        .map(
            schedule ->
                Data.of(
                    new SchedulePayload.One(
                        SchedulePayload.upcoming(schedule, schedule.dayAt(now), wanted))));
  }

  @GET
  @Path("{scheduleId}/status")
  @Operation(
      operationId = "getBusinessHoursStatus",
      summary = "Check whether a schedule is open, now or at another time")
  public Uni<Data<StatusPayload>> status(
      @PathParam("scheduleId") String scheduleId,
      @QueryParam("timestamp") @Nullable String timestamp) {
    Instant given = DixaTimes.inQuery("timestamp", timestamp);
    Instant at = given == null ? clock.instant() : given;
    if (at.isBefore(FIRST) || at.isAfter(LAST)) {
      throw RequestRefused.badQuery("timestamp");
    }
    return schedules
        .get(call.actor(), id(scheduleId))
        .map(schedule -> Data.of(StatusPayload.from(schedule.statusAt(at), at)));
  }

  private static Data<SchedulePayload.One> definition(Schedule schedule) {
    return Data.of(new SchedulePayload.One(SchedulePayload.definition(schedule)));
  }

  private static int days(@Nullable String text) {
    if (text == null) {
      return DAYS;
    }
    int days = DAYS_FORM.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (days < 1 || days > DAYS_MAX) {
      throw RequestRefused.badQuery("days");
    }
    return days;
  }

  private static ScheduleId id(String text) {
    return new ScheduleId(DixaIds.inPath("scheduleId", text));
  }
}
