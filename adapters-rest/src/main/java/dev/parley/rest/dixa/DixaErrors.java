package dev.parley.rest.dixa;

import dev.parley.domain.agent.AgentError;
import dev.parley.domain.anonymization.AnonymizationError;
import dev.parley.domain.attribute.CustomAttributeError;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.hours.ScheduleError;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.rating.RatingError;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.tag.TagError;
import dev.parley.domain.team.TeamError;
import dev.parley.rest.support.AlreadyWorded;
import dev.parley.rest.support.Answer;
import java.util.Map;

/**
 * Statuses and phrases of refusals, as the reference lists them. What an operation words
 * differently it says itself, through {@link #badRequest}.
 */
public final class DixaErrors {
  static final String NOT_FOUND = "The requested resource could not be found";
  static final String BAD_BODY = "Invalid value for: body";

  private DixaErrors() {}

  /** An answer of 400 with one of the reference's phrases. */
  public static AlreadyWorded badRequest(String phrase) {
    return worded(400, phrase);
  }

  /** An answer with a status of the operation's own. */
  public static AlreadyWorded worded(int status, String phrase) {
    return new AlreadyWorded(new Answer(status, new Message(phrase)));
  }

  /** The message of {@link #answer}, for elements of a bulk answer. */
  public static Message message(DomainError error) {
    return (Message) answer(error).body();
  }

  static Answer answer(DomainError error) {
    return switch (error) {
      case ConversationError e -> ofConversation(e);
      case AgentError e -> ofAgent(e);
      case ContactError e -> ofContact(e);
      case ContactEndpointError e -> ofEndpoint(e);
      case QueueError e -> ofQueue(e);
      case TagError e -> ofTag(e);
      case TeamError e -> ofTeam(e);
      case ScheduleError e -> ofSchedule(e);
      case CustomAttributeError e -> ofAttribute(e);
      case AnonymizationError e -> ofAnonymization(e);
      case RatingError e -> ofRating(e);
      case SharedError e -> ofShared(e);
      default -> byKind(error);
    };
  }

  private static Answer ofConversation(ConversationError error) {
    return switch (error) {
      case ConversationError.ConversationNotFound _, ConversationError.MessageNotFound _ ->
          notFound();
      case ConversationError.AlreadyAssigned _ ->
          answer(409, "The conversation is assigned to another agent");
      case ConversationError.ConversationSettled _ -> answer(409, "The conversation is closed");
      case ConversationError.ConversationIsAnonymized _ ->
          answer(409, "The conversation is anonymized");
      case ConversationError.FollowUpInThePast _ -> badBody("timestamp", "must be in the future");
      case ConversationError.LinkRefused(var rule) ->
          answer(400, "Invalid value in request (" + rule + ")");
      case ConversationError.DuplicateExternalId _ -> answer(400, "Duplicate externalId");
      case ConversationError.UnsupportedChannel _ -> answer(400, "Unsupported ConversationChannel");
      case ConversationError.InvalidMessage(var rule) ->
          answer(400, "Invalid input for Message (" + rule + ")");
      case ConversationError.AttachmentNotFetched _ ->
          answer(400, "Failure to download attachment");
    };
  }

  private static Answer ofAgent(AgentError error) {
    return switch (error) {
      case AgentError.AgentNotFound _, AgentError.ApiKeyNotFound _ -> notFound();
      case AgentError.NotAnAgent _ -> answer(400, "User is not agent/admin");
      case AgentError.LastAdmin _ -> answer(409, "The organization has no other admin");
      case AgentError.OwnAgent _ -> answer(409, "The token's own user cannot be downgraded");
      case AgentError.AgentEmailTaken _ -> badBody("email", "is taken");
      case AgentError.ApiKeyTaken _ -> answer(409, "The API key exists already");
    };
  }

  private static Answer ofContact(ContactError error) {
    return switch (error) {
      case ContactError.ContactNotFound _ -> notFound();
      case ContactError.ContactKeyTaken(var field) -> badBody(field, "is taken");
      case ContactError.ContactIsAnonymized _ ->
          answer(400, "Invalid value in request (the end user is anonymized)");
    };
  }

