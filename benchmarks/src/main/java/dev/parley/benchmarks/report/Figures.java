package dev.parley.benchmarks.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them: three digits that count, thousands apart. */
final class Figures {
  /** Not measured, which is not 0. */
  static final String MISSING = "–";

  private static final double MEBI = 1024.0 * 1024;
  private static final int SECONDS_OF_A_MINUTE = 60;

  private Figures() {}

  /** Three digits that count, or all digits before the point. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    return fixed(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3);
  }

  static String of(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String fixed(double value, int decimals) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%,." + decimals + "f", value)
        : MISSING;
  }

  /** Without decimals that are 0, for rates that somebody chose. */
  static String chosen(double value) {
    return value == Math.rint(value) && Double.isFinite(value) ? fixed(value, 0) : of(value);
  }

  static String mebibytes(long bytes) {
    return bytes <= 0 ? MISSING : of(bytes / MEBI);
  }

  static String kibibytes(double bytes) {
    return of(bytes / 1024);
  }

  /**
   * @param share 0.1 is a tenth
   */
  static String percentWithSign(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%+.1f %%", share * 100) : MISSING;
  }

  static String duration(Duration took) {
    long seconds = took.toSeconds();
    return seconds < SECONDS_OF_A_MINUTE
        ? seconds + " s"
        : String.format(
            Locale.ROOT, "%,d min %d s", took.toMinutes(), seconds % SECONDS_OF_A_MINUTE);
  }
}
