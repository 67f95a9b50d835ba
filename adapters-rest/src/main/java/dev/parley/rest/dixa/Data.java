package dev.parley.rest.dixa;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every successful answer.
 *
 * @param meta present on pages that have a next one
 */
@RegisterForReflection
public record Data<T>(T data, @Nullable Meta meta) {
  public static <T> Data<T> of(T data) {
    return new Data<>(data, null);
  }

  /**
   * @param next relative URL of the next page, beginning with the version
   */
  @RegisterForReflection
  public record Meta(String next) {}
}
