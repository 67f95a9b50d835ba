package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationLink;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a row of the activity log: its kind, the one thing it is about, and the little else
 * there is to say. No text of a person gets here.
 */
record ActivityRow(String kind, @Nullable UUID about, @Nullable JsonObject details) {

  static ActivityRow of(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Started _ -> plain("started");
      case ConversationEvent.MessageAdded e -> about("message_added", e.message().id().value());
      case ConversationEvent.NoteAdded e -> about("note_added", e.note().id().value());
      case ConversationEvent.TagAdded e -> about("tag_added", e.tag().value());
      case ConversationEvent.TagRemoved e -> about("tag_removed", e.tag().value());
      case ConversationEvent.Queued e -> about("queued", e.queue().value());
      case ConversationEvent.Offered e ->
          new ActivityRow(
              "offered",
              e.agent().value(),
              new JsonObject()
                  .put("queue", e.queue().value().toString())
                  .put("until", e.until().toString()));
      case ConversationEvent.OfferAccepted e -> about("offer_accepted", e.agent().value());
      case ConversationEvent.OfferTimedOut e -> about("offer_timed_out", e.agent().value());
      case ConversationEvent.Claimed e ->
          new ActivityRow("claimed", e.agent().value(), claimedFrom(e.from()));
      case ConversationEvent.Assigned e -> about("assigned", e.agent().value());
      case ConversationEvent.Unassigned e -> about("unassigned", e.agent().value());
      case ConversationEvent.TransferInitiated e -> about("transfer_initiated", e.queue().value());
      case ConversationEvent.Transferred e -> about("transferred", e.queue().value());
      case ConversationEvent.FollowUpAdded e ->
          new ActivityRow(
              "follow_up_added", null, new JsonObject().put("until", e.until().toString()));
      case ConversationEvent.FollowUpRemoved _ -> plain("follow_up_removed");
      case ConversationEvent.FollowUpExpired _ -> plain("follow_up_expired");
      case ConversationEvent.SetAside e ->
          new ActivityRow("set_aside", null, new JsonObject().put("state", Codes.state(e.to())));
      case ConversationEvent.Resumed _ -> plain("resumed");
      case ConversationEvent.Reopened _ -> plain("reopened");
      case ConversationEvent.Closed _ -> plain("closed");
      case ConversationEvent.RatingOffered e -> about("rating_offered", e.rating().id().value());
      case ConversationEvent.Rated e -> about("rated", e.rating().id().value());
      case ConversationEvent.AttributesUpdated _ -> plain("attributes_updated");
      case ConversationEvent.LinkedToParent e ->
          linked("linked_to_parent", e.link().parent(), e.link().type());
      case ConversationEvent.LinkedFromChild e -> linked("linked_from_child", e.child(), e.type());
      case ConversationEvent.DeliveryFailed e ->
          new ActivityRow(
              "delivery_failed", e.message().value(), new JsonObject().put("code", e.code()));
      case ConversationEvent.MessageRedacted e ->
          new ActivityRow(
              "message_redacted",
              e.message().value(),
              new JsonObject().put("text", e.textRedacted()).put("files", e.deletedFiles()));
      case ConversationEvent.Anonymized _ -> plain("anonymized");
    };
  }

  private static ActivityRow plain(String kind) {
    return new ActivityRow(kind, null, null);
  }

  private static ActivityRow about(String kind, UUID about) {
    return new ActivityRow(kind, about, null);
  }

  private static ActivityRow linked(String kind, ConversationId other, ConversationLink.Type type) {
    return new ActivityRow(kind, other.value(), new JsonObject().put("link", Codes.of(type)));
  }

  private static @Nullable JsonObject claimedFrom(Assignment from) {
    return switch (from) {
      case Assignment.Assigned e -> new JsonObject().put("fromAgent", e.agent().value().toString());
      case Assignment.Queued e -> new JsonObject().put("fromQueue", e.queue().value().toString());
      case Assignment.Offered e -> new JsonObject().put("fromQueue", e.queue().value().toString());
      case Assignment.Unassigned _ -> null;
    };
  }
}
