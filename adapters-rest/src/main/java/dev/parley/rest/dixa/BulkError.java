package dev.parley.rest.dixa;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.SharedError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why an element of a bulk request was refused.
 *
 * @param id what the element named, when it named anything
 */
@RegisterForReflection
@Schema(
    name = "BulkActionError",
    examples =
        """
        {"id": "d58c8b1c-85ad-4678-a6c8-7442945f3836",
         "message": "The requested resource could not be found", "_type": "NotFound"}""")
public record BulkError(
    @Nullable UUID id,
    String message,
    @JsonProperty("_type")
        @Schema(
            enumeration = {
              "NotFound",
              "Validation",
              "Integrity",
              "Infrastructure",
              "EmptyPatchSet",
              "ErrorResponse"
            })
        String type) {
  static BulkError of(@Nullable UUID id, DomainError error) {
    return new BulkError(id, DixaErrors.message(error).message(), type(error));
  }

  /** What is neither of wrong form nor unknown collides with what is there. */
  private static String type(DomainError error) {
    return switch (error) {
      case SharedError.InvalidField _ -> "Validation";
      case SharedError.NothingToChange _ -> "EmptyPatchSet";
      default ->
          switch (error.kind()) {
            case NOT_FOUND -> "NotFound";
            case INVALID, CONFLICT -> "Integrity";
            case UNAVAILABLE -> "Infrastructure";
            case FORBIDDEN -> "ErrorResponse";
          };
    };
  }
}
