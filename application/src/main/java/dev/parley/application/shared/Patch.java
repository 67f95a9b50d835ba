package dev.parley.application.shared;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A wish for one field: keep it, set it, or clear it. */
public sealed interface Patch<T> {
  record Keep<T>() implements Patch<T> {}

  record Set<T>(T value) implements Patch<T> {}

  record Clear<T>() implements Patch<T> {}

  static <T> Patch<T> keep() {
    return new Keep<>();
  }

  static <T> Patch<T> toValue(@Nullable T value) {
    return value == null ? new Clear<>() : new Set<>(value);
  }

  default @Nullable T applyTo(@Nullable T present) {
    return switch (this) {
      case Keep<T> _ -> present;
      case Set<T>(T value) -> value;
      case Clear<T> _ -> null;
    };
  }

  default <R> Patch<R> map(Function<T, R> change) {
    return switch (this) {
      case Keep<T> _ -> new Keep<>();
      case Set<T>(T value) -> new Set<>(change.apply(value));
      case Clear<T> _ -> new Clear<>();
    };
  }
}
