package dev.parley.rest.dixa.conversation;

import dev.parley.application.attachment.FileLinks;
import dev.parley.application.conversation.ConversationView;
import dev.parley.application.conversation.Correspondence;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.rest.dixa.Data;
import dev.parley.rest.support.Json;
import dev.parley.rest.support.RestLimits;

/**
 * What the resources of this package do with a result, for benchmarks; in this package since the
 * payloads are nobody else's business.
 */
public final class DixaAnswers {
  private final Json json = new Json(Limits.NONE_MATTERS);
  private final Files files;

  public DixaAnswers(OrganizationId organization, FileLinks links) {
    this.files = new Files(organization, links);
  }

  /** The body of a list of messages. */
  public byte[] messages(Correspondence correspondence) {
    return json.write(Data.of(MessagePayload.all(correspondence, files)));
  }

  /** The body of one conversation. */
  public byte[] conversation(ConversationView view) {
    return json.write(Data.of(ConversationPayload.from(view)));
  }

  /** Of reading; nothing is read here. */
  private record Limits(
      int jsonBytes,
      int jsonDepth,
      int stringLength,
      int numberLength,
      int listItems,
      int attachments,
      int pageItems)
      implements RestLimits {
    static final Limits NONE_MATTERS = new Limits(1, 1, 1, 1, 1, 1, 1);
  }
}
