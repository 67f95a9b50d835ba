package dev.parley.application.conversation;

import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ImportedHistory.Holder;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.shared.Direction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a conversation that took place elsewhere, with its times. Nothing of it is sent. What is
 * open and in nobody's hands waits in the queue of its endpoint, else in the default one.
 */
public interface ImportConversation {
  int MESSAGES_MAX = 1000;

  /** Files of all messages together: they are fetched while the client waits. */
  int FILES_MAX = 100;

  /** Contacts and mailboxes of ours that the messages name, each. */
  int NAMED_MAX = 100;

  /** How far a client's clock may be ahead of ours. */
  Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /**
   * @return what was stored, and what of it could not be as wished; fails, with nothing stored,
   *     with {@code ContactNotFound}, {@code AgentNotFound} for an author or who closed it, {@code
   *     ContactEndpointNotFound}, {@code DuplicateExternalId} when there is a conversation of that
   *     id under the same name or a message of that id anywhere, {@code InvalidMessage}, {@code
   *     InvalidField}, {@code NoDefaultQueue}, {@code PermissionMissing}
   */
  Uni<Imported> handle(Command command);

  /**
   * @param channel what the source's channel is here
   * @param endpointAddress our mailbox, when it was a thread of mails
   */
  record Command(
      Actor actor,
      ContactId requester,
      Channel channel,
      Source source,
      Direction direction,
      Instant createdAt,
      @Nullable String endpointAddress,
      @Nullable String subject,
      List<PastMessage> messages,
      @Nullable Holder holder,
      @Nullable PastClosing closing) {
    public Command {
      messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
      return "Command[" + messages.size() + " messages]";
    }
  }

  /**
   * @param author the agent of an outbound message; null for an inbound one
   * @param writtenBy who wrote an inbound one; null: the requester
   * @param endpointAddress our mailbox; null: the conversation's
   */
  record PastMessage(
      @Nullable AgentId author,
      @Nullable ContactId writtenBy,
      Content content,
      List<RemoteFile> files,
      @Nullable String externalId,
      Instant createdAt,
      @Nullable String endpointAddress,
      List<EmailAddress> cc,
      List<EmailAddress> bcc) {
    public boolean isInbound() {
      return author == null;
    }

    @Override
    public String toString() {
      return "PastMessage";
    }
  }

  /** A file to be fetched. */
  record RemoteFile(String url, @Nullable String name) {
    @Override
    public String toString() {
      return "RemoteFile";
    }
  }

  record PastClosing(AgentId by, Instant at) {}

  record Imported(long number, List<Problem> problems) {}

  /** What could not be as wished. */
  sealed interface Problem {
    /** Nobody of the organization has the id of the agent who was to hold it. */
    record NotAssigned() implements Problem {}

    /**
     * The message was kept without the file.
     *
     * @param position of the message among those given, from 1
     */
    record FileNotFetched(int position, @Nullable String externalId) implements Problem {}

    /** An earlier message of the import has the id; this one was kept without it. */
    record ExternalIdRepeated(int position, String externalId) implements Problem {}
  }
}
