package dev.parley.rest.dixa.attribute;

import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributePatch;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError;
import dev.parley.rest.dixa.DixaErrors;
import dev.parley.rest.dixa.DixaIds;
import dev.parley.rest.support.Failure;
import dev.parley.rest.support.RequestRefused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Patches of custom attributes: a map from ids to a string, a list of strings, or null. */
public final class AttributePatches {
  /** How a value is written; null in a request takes it away. */
  @Schema(
      name = "CustomAttributeValue",
      oneOf = {String.class, String[].class})
  public interface Value {}

  public static final String EXAMPLE =
      """
      {"2f5515b6-7e98-4f4d-9010-bfd2a27d4f35": "012345",
       "e14708a6-eed9-495c-9d88-c72331e9e247": ["billing", "refund"],
       "1f2a8e5c-3a3b-4a35-9a0d-7c6f6d5f1c11": null}""";

  private AttributePatches() {}

  /**
   * @throws RequestRefused when a key is no UUID or a value has another type
   * @throws DomainException when nothing is to be patched
   */
  public static AttributePatch read(Map<String, @Nullable Object> body) {
    return new AttributePatch(body.entrySet().stream().map(AttributePatches::change).toList());
  }

  private static AttributeChange change(Map.Entry<String, @Nullable Object> entry) {
    UUID id =
        DixaIds.uuid(entry.getKey()).orElseThrow(() -> refused("a key must be an attribute's id"));
    return new AttributeChange(new CustomAttributeId(id), value(entry.getValue()));
  }

  private static @Nullable AttributeValue value(@Nullable Object json) {
    return switch (json) {
      case null -> null;
      case String text -> new AttributeValue.Written(text);
      case List<?> path ->
          new AttributeValue.Chosen(path.stream().map(AttributePatches::step).toList());
      default -> throw refused("a value must be a string, a list of strings or null");
    };
  }

  private static String step(@Nullable Object json) {
    if (json instanceof String text) {
      return text;
    }
    throw refused("a value must be a string, a list of strings or null");
  }

  private static RequestRefused refused(String rule) {
    return new RequestRefused(new Failure.BadBody(null, rule));
  }

  /** The reference answers 401 where the token's user may not do this. */
  public static Throwable unauthorized(Throwable refusal) {
    return refusal instanceof DomainException e
            && e.error() instanceof SharedError.PermissionMissing
        ? DixaErrors.worded(401, "User is unauthorized to perform an underlying operation")
        : refusal;
  }
}
