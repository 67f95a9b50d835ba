package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.AttachmentId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of a message, as its row keeps them. */
final class AttachmentJson {
  private AttachmentJson() {}

  static @Nullable JsonArray of(List<Attachment> attachments) {
    if (attachments.isEmpty()) {
      return null;
    }
    JsonArray all = new JsonArray();
    attachments.forEach(attachment -> all.add(of(attachment)));
    return all;
  }

  static List<Attachment> toDomain(JsonArray all) {
    return all.stream().map(JsonObject.class::cast).map(AttachmentJson::toDomain).toList();
  }

  private static JsonObject of(Attachment attachment) {
    return new JsonObject()
        .put("id", attachment.id().value().toString())
        .put("blob", attachment.blob())
        .put("name", attachment.fileName())
        .put("type", attachment.mediaType())
        .put("size", attachment.size())
        .put("sha256", attachment.sha256())
        .put("inline", attachment.inline())
        .put("contentId", attachment.contentId());
  }

  private static Attachment toDomain(JsonObject json) {
    return new Attachment(
        new AttachmentId(UUID.fromString(json.getString("id"))),
        json.getString("blob"),
        json.getString("name"),
        json.getString("type"),
        json.getLong("size"),
        json.getString("sha256"),
        json.getBoolean("inline"),
        json.getString("contentId"));
  }
}
