package dev.parley.rest.dixa;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of one element of a bulk request. The type's name is a property of its own: inside a
 * list Jackson does not look for a type annotation.
 */
public sealed interface BulkOutcome<T> {
  @JsonProperty("_type")
  String type();

  @RegisterForReflection
  record Success<T>(T data) implements BulkOutcome<T> {
    @Override
    public String type() {
      return "BulkActionSuccess";
    }
  }

  /**
   * @param error {@link Message} for notes, a typed error elsewhere
   */
  @RegisterForReflection
  record Failure<T>(Object error) implements BulkOutcome<T> {
    @Override
    public String type() {
      return "BulkActionFailure";
    }
  }
}
