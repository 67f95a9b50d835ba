package dev.parley.domain.queue;

import dev.parley.domain.shared.DomainError;

/** What can be wrong about a queue a request names. */
public sealed interface QueueError extends DomainError {

  record QueueNotFound(QueueId id) implements QueueError {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /** The organization has lost its default queue, so nothing can be queued without naming one. */
  record NoDefaultQueue() implements QueueError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  record QueueNameTaken(String name) implements QueueError {
    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  /** No endpoint of a channel that was asked about leads into the queue. */
  record NoSupportedChannel(QueueId id) implements QueueError {
    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }
  }
}
