package dev.parley.application.conversation;

import dev.parley.application.agent.Agents;
import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.Senders;
import dev.parley.application.contact.Contacts;
import dev.parley.application.queue.Queues;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Beginning;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

public final class CreateConversationHandler implements CreateConversation {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final ContactEndpoints endpoints;
  private final Contacts contacts;
  private final Queues queues;
  private final Agents agents;
  private final Copied copied;
  private final MessageComposer composer;
  private final StoreFiles files;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public CreateConversationHandler(
      UnitOfWork unitOfWork,
      Conversations conversations,
      ContactEndpoints endpoints,
      Contacts contacts,
      Queues queues,
      Agents agents,
      Senders senders,
      StoreFiles files,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.endpoints = endpoints;
    this.contacts = contacts;
    this.queues = queues;
    this.agents = agents;
    this.copied = new Copied(contacts);
    this.composer = new MessageComposer(senders);
    this.files = files;
    this.ids = ids;
    this.clock = clock;
    this.wakeups = wakeups;
  }

  @Override
  public Uni<Long> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    if (command.message().isInbound()) {
      command.actor().require(Permission.MESSAGES_WRITE_AS_CONTACT);
    }
    MessageId message = new MessageId(ids.next());
    return files
        .store(
            command.actor().organization(),
            message.value(),
            command.message().files(),
            stored -> create(command, message, stored))
        .invoke(() -> wakeups.wake(Wakeups.Topic.OUTBOUND))
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }

  private Uni<Long> create(Command command, MessageId message, List<Attachment> stored) {
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx -> {
          Uni<Contact> requester = contacts.get(tx, command.requester());
          Uni<ContactEndpoint> endpoint =
              endpoints.byAddress(tx, command.channel(), command.endpointAddress());
          Uni<QueueId> fallback = queues.defaultQueue(tx);
          AgentId author = command.message().author();
          return author != null
              ? outbound(tx, command, message, stored, requester, endpoint, fallback, author)
              : Loads.then(
                  requester,
                  endpoint,
                  (contact, ours) ->
                      queue(ours, fallback)
                          .chain(
                              queue ->
                                  conversations.create(
                                      tx,
                                      inbound(command, message, stored, contact, ours, queue))));
        });
  }

  private Uni<Long> outbound(
      Transaction tx,
      Command command,
      MessageId message,
      List<Attachment> stored,
      Uni<Contact> requester,
      Uni<ContactEndpoint> endpoint,
      Uni<QueueId> fallback,
      AgentId author) {
    Uni<?> agent = agents.get(tx, author);
    Uni<MessageComposer.Copies> copies = copied.load(tx, command.message());
    return Loads.then(
        requester,
        endpoint,
        agent,
        copies,
        (contact, ours, _, others) ->
            queue(ours, fallback)
                .chain(
                    queue ->
                        conversations.create(
                            tx,
                            outbound(
                                command, message, stored, contact, ours, others, author, queue))));
  }

  private Decision<Conversation, ConversationEvent> inbound(
      Command command,
      MessageId message,
      List<Attachment> stored,
      Contact contact,
      ContactEndpoint ours,
      QueueId queue) {
    Beginning beginning = beginning(command, contact, ours, Direction.INBOUND);
    return Conversation.startInbound(
        beginning,
        composer.inbound(
            place(beginning, ours),
            message,
            command.message(),
            contact.id(),
            stored,
            beginning.createdAt()),
        queue);
  }

  private Decision<Conversation, ConversationEvent> outbound(
      Command command,
      MessageId message,
      List<Attachment> stored,
      Contact contact,
      ContactEndpoint ours,
      MessageComposer.Copies copies,
      AgentId author,
      QueueId queue) {
    Beginning beginning = beginning(command, contact, ours, Direction.OUTBOUND);
    return Conversation.startOutbound(
        beginning,
        composer.outbound(
            place(beginning, ours),
            message,
            command.message(),
            new Author.ByAgent(author),
            stored,
            copies,
            beginning.createdAt()),
        author,
        queue);
  }

  private Beginning beginning(
      Command command, Contact contact, ContactEndpoint ours, Direction direction) {
    if (contact.emails().isEmpty()) {
      throw new DomainException(
          new ConversationError.InvalidMessage("the requester has no e-mail address"));
    }
    Instant now = clock.instant();
    return new Beginning(
        new ConversationId(ids.next()),
        contact.id(),
        command.channel(),
        direction,
        ours.id(),
        contact.emails().getFirst().value(),
        command.subject(),
        command.language(),
        now);
  }

  private static MessageComposer.Place place(Beginning beginning, ContactEndpoint ours) {
    return new MessageComposer.Place(
        beginning.id(),
        beginning.channel(),
        ours.address(),
        beginning.contactAddress(),
        beginning.subject());
  }

  private static Uni<QueueId> queue(ContactEndpoint ours, Uni<QueueId> fallback) {
    return ours.queue() == null ? fallback : Uni.createFrom().item(ours.queue());
  }
}
