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
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Beginning;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return switch (command.opening()) {
      case ByCallback callback -> call(command, callback);
      case Written written -> write(command, written);
    };
  }

  private Uni<Long> call(Command command, ByCallback callback) {
    if (callback.direction() == Direction.INBOUND) {
      command.actor().require(Permission.MESSAGES_WRITE_AS_CONTACT);
    }
    return unitOfWork
        .inTransaction(
            command.actor().organization(),
            tx -> {
              Uni<Contact> requester = contacts.get(tx, command.requester());
              Uni<ContactEndpoint> endpoint = endpoint(tx, callback);
              Uni<QueueId> queue = queues.require(tx, callback.queue());
              return Loads.then(
                  requester,
                  endpoint,
                  queue,
                  (contact, ours, waits) ->
                      conversations.create(
                          tx.closing(), called(command, callback, contact, ours, waits)));
            })
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }

  private Decision<Conversation, ConversationEvent> called(
      Command command, ByCallback callback, Contact contact, ContactEndpoint ours, QueueId queue) {
    Beginning beginning =
        new Beginning(
            new ConversationId(ids.next()),
            contact.id(),
            callback.channel(),
            callback.direction(),
            ours.id(),
            reach(contact, callback.channel()),
            null,
            null,
            clock.instant());
    Author by =
        callback.direction() == Direction.INBOUND
            ? new Author.ByContact(contact.id())
            : command.actor().author();
    return Conversation.startSilent(beginning, by, queue);
  }

  private Uni<Long> write(Command command, Written written) {
    if (written.message().isInbound()) {
      command.actor().require(Permission.MESSAGES_WRITE_AS_CONTACT);
    }
    ChannelRules.check(written.channel(), written.message());
    MessageId message = new MessageId(ids.next());
    return files
        .store(
            command.actor().organization(),
            message.value(),
            written.message().files(),
            stored -> create(command, written, message, stored))
        .invoke(() -> wakeups.wake(Wakeups.Topic.OUTBOUND))
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }

  private Uni<Long> create(
      Command command, Written written, MessageId message, List<Attachment> stored) {
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx -> {
          Uni<Contact> requester = contacts.get(tx, command.requester());
          Uni<ContactEndpoint> endpoint = endpoint(tx, written);
          Uni<QueueId> fallback = queues.defaultQueue(tx);
          AgentId author = written.message().author();
          return author != null
              ? outbound(tx, written, message, stored, requester, endpoint, fallback, author)
              : Loads.then(
                  requester,
                  endpoint,
                  (contact, ours) ->
                      queue(ours, fallback)
                          .chain(
                              queue ->
                                  conversations.create(
                                      tx.closing(),
                                      inbound(written, message, stored, contact, ours, queue))));
        });
  }

  private Uni<Long> outbound(
      Transaction tx,
      Written written,
      MessageId message,
      List<Attachment> stored,
      Uni<Contact> requester,
      Uni<ContactEndpoint> endpoint,
      Uni<QueueId> fallback,
      AgentId author) {
    Uni<?> agent = agents.get(tx, author);
    Uni<MessageComposer.Copies> copies = copied.load(tx, written.message());
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
                            tx.closing(),
                            outbound(
                                written, message, stored, contact, ours, others, author, queue))));
  }

  private Decision<Conversation, ConversationEvent> inbound(
      Written written,
      MessageId message,
      List<Attachment> stored,
      Contact contact,
      ContactEndpoint ours,
      QueueId queue) {
    Beginning beginning = beginning(written, contact, ours, Direction.INBOUND);
    return Conversation.startInbound(
        beginning,
        composer.inbound(
            place(beginning, ours),
            message,
            written.message(),
            contact.id(),
            stored,
            beginning.createdAt()),
        queue);
  }

  private Decision<Conversation, ConversationEvent> outbound(
      Written written,
      MessageId message,
      List<Attachment> stored,
      Contact contact,
      ContactEndpoint ours,
      MessageComposer.Copies copies,
      AgentId author,
      QueueId queue) {
    Beginning beginning = beginning(written, contact, ours, Direction.OUTBOUND);
    return Conversation.startOutbound(
        beginning,
        composer.outbound(
            place(beginning, ours),
            message,
            written.message(),
            new Author.ByAgent(author),
            stored,
            copies,
            beginning.createdAt()),
        author,
        queue);
  }

  private Beginning beginning(
      Written written, Contact contact, ContactEndpoint ours, Direction direction) {
    return new Beginning(
        new ConversationId(ids.next()),
        contact.id(),
        written.channel(),
        direction,
        ours.id(),
        reach(contact, written.channel()),
        written.subject(),
        written.language(),
        written.browser(),
        null,
        clock.instant());
  }

  /** The contact's address on the channel; null on one that needs none. */
  private static @Nullable String reach(Contact contact, Channel channel) {
    if (contact.anonymizedAt() != null) {
      // Whoever was forgotten is never remembered again: one is anonymized only once.
      throw new DomainException(new ContactError.ContactNotFound(contact.id()));
    }
    if (ChannelRules.isMail(channel)) {
      return contact.emails().stream()
          .findFirst()
          .orElseThrow(() -> ChannelRules.invalid("the requester has no e-mail address"))
          .value();
    }
    return channel.carrier().equals(Channel.TELEPHONY)
        ? contact.phoneNumbers().stream()
            .findFirst()
            .orElseThrow(() -> ChannelRules.invalid("the requester has no phone number"))
        : null;
  }

  private Uni<ContactEndpoint> endpoint(Transaction tx, Opening opening) {
    return switch (opening) {
      case ByMail mail -> endpoints.byAddress(tx, Channel.EMAIL, mail.endpointAddress());
      case BySms sms -> endpoints.byAddress(tx, Channel.TELEPHONY, sms.number());
      case ByCallback callback -> endpoints.byAddress(tx, Channel.TELEPHONY, callback.number());
      case ByChat chat ->
          endpoints.get(tx, chat.widget()).map(CreateConversationHandler::requireWidget);
    };
  }

  private static ContactEndpoint requireWidget(ContactEndpoint endpoint) {
    if (!endpoint.channel().equals(Channel.WIDGET)) {
      throw new DomainException(
          new ContactEndpointError.ContactEndpointNotFound(endpoint.id().value().toString()));
    }
    return endpoint;
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
