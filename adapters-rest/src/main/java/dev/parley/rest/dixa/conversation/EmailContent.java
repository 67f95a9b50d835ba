package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.domain.conversation.Content;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mail's text, or where to get it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EmailContent.Regular.class, name = "Regular"),
  @JsonSubTypes.Type(value = EmailContent.TooLarge.class, name = "TooLarge")
})
@RegisterForReflection
@Schema(
    name = "EmailContent",
    oneOf = {EmailContent.Regular.class, EmailContent.TooLarge.class},
    discriminatorProperty = "_type")
sealed interface EmailContent {
  /** Characters of a mail that are sent with the list; a longer mail is given as a file. */
  int INLINE_MAX = 256 * 1024;

  @RegisterForReflection
  @Schema(name = "Regular")
  record Regular(ContentPayload content) implements EmailContent {}

  @RegisterForReflection
  @Schema(name = "TooLarge")
  record TooLarge(FilePayload file) implements EmailContent {}

  static @Nullable EmailContent from(@Nullable Content content, @Nullable FilePayload original) {
    if (content == null) {
      return null;
    }
    return content.value().length() > INLINE_MAX && original != null
        ? new TooLarge(original)
        : new Regular(ContentPayload.from(content));
  }
}
