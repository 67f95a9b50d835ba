package dev.parley.domain.conversation;

import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.shared.DomainError;

/** Why a conversation cannot do what it is asked. */
public sealed interface ConversationError extends DomainError {

  record ConversationNotFound() implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record MessageNotFound(MessageId id) implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** Somebody else holds it and the claim does not force. */
  record AlreadyAssigned(AgentId to) implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }

  /** It is resolved or closed; reopen it first. */
  record ConversationSettled() implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }

  /** The moment until which it was to be set aside has passed. */
  record FollowUpInThePast() implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** A family has two generations, and no more children than it may have. */
  record LinkRefused(String rule) implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** Its personal data is gone; nothing can be added to it. */
  record ConversationIsAnonymized() implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }

  /** A message of the organization has this external id. */
  record DuplicateExternalId() implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** The channel has no connector, or cannot do this. */
  record UnsupportedChannel(Channel channel) implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** The message lacks what its channel needs: content, a recipient. */
  record InvalidMessage(String rule) implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** A file given by URL could not be fetched, is too large, or lies where we may not reach. */
  record AttachmentNotFetched() implements ConversationError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }
}
