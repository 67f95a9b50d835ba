package dev.parley.rest.dixa.hours;

import static dev.parley.rest.dixa.Requests.nobody;
import static dev.parley.rest.dixa.Requests.signed;
import static dev.parley.rest.dixa.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** It is noon, half a second later, on Sunday 1 March 2026. */
@QuarkusTest
class ScheduleResourceTest {
  private static final String SCHEDULES = "/v1/business-hours/schedules";
  private static final String OFFICE =
      """
      {"name": "Office", "timezone": "Europe/Copenhagen",
       "businessHours": [
         {"dayOfWeek": 7, "intervals": []},
         {"dayOfWeek": 1, "intervals": [
           {"startTime": "13:00", "endTime": "24:00"}, {"startTime": "08:00", "endTime": "12:30"}]}],
       "exceptions": [
         {"name": "Christmas", "startDate": "2025-12-25",
          "recurring": {"dayOfMonth": 25, "monthOfYear": 12}},
         {"name": "Party", "startDate": "2026-03-04",
          "intervals": [{"startTime": "20:00", "endTime": "23:00"}]}]}
      """;

  @Test
  void aScheduleIsShownAsItWasDefined() {
    String id = schedule(OFFICE);

    signed()
        .get(SCHEDULES + "/" + id + "/definition")
        .then()
        .statusCode(200)
        .body("data.schedule.id", equalTo(id))
        .body("data.schedule.name", equalTo("Office"))
        .body("data.schedule.timezone", equalTo("Europe/Copenhagen"))
        .body("data.schedule.businessHours.name", contains("Monday", "Sunday"))
        .body("data.schedule.businessHours.dayOfWeek", contains(1, 7))
        .body("data.schedule.businessHours.status", contains("Open", "Closed"))
        .body("data.schedule.businessHours[0].businessHourType", equalTo("Regular"))
        .body("data.schedule.businessHours[0].startDate", equalTo("2026-03-02"))
        .body("data.schedule.businessHours[0].intervals.startTime", contains("08:00", "13:00"))
        .body("data.schedule.businessHours[0].intervals.endTime", contains("12:30", "24:00"))
        .body("data.schedule.exceptions.name", contains("Christmas", "Party"))
        .body("data.schedule.exceptions[0].businessHourType", equalTo("Holiday"))
        .body("data.schedule.exceptions[0].status", equalTo("Closed"))
        .body("data.schedule.exceptions[0].recurring.dayOfMonth", equalTo(25))
        .body("data.schedule.exceptions[0].recurring.monthOfYear", equalTo(12))
        .body("data.schedule.exceptions[1].startDate", equalTo("2026-03-04"));
    signed().get(SCHEDULES).then().statusCode(200).body("data.schedules.id", hasItem(id));
  }

  @Test
  void whatADefinitionShowsCanBeSentBack() {
    String id = schedule(OFFICE);
    Map<String, Object> definition =
        signed().get(SCHEDULES + "/" + id + "/definition").then().extract().path("data.schedule");

    Map<String, Object> replaced =
        signed()
            .body(definition)
            .put(SCHEDULES + "/" + id)
            .then()
            .statusCode(200)
            .extract()
            .path("data.schedule");

    assertThat(replaced).isEqualTo(definition);
  }

  @Test
  void upcomingDaysBeginWithTodayAndLeaveOutWhatNothingIsSaidAbout() {
    String id = schedule(OFFICE);

    signed()
        .get(SCHEDULES + "/" + id + "/upcoming")
        .then()
        .statusCode(200)
        .body(
            "data.schedule.businessHours.nextDate",
            contains("2026-03-01", "2026-03-02", "2026-03-04"))
        .body("data.schedule.businessHours.name", contains("Sunday", "Monday", "Party"))
        .body("data.schedule.businessHours.dayOfWeek", contains(7, 1, 3))
        .body("data.schedule.businessHours.status", contains("Closed", "Open", "Open"))
        .body("data.schedule.exceptions", nullValue());
    signed()
        .get(SCHEDULES + "/" + id + "/upcoming?days=1")
        .then()
        .body("data.schedule.businessHours", hasSize(1));
    signed()
        .get(SCHEDULES + "/" + id + "/upcoming?days=90")
        .then()
        .body("data.schedule.businessHours", hasSize(27));
  }

  @Test
  void aScheduleSaysWhetherItIsOpen() {
    String id = schedule(OFFICE);
    String status = SCHEDULES + "/" + id + "/status";

    signed()
        .get(status)
        .then()
        .statusCode(200)
        .body("data.isOpen", equalTo(false))
        .body("data.timestamp", equalTo("2026-03-01T12:00:00.500Z"))
        .body("data.opensAt", equalTo("2026-03-02T07:00:00Z"))
        .body("data.closesAt", nullValue());
    signed()
        .queryParam("timestamp", "2026-07-06T10:00:00+02:00")
        .get(status)
        .then()
        .statusCode(200)
        .body("data.isOpen", equalTo(true))
        .body("data.timestamp", equalTo("2026-07-06T08:00:00Z"))
        .body("data.closesAt", equalTo("2026-07-06T10:30:00Z"))
        .body("data.opensAt", nullValue());
  }

