package dev.parley.rest.dixa.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.application.conversation.ImportConversation.PastMessage;
import dev.parley.application.conversation.ImportConversation.RemoteFile;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.support.RequestRefused;
import dev.parley.rest.support.Required;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message that was written elsewhere. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "_type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ImportMessageRequest.Inbound.class, name = "InboundImport"),
  @JsonSubTypes.Type(value = ImportMessageRequest.Outbound.class, name = "OutboundImport")
})
@RegisterForReflection
@Schema(
    name = "ImportMessageInput",
    oneOf = {ImportMessageRequest.Inbound.class, ImportMessageRequest.Outbound.class},
    discriminatorProperty = "_type",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "InboundImport", schema = ImportMessageRequest.Inbound.class),
      @DiscriminatorMapping(value = "OutboundImport", schema = ImportMessageRequest.Outbound.class)
    })
sealed interface ImportMessageRequest {
  /**
   * @param most attachments one message may have
   */
  PastMessage toPast(int most);

  /** By the requester, or by the end user that the attributes name. */
  @RegisterForReflection
  @Schema(
      name = "InboundImport",
      examples =
          """
          {"content": {"value": "My order hasn't shipped", "_type": "Text"}, "attachments": [],
           "createdAt": "2021-12-01T13:00:00.003Z", "externalId": "42", "_type": "InboundImport"}""")
  record Inbound(
      ContentPayload content,
      String createdAt,
      List<FilePayload> attachments,
      @Nullable String externalId,
      @Nullable InboundAttributes attributes)
      implements ImportMessageRequest {
    public Inbound {
      content = Required.field("messages.content", content);
      ImportRequest.time("messages.createdAt", createdAt);
      attachments = Required.elements("messages.attachments", attachments);
    }

    @Override
    public PastMessage toPast(int most) {
      UUID writer = attributes == null ? null : attributes.requesterId();
      return new PastMessage(
          null,
          writer == null ? null : new ContactId(writer),
          content.toDomain(),
          files(attachments, most),
          externalId,
          ImportRequest.time("messages.createdAt", createdAt),
          attributes == null ? null : attributes.emailIntegrationId(),
          List.of(),
          List.of());
    }
  }

  /** By an agent. It is not sent. */
  @RegisterForReflection
  @Schema(
      name = "OutboundImport",
      examples =
          """
          {"content": {"value": "It is on its way.", "_type": "Text"},
           "agentId": "cd4ceb58-bb3a-443c-9cd8-4f088feafe5b",
           "createdAt": "2021-12-01T13:30:00Z", "_type": "OutboundImport"}""")
  record Outbound(
      ContentPayload content,
      UUID agentId,
      String createdAt,
      List<FilePayload> attachments,
      @Nullable String externalId,
      @Nullable OutboundAttributes attributes)
      implements ImportMessageRequest {
    public Outbound {
      content = Required.field("messages.content", content);
      agentId = Required.field("messages.agentId", agentId);
      ImportRequest.time("messages.createdAt", createdAt);
      attachments = Required.elements("messages.attachments", attachments);
    }

    @Override
    public PastMessage toPast(int most) {
      return new PastMessage(
          new AgentId(agentId),
          null,
          content.toDomain(),
          files(attachments, most),
          externalId,
          ImportRequest.time("messages.createdAt", createdAt),
          attributes == null ? null : attributes.emailIntegrationId(),
          attributes == null ? List.of() : addresses(attributes.cc()),
          attributes == null ? List.of() : addresses(attributes.bcc()));
    }
  }

  /**
   * Of a mail.
   *
   * @param emailIntegrationId our address; absent: the conversation's
   * @param requesterId who wrote, when not the conversation's requester
   */
  @RegisterForReflection
  @Schema(name = "InboundImportAttributes")
  record InboundAttributes(@Nullable String emailIntegrationId, @Nullable UUID requesterId) {}

  /**
   * Of a mail.
   *
   * @param emailIntegrationId our address; absent: the conversation's
   * @param cc mail addresses
   */
  @RegisterForReflection
  @Schema(name = "OutboundImportAttributes")
  record OutboundAttributes(
      @Nullable String emailIntegrationId, List<String> cc, List<String> bcc) {
    public OutboundAttributes {
      cc = Required.elements("messages.attributes.cc", cc);
      bcc = Required.elements("messages.attributes.bcc", bcc);
    }
  }

  private static List<EmailAddress> addresses(List<String> texts) {
    return texts.stream().map(text -> new EmailAddress(text.strip())).toList();
  }

  private static List<RemoteFile> files(List<FilePayload> attachments, int most) {
    if (attachments.size() > most) {
      throw RequestRefused.badBody("messages.attachments", "has too many elements");
    }
    return attachments.stream()
        .map(file -> new RemoteFile(requireWeb(file.url()), file.prettyName()))
        .toList();
  }

  /** What can never be fetched is the request's fault; what cannot be now is a partial error. */
  private static String requireWeb(String url) {
    try {
      URI uri = new URI(url);
      if (("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static RequestRefused malformed() {
    return RequestRefused.badBody("messages.attachments.url", "must be an http or https URL");
  }
}
