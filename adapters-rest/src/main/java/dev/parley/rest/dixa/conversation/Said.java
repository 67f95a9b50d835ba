package dev.parley.rest.dixa.conversation;

import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a message says that is no mail.
 *
 * @param deliveryFailureReason an addition, as mails have it
 */
@RegisterForReflection
record Said(
    @Nullable ContentPayload content,
    @Schema(enumeration = {"Inbound", "Outbound"}) String direction,
    List<FilePayload> attachments,
    @Nullable String deliveryFailureReason) {
  static Said from(Message message, Files files) {
    return new Said(
        ContentPayload.fromNullable(message.content()),
        DixaWords.direction(message.direction()),
        files.of(message, _ -> true),
        failure(message.delivery()));
  }

  /** Why a message did not arrive; null when it is not known to have failed. */
  static @Nullable String failure(Delivery delivery) {
    if (delivery.status() != Delivery.Status.FAILED) {
      return null;
    }
    return delivery.reason() == null ? "The message could not be delivered" : delivery.reason();
  }
}
