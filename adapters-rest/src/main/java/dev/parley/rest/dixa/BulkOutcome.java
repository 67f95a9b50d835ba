package dev.parley.rest.dixa;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.shared.Outcome;
import dev.parley.domain.shared.DomainError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one element of a bulk request. The type's name is a property of its own: inside a
 * list Jackson does not look for a type annotation.
 */
@Schema(
    name = "BulkOutcome",
    oneOf = {BulkOutcome.Success.class, BulkOutcome.Failure.class},
    discriminatorProperty = "_type",
    examples =
        """
        {"data": "5a556159-9c21-4f3e-a44f-d323deb80d16", "_type": "BulkActionSuccess"}""")
public sealed interface BulkOutcome<T> {
  /**
   * @param named what the element named, when it named anything
   */
  static <T, P> BulkOutcome<P> of(
      @Nullable UUID named, Outcome<T> outcome, Function<T, P> payload) {
    return switch (outcome) {
      case Outcome.Done<T>(T item) -> new Success<>(payload.apply(item));
      case Outcome.Refused<T>(DomainError error) -> new Failure<>(BulkError.of(named, error));
    };
  }

  @JsonProperty("_type")
  String type();

  @RegisterForReflection
  @Schema(name = "BulkActionSuccess")
  record Success<T>(T data) implements BulkOutcome<T> {
    @Override
    @JsonProperty("_type")
    @Schema(enumeration = {"BulkActionSuccess"})
    public String type() {
      return "BulkActionSuccess";
    }
  }

  /**
   * @param error {@link Message} for notes, {@link BulkError} elsewhere
   */
  @RegisterForReflection
  @Schema(name = "BulkActionFailure")
  record Failure<T>(Object error) implements BulkOutcome<T> {
    @Override
    @JsonProperty("_type")
    @Schema(enumeration = {"BulkActionFailure"})
    public String type() {
      return "BulkActionFailure";
    }
  }
}
