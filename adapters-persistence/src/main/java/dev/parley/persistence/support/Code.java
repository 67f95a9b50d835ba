package dev.parley.persistence.support;

import java.util.Locale;

/** The words the tables use for constants. They are on disk: never rename a constant. */
public final class Code {
  private Code() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public static <E extends Enum<E>> E parse(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }
}
