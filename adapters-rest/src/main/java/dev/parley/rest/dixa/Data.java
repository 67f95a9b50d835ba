package dev.parley.rest.dixa;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of every successful answer.
 *
 * @param meta present on pages that have a next one
 */
public record Data<T>(T data, @Nullable Meta meta) {
  public static <T> Data<T> of(T data) {
    return new Data<>(data, null);
  }

  /**
   * @param next relative URL of the next page, beginning with the version
   */
  public record Meta(String next) {}
}
