package dev.parley.rest.dixa;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What became of one element of a bulk request. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BulkOutcome.Success.class, name = "BulkActionSuccess"),
  @JsonSubTypes.Type(value = BulkOutcome.Failure.class, name = "BulkActionFailure")
})
public sealed interface BulkOutcome<T> {
  @RegisterForReflection
  record Success<T>(T data) implements BulkOutcome<T> {}

  /**
   * @param error {@link Message} for notes, a typed error elsewhere
   */
  @RegisterForReflection
  record Failure<T>(Object error) implements BulkOutcome<T> {}
}
