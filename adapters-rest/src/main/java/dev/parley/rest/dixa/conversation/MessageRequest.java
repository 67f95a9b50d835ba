package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.attachment.IncomingFile;
import dev.parley.application.conversation.CreateConversation.MessageDraft;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message to add, by itself or with a new conversation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MessageRequest.Inbound.class, name = "Inbound"),
  @JsonSubTypes.Type(value = MessageRequest.Outbound.class, name = "Outbound")
})
@RegisterForReflection
@Schema(
    name = "MessageInput",
    oneOf = {MessageRequest.Inbound.class, MessageRequest.Outbound.class},
    discriminatorProperty = "_type",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "Inbound", schema = MessageRequest.Inbound.class),
      @DiscriminatorMapping(value = "Outbound", schema = MessageRequest.Outbound.class)
    })
sealed interface MessageRequest {
  List<FilePayload> attachments();

  @Nullable String integrationEmail();

  boolean hasContent();

  MessageDraft toDraft(List<IncomingFile> files);

  /** From the conversation's requester. */
  @RegisterForReflection
  @Schema(
      name = "Inbound",
      examples =
          """
          {"content": {"value": "I need some help!", "_type": "Html"}, "attachments": [],
           "_type": "Inbound"}""")
  record Inbound(
      ContentPayload content,
      List<FilePayload> attachments,
      @Nullable String externalId,
      @Nullable String integrationEmail)
      implements MessageRequest {
    public Inbound {
      content = Required.field("content", content);
      attachments = Required.elements("attachments", attachments);
    }

    @Override
    public boolean hasContent() {
      return true;
    }

    @Override
    public MessageDraft toDraft(List<IncomingFile> files) {
      return new MessageDraft(null, content.toDomain(), files, externalId, List.of(), List.of());
    }
  }

  /**
   * From an agent.
   *
   * @param content absent only on WhatsApp, with an attachment
   * @param cc end users who get a copy
   */
  @RegisterForReflection
  @Schema(
      name = "Outbound",
      examples =
          """
          {"content": {"value": "It is on its way.", "_type": "Text"},
           "agentId": "bac5a02c-15b3-44da-ae1e-ab7b9db4aa89", "_type": "Outbound"}""")
  record Outbound(
      @Nullable ContentPayload content,
      UUID agentId,
      List<FilePayload> attachments,
      @Nullable String externalId,
      @Nullable String integrationEmail,
      List<UUID> cc,
      List<UUID> bcc)
      implements MessageRequest {
    public Outbound {
      agentId = Required.field("agentId", agentId);
      attachments = Required.elements("attachments", attachments);
      cc = Required.elements("cc", cc);
      bcc = Required.elements("bcc", bcc);
    }

    @Override
    public boolean hasContent() {
      return content != null;
    }

    @Override
    public MessageDraft toDraft(List<IncomingFile> files) {
      return new MessageDraft(
          new AgentId(agentId),
          content == null ? null : content.toDomain(),
          files,
          externalId,
          cc.stream().map(ContactId::new).toList(),
          bcc.stream().map(ContactId::new).toList());
    }
  }
}
