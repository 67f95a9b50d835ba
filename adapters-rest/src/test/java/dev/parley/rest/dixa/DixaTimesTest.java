package dev.parley.rest.dixa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DixaTimesTest {
  @ParameterizedTest
  @CsvSource({
    "2021-12-01T12:46:36.581Z[GMT], 2021-12-01T12:46:36.581Z",
    "2021-12-01T12:46:52.2Z[GMT], 2021-12-01T12:46:52.200Z",
    "2021-12-01T12:46Z[GMT], 2021-12-01T12:46:00Z",
    "2020-12-16T09:41:43Z, 2020-12-16T09:41:43Z",
    "2020-12-16T09:41:43.123456789Z, 2020-12-16T09:41:43.123456789Z",
    "2020-12-16T09:41:43.12345678912345Z, 2020-12-16T09:41:43.123456789Z",
    "2020-12-16T09:41:43+02:00, 2020-12-16T07:41:43Z",
    "2020-12-16T09:41:43.5-11:30, 2020-12-16T21:11:43.500Z",
    "2020-12-16T09:41:43+01:00[Europe/Copenhagen], 2020-12-16T08:41:43Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
  })
  void everyFormIsUnderstood(String text, Instant meant) {
    assertThat(DixaTimes.parse(text)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "2021-12-01",
        "2021-12-01T12:46:36",
        "2021-12-01 12:46:36Z",
        "2021-12-01T12:46:36z",
        "2021-12-01T12:46:36.Z",
        "2021-12-01T24:00:00Z",
        "2021-12-01T12:46:60Z",
        "2021-13-01T12:46:36Z",
        "2021-02-29T12:46:36Z",
        "2021-12-01T12:46:36+25:00",
        "2021-12-01T12:46:36Z[Nowhere/City]",
        "2021-12-01T12:46:36Z[]",
        "20211-12-01T12:46:36Z",
        "2021-12-01T12:46:36Z x",
        "２０２１-12-01T12:46:36Z",
      })
  void anythingElseIsNot(String text) {
    assertThat(DixaTimes.parse(text)).isEmpty();
  }

  @Test
  void eachResourceHasItsForm() {
    Instant whole = Instant.parse("2020-12-16T09:41:43Z");
    Instant fine = Instant.parse("2020-12-16T09:41:43.123456Z");
    assertThat(DixaTimes.iso(whole)).isEqualTo("2020-12-16T09:41:43Z");
    assertThat(DixaTimes.iso(fine)).isEqualTo("2020-12-16T09:41:43.123Z");
    assertThat(DixaTimes.zoned(fine)).isEqualTo("2020-12-16T09:41:43.123Z[GMT]");
    assertThat(DixaTimes.millis(whole)).isEqualTo("2020-12-16T09:41:43.000Z");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      // From year 1 to 9999.
      long second = -62_135_596_800L + (long) (random.nextDouble() * 315_537_897_599L);
      Instant at = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
      Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
      ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(37) - 18) * 1800);
      assertThat(DixaTimes.parse(DixaTimes.iso(at))).as("seed %d", seed).contains(millis);
      assertThat(DixaTimes.parse(DixaTimes.zoned(at))).as("seed %d", seed).contains(millis);
      assertThat(DixaTimes.parse(DixaTimes.millis(at))).as("seed %d", seed).contains(millis);
      assertThat(
              DixaTimes.parse(
                  DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                      Instant.ofEpochSecond(
                              Math.max(second, -62_000_000_000L), random.nextInt(1_000_000_000))
                          .atOffset(offset))))
          .as("seed %d", seed)
          .isPresent();
    }
  }
}
