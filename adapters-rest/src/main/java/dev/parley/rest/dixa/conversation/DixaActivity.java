package dev.parley.rest.dixa.conversation;

import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.domain.shared.Author;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An activity's type in Dixa's words, and its attributes when the type has some. */
record DixaActivity(String type, @Nullable ActivityAttributes attributes) {
  static DixaActivity of(Activity activity, Author author) {
    String who = author instanceof Author.ByContact ? "Customer" : "Agent";
    return switch (activity) {
      case Activity.Started(var subject) ->
          with("ConversationCreatedBy" + who, new ActivityAttributes.Created(subject));
      case Activity.MessageAdded(var message, var from) ->
          with("MessageAddedBy" + who, new ActivityAttributes.MessageAdded(message.value(), from));
      case Activity.NoteAdded(var text) ->
          with("NoteAdded", new ActivityAttributes.NoteAdded(text));
      case Activity.TagAdded(var tag) -> with("TagAdded", new ActivityAttributes.TagAdded(tag));
      case Activity.TagRemoved(var tag) ->
          with("TagRemoved", new ActivityAttributes.TagRemoved(tag));
      case Activity.Offered offered -> with("ConversationOffered", offered(offered));
      case Activity.OfferAccepted _ -> bare("ConversationOfferAccepted");
      case Activity.OfferTimedOut _ -> bare("ConversationOfferTimeout");
      case Activity.Claimed claimed -> with("ConversationClaimed", claimed(claimed));
      case Activity.Assigned(var agent, var name) ->
          with("ConversationAssigned", new ActivityAttributes.Assigned(agent.value(), name));
      case Activity.Unassigned(var agent) ->
          with(
              "ConversationUnassigned",
              new ActivityAttributes.Unassigned(ActivityPayload.User.from(agent)));
      case Activity.TransferInitiated(var queue, var name) ->
          with("TransferInitiated", ActivityAttributes.Transferred.toQueue(queue, name));
      case Activity.Transferred(var queue, var name) ->
          with("TransferSuccessful", ActivityAttributes.Transferred.toQueue(queue, name));
      case Activity.FollowUpAdded _ -> bare("FollowupAdded");
      case Activity.FollowUpRemoved _ -> bare("FollowupRemoved");
      case Activity.FollowUpExpired _ -> bare("FollowupExpired");
      case Activity.SetAside _ -> bare("ConversationPending");
      case Activity.Reopened _ -> bare("ConversationReopened");
      case Activity.Closed _ -> bare("ConversationClosed");
      case Activity.RatingOffered(var agent, var user) ->
          with(
              "ConversationRatingOffered",
              new ActivityAttributes.RatingOffered(
                  ActivityPayload.User.from(agent), ActivityPayload.User.from(user)));
      case Activity.Rated(var agent, int score, var comment) ->
          with(
              "ConversationRated",
              new ActivityAttributes.Rated(ActivityPayload.User.from(agent), score, comment));
      case Activity.AttributesUpdated(var changes) ->
          with(
              "ConversationCustomAttributesUpdated",
              ActivityAttributes.CustomAttributesUpdated.of(changes));
      case Activity.LinkedToParent(long child, long parent, var link) ->
          with(
              "ConversationLinkedToParent",
              new ActivityAttributes.Linked(child, parent, DixaWords.linkType(link)));
      case Activity.LinkedFromChild(long child, long parent, var link) ->
          with(
              "ConversationLinkedFromChild",
              new ActivityAttributes.Linked(child, parent, DixaWords.linkType(link)));
      case Activity.DeliveryFailed failed ->
          with(
              "MessageDeliveryFailed",
              new ActivityAttributes.DeliveryFailed(
                  failed.message().value(),
                  failed.reason() == null ? failed.code() : failed.reason()));
      case Activity.MessageRedacted(var message, boolean text, int files) ->
          with(
              "ConversationMessageRedacted",
              new ActivityAttributes.Redacted(message.value(), text, files));
    };
  }

  private static ActivityAttributes offered(Activity.Offered offered) {
    List<String> names = Stream.of(offered.agent().name()).filter(Objects::nonNull).toList();
    return new ActivityAttributes.Offered(names, offered.queueName());
  }

  private static ActivityAttributes claimed(Activity.Claimed claimed) {
    if (claimed.fromAgent() != null) {
      return new ActivityAttributes.Claimed(claimed.fromAgent(), "Agent");
    }
    return claimed.fromQueue() == null
        ? new ActivityAttributes.Claimed(null, null)
        : new ActivityAttributes.Claimed(claimed.fromQueue(), "Queue");
  }

  private static DixaActivity with(String type, ActivityAttributes attributes) {
    return new DixaActivity(type, attributes);
  }

  private static DixaActivity bare(String type) {
    return new DixaActivity(type, null);
  }
}