  private static Answer ofEndpoint(ContactEndpointError error) {
    return switch (error) {
      case ContactEndpointError.ContactEndpointNotFound _ -> notFound();
      case ContactEndpointError.EndpointAddressTaken _ -> badBody("address", "is taken");
    };
  }

  private static Answer ofQueue(QueueError error) {
    return switch (error) {
      case QueueError.QueueNotFound _ -> notFound();
      case QueueError.NoDefaultQueue _ -> answer(400, "No default queue exists");
      case QueueError.QueueNameTaken _ -> badBody("name", "is taken");
      case QueueError.NoSupportedChannel _ ->
          answer(409, "No generic channel leads into the queue");
    };
  }

  private static Answer ofTag(TagError error) {
    return switch (error) {
      case TagError.TagNotFound _ -> notFound();
      case TagError.TagInactive _ -> answer(400, "The tag is deactivated");
      case TagError.TagNameTaken _ -> badBody("name", "is taken");
    };
  }

  private static Answer ofTeam(TeamError error) {
    return switch (error) {
      case TeamError.TeamNotFound _ -> notFound();
    };
  }

  private static Answer ofSchedule(ScheduleError error) {
    return switch (error) {
      case ScheduleError.ScheduleNotFound _ -> notFound();
      case ScheduleError.ScheduleInUse _ -> answer(409, "A queue keeps to the schedule");
    };
  }

  private static Answer ofAttribute(CustomAttributeError error) {
    return switch (error) {
      case CustomAttributeError.CustomAttributeNotFound _ -> notFound();
      case CustomAttributeError.IdentifierTaken _ -> badBody("identifier", "is taken");
      case CustomAttributeError.ValueRefused(var rule) ->
          answer(400, "Invalid input for patching (" + rule + ")");
    };
  }

  private static Answer ofAnonymization(AnonymizationError error) {
    return switch (error) {
      case AnonymizationError.AnonymizationRequestNotFound _ -> notFound();
      case AnonymizationError.AlreadyRequested _ ->
          answer(409, "Anonymization was already requested");
      case AnonymizationError.TargetNotSettled _ -> answer(409, "The conversation is not closed");
    };
  }

  /** The reference lists no other status for ratings. */
  private static Answer ofRating(RatingError error) {
    return switch (error) {
      case RatingError.RatingNotFound _ ->
          answer(400, "Invalid value for: path parameter ratingId (no such rating was offered)");
      case RatingError.AlreadyRated _ ->
          answer(400, "Invalid value in request (the rating was submitted before)");
      case RatingError.ScoreOutOfRange(var question) ->
          badBody(
              "ratingResult.value",
              "must be from " + question.lowest() + " to " + question.highest());
    };
  }

  private static Answer ofShared(SharedError error) {
    return switch (error) {
      case SharedError.InvalidField(var path, var rule) -> badBody(path, rule);
      case SharedError.NothingToChange _ -> answer(400, "Invalid input for patching");
      case SharedError.PermissionMissing _ -> forbidden();
      case SharedError.ConcurrentChange _, SharedError.TemporarilyUnavailable _ -> unavailable();
    };
  }

  private static Answer byKind(DomainError error) {
    return switch (error.kind()) {
      case NOT_FOUND -> notFound();
      case CONFLICT -> answer(409, "The request conflicts with the present state");
      case INVALID -> answer(400, "Invalid value in request");
      case FORBIDDEN -> forbidden();
      case UNAVAILABLE -> unavailable();
    };
  }

  static Answer notFound() {
    return answer(404, NOT_FOUND);
  }

  static Answer badBody(String path, String rule) {
    return answer(400, BAD_BODY + " (" + path + ": " + rule + ")");
  }

  static Answer answer(int status, String message) {
    return new Answer(status, new Message(message));
  }

  private static Answer forbidden() {
    return answer(403, "User is unauthorized to perform an underlying operation");
  }

  private static Answer unavailable() {
    return new Answer(
        503, new Message("The service is temporarily unavailable"), Map.of("Retry-After", "1"));
  }
}
