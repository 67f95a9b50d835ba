package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.conversation.ConversationView;
import dev.parley.domain.conversation.ConversationLink;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose child a conversation is. */
@RegisterForReflection
@Schema(
    name = "ConversationLink",
    examples = "{\"parentId\": 1234, \"_type\": \"SideConversation\"}")
record LinkPayload(
    long parentId,
    @JsonProperty("_type") @Schema(enumeration = {"SideConversation", "Related"}) String type) {
  static @Nullable LinkPayload from(ConversationView view) {
    ConversationLink link = view.conversation().link();
    return link == null || view.parentNumber() == null
        ? null
        : new LinkPayload(view.parentNumber(), DixaWords.linkType(link.type()));
  }
}
