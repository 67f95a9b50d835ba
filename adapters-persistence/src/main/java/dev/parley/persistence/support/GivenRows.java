package dev.parley.persistence.support;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement brings along, for it to read from. A few are written out, which costs the
 * server a quarter less than reading them from arrays; for more, arrays keep the text the same
 * however many they are.
 */
public final class GivenRows<T> {
  private static final int FEW = 4;

  private final List<T> items;
  private final List<Column<T>> columns = new ArrayList<>();

  private GivenRows(List<T> items) {
    this.items = items;
  }

  /**
   * @param items one for each row; not empty
   */
  public static <T> GivenRows<T> of(List<T> items) {
    return new GivenRows<>(items);
  }

  public GivenRows<T> uuid(String name, Value<T, UUID> value) {
    return column(name, "uuid", UUID[]::new, value);
  }

  public GivenRows<T> text(String name, Value<T, String> value) {
    return column(name, "text", String[]::new, value);
  }

  public GivenRows<T> number(String name, Value<T, Long> value) {
    return column(name, "bigint", Long[]::new, value);
  }

  public GivenRows<T> time(String name, Value<T, Instant> value) {
    return column(
        name, "timestamptz", OffsetDateTime[]::new, item -> Rows.timestamp(value.of(item)));
  }

  private GivenRows<T> column(
      String name, String type, IntFunction<@Nullable Object[]> array, Value<T, ?> value) {
    columns.add(new Column<>(name, type, array, value));
    return this;
  }

  /** Adds them, to be read under a name: {@code from} comes before, conditions may follow. */
  public Sql addTo(Sql sql, String alias) {
    if (items.size() <= FEW) {
      addWrittenOut(sql);
    } else {
      addArrays(sql);
    }
    return sql.add(
        columns.stream()
            .map(Column::name)
            .collect(Collectors.joining(", ", " " + alias + "(", ")")));
  }

  private void addWrittenOut(Sql sql) {
    String row =
        columns.stream()
            .map(column -> "?::" + column.type())
            .collect(Collectors.joining(", ", "(", ")"));
    String separator = "(values ";
    for (T item : items) {
      sql.add(separator + row, columns.stream().map(column -> column.value().of(item)).toArray());
      separator = ", ";
    }
    sql.add(")");
  }

  private void addArrays(Sql sql) {
    sql.add(
        columns.stream()
            .map(column -> "?::" + column.type() + "[]")
            .collect(Collectors.joining(", ", "unnest(", ")")),
        columns.stream().map(column -> column.of(items)).toArray());
  }

  /** What one item has in a column. */
  @FunctionalInterface
  public interface Value<T, V> {
    @Nullable V of(T item);
  }

  private record Column<T>(
      String name, String type, IntFunction<@Nullable Object[]> array, Value<T, ?> value) {
    Object of(List<T> items) {
      @Nullable Object[] all = array.apply(items.size());
      for (int i = 0; i < all.length; i++) {
        all[i] = value.of(items.get(i));
      }
      return all;
    }
  }
}