  @Test
  void aScheduleWithoutHoursIsNeverOpen() {
    String id = schedule("{\"name\": \"Never\", \"timezone\": \"UTC\"}");

    signed()
        .get(SCHEDULES + "/" + id + "/status")
        .then()
        .body("data.isOpen", equalTo(false))
        .body("data.opensAt", nullValue());
    signed()
        .get(SCHEDULES + "/" + id + "/upcoming")
        .then()
        .body("data.schedule.businessHours", empty());
  }

  @Test
  void aScheduleThatAQueueKeepsToStays() {
    String used = schedule(OFFICE);
    String queue =
        signed()
            .body(Map.of("name", unique("Hours"), "businessHoursId", used))
            .post("/v1/queues")
            .then()
            .statusCode(201)
            .body("data.businessHoursId", equalTo(used))
            .extract()
            .path("data.id");
    signed().delete(SCHEDULES + "/" + used).then().statusCode(409).body("message", notNullValue());

    signed()
        .body("{\"businessHoursId\": null, \"agentCap\": 3, \"assignmentPolicy\": \"RoundRobin\"}")
        .patch("/v1/queues/" + queue)
        .then()
        .statusCode(200)
        .body("data.businessHoursId", nullValue())
        .body("data.agentCap", equalTo(3))
        .body("data.assignmentPolicy", equalTo("RoundRobin"));
    signed().delete(SCHEDULES + "/" + used).then().statusCode(204).body(emptyString());
    signed().get(SCHEDULES + "/" + used + "/definition").then().statusCode(404);
  }

  @Test
  void aQueueKeepsToASheduleThatExists() {
    signed()
        .body(Map.of("name", unique("Hours"), "businessHoursId", nobody()))
        .post("/v1/queues")
        .then()
        .statusCode(404);
    String queue =
        signed()
            .body(Map.of("name", unique("Hours"), "agentCap", 2))
            .post("/v1/queues")
            .then()
            .extract()
            .path("data.id");
    String path = "/v1/queues/" + queue;
    signed().body(Map.of("businessHoursId", nobody())).patch(path).then().statusCode(404);
    signed().body(Map.of("businessHoursId", "17")).patch(path).then().statusCode(400);
    signed().body(Map.of("agentCap", -1)).patch(path).then().statusCode(400);
    signed().body(Map.of("assignmentPolicy", "Luck")).patch(path).then().statusCode(400);
    signed().body("{}").patch("/v1/queues/17").then().statusCode(400);
    signed().body("{}").patch("/v1/queues/" + nobody()).then().statusCode(404);
    signed().body("{}").patch(path).then().statusCode(200).body("data.agentCap", equalTo(2));
  }

  @Test
  void wrongRequestsAreRefused() {
    for (String body :
        List.of(
            "{}",
            "[]",
            "{\"name\": \"A\"}",
            "{\"name\": \"A\", \"timezone\": \"Mars/Olympus\"}",
            "{\"name\": \"A\", \"timezone\": \"+01:00\"}",
            of("\"businessHours\": [{\"intervals\": []}]"),
            of("\"businessHours\": [{\"dayOfWeek\": 0}]"),
            of("\"businessHours\": [{\"dayOfWeek\": 8}]"),
            of("\"businessHours\": [{\"dayOfWeek\": 1}, {\"dayOfWeek\": 1}]"),
            of("\"businessHours\": [null]"),
            of(interval("8:00", "9:00")),
            of(interval("24:30", "24:40")),
            of(interval("09:00", "08:00")),
            of(interval("09:00", "25:00")),
            of("\"exceptions\": [{\"name\": \"X\"}]"),
            of("\"exceptions\": [{\"name\": \"X\", \"startDate\": \"2026-02-30\"}]"),
            of("\"exceptions\": [{\"name\": \"X\", \"startDate\": \"-999999999-01-01\"}]"),
            of(
                "\"exceptions\": [{\"name\": \"X\", \"startDate\": \"2026-02-03\","
                    + " \"recurring\": {\"dayOfMonth\": 4, \"monthOfYear\": 2}}]"))) {
      signed().body(body).post(SCHEDULES).then().statusCode(400).body("message", notNullValue());
    }
    String id = schedule(OFFICE);
    for (String query :
        List.of(
            "/upcoming?days=0",
            "/upcoming?days=91",
            "/upcoming?days=x",
            "/status?timestamp=yesterday",
            "/status?timestamp=9999-12-31T23:59:59Z",
            "/status?timestamp=0001-01-01T00:00:00Z")) {
      signed().get(SCHEDULES + "/" + id + query).then().statusCode(400);
    }
    for (String path : List.of("/definition", "/upcoming", "/status")) {
      signed().get(SCHEDULES + "/17" + path).then().statusCode(400);
      signed().get(SCHEDULES + "/" + nobody() + path).then().statusCode(404);
    }
    signed().body(OFFICE).put(SCHEDULES + "/" + nobody()).then().statusCode(404);
    signed().delete(SCHEDULES + "/" + nobody()).then().statusCode(404);
  }

  private static String of(String more) {
    return "{\"name\": \"A\", \"timezone\": \"UTC\", " + more + "}";
  }

  private static String interval(String from, String to) {
    return "\"businessHours\": [{\"dayOfWeek\": 1, \"intervals\": [{\"startTime\": \""
        + from
        + "\", \"endTime\": \""
        + to
        + "\"}]}]";
  }

  private static String schedule(String body) {
    return signed()
        .body(body)
        .post(SCHEDULES)
        .then()
        .statusCode(201)
        .extract()
        .path("data.schedule.id");
  }
}
