package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.Content;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a message says. */
@RegisterForReflection
@Schema(name = "Content")
record ContentPayload(
    String value,
    @JsonProperty("_type") @Schema(enumeration = {"Html", "Text", "Markdown"}) String type) {
  ContentPayload {
    value = Required.field("content.value", value);
    type = Required.field("content._type", type);
    if (DixaWords.format(type).isEmpty()) {
      throw RequestRefused.badBody("content._type", "is unknown");
    }
  }

  Content toDomain() {
    return new Content(DixaWords.format(type).orElseThrow(), value);
  }

  static ContentPayload from(Content content) {
    return new ContentPayload(content.value(), DixaWords.format(content.format()));
  }

  static @Nullable ContentPayload fromNullable(@Nullable Content content) {
    return content == null ? null : from(content);
  }
}
