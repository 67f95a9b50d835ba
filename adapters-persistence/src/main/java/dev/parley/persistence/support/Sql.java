package dev.parley.persistence.support;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement put together from fixed parts, with its parameters. The organization is always {@code
 * $1}, so every statement can and must say {@code org_id = $1}.
 */
public final class Sql {
  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** The text with the placeholders {@code ?} standing for {@code parameters} in order. */
  public static Sql of(String text, @Nullable Object... parameters) {
    return new Sql().add(text, parameters);
  }

  /**
   * @param part fixed text, never assembled from input; each {@code ?} takes the next parameter
   */
  public Sql add(String part, @Nullable Object... values) {
    int next = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '?') {
        parameters.add(values[next++]);
        text.append('$').append(parameters.size() + 1);
      } else {
        text.append(c);
      }
    }
    if (next != values.length) {
      throw new IllegalArgumentException("placeholders and values differ in number: " + part);
    }
    return this;
  }

  String text() {
    return text.toString();
  }

  Tuple tuple(long organization) {
    Tuple tuple = Tuple.tuple().addLong(organization);
    parameters.forEach(tuple::addValue);
    return tuple;
  }
}
