package dev.parley.application.shared;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that records hold, written out, also what they do not print. */
public final class Spelled {
  private Spelled() {}

  public static String out(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(@Nullable Object value, StringBuilder text) {
    switch (value) {
      case null -> text.append("-");
      case byte[] bytes -> text.append(new String(bytes, StandardCharsets.ISO_8859_1));
      case Record parts -> write(parts, text);
      case Map<?, ?> map ->
          map.forEach(
              (key, item) -> {
                write(key, text);
                write(item, text.append(": "));
              });
      case Collection<?> items -> items.forEach(item -> write(item, text));
      case Optional<?> optional -> optional.ifPresent(item -> write(item, text));
      default -> text.append(value);
    }
    text.append('\n');
  }

  private static void write(Record parts, StringBuilder text) {
    for (RecordComponent component : parts.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        write(component.getAccessor().invoke(parts), text);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
