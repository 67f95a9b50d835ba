package dev.parley.application.conversation;

import dev.parley.application.agent.Agents;
import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.Senders;
import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.Conversations.Surroundings;
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
import dev.parley.domain.conversation.Attachment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class AddMessageHandler implements AddMessage {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final ContactEndpoints endpoints;
  private final Queues queues;
  private final Agents agents;
  private final Copied copied;
  private final MessageComposer composer;
  private final StoreFiles files;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public AddMessageHandler(
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
  public Uni<Message> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    if (command.message().isInbound()) {
      command.actor().require(Permission.MESSAGES_WRITE_AS_CONTACT);
    }
    MessageId id = new MessageId(ids.next());
    return files
        .store(
            command.actor().organization(),
            id.value(),
            command.message().files(),
            stored ->
                unitOfWork.inTransaction(
                    command.actor().organization(), tx -> add(tx, command, id, stored)))
        .invoke(() -> wakeups.wake(Wakeups.Topic.OUTBOUND))
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }

  private Uni<Message> add(Transaction tx, Command command, MessageId id, List<Attachment> stored) {
    Uni<Conversation> conversation = conversations.get(tx, command.conversation());
    Uni<Surroundings> around = surroundings(tx, command);
    Uni<QueueId> fallback = queues.defaultQueue(tx);
    AgentId author = command.message().author();
    if (author == null) {
      return Loads.then(
          conversation,
          around,
          fallback,
          (present, addresses, queue) -> {
            check(present, command);
            return save(
                tx,
                present.add(
                    inbound(present, addresses, command, id, stored),
                    addresses.requesterBlocked(),
                    queue));
          });
    }
    Uni<?> agent = agents.get(tx, author);
    Uni<MessageComposer.Copies> copies = copied.load(tx, command.message());
    return Loads.then(
        conversation,
        around,
        agent,
        copies,
        (present, addresses, _, others) -> {
          check(present, command);
          return fallback.chain(
              queue ->
                  save(
                      tx,
                      present.add(
                          outbound(present, addresses, command, id, author, stored, others),
                          addresses.requesterBlocked(),
                          queue)));
        });
  }

  private static void check(Conversation present, Command command) {
    ChannelRules.check(present.channel(), command.message());
    if (command.endpointAddress() != null && !ChannelRules.isMail(present.channel())) {
      throw ChannelRules.invalid("names a mailbox of ours, as only mails have");
    }
  }

  private Uni<Message> save(Transaction tx, Decision<Conversation, ConversationEvent> decision) {
    return conversations.save(tx.closing(), decision).replaceWith(added(decision));
  }

  private static Message added(Decision<Conversation, ConversationEvent> decision) {
    return decision.events().stream()
        .flatMap(
            event ->
                event instanceof ConversationEvent.MessageAdded added
                    ? Stream.of(added.message())
                    : Stream.empty())
        .findFirst()
        .orElseThrow();
  }

  private Message inbound(
      Conversation present,
      Surroundings around,
      Command command,
      MessageId id,
      List<Attachment> stored) {
    return composer.inbound(
        place(present, around),
        id,
        command.message(),
        present.requester(),
        stored,
        clock.instant());
  }

  private Message outbound(
      Conversation present,
      Surroundings around,
      Command command,
      MessageId id,
      AgentId author,
      List<Attachment> stored,
      MessageComposer.Copies copies) {
    return composer.outbound(
        place(present, around),
        id,
        command.message(),
        new Author.ByAgent(author),
        stored,
        copies,
        clock.instant());
  }

  private Uni<Surroundings> surroundings(Transaction tx, Command command) {
    Uni<Surroundings> own = conversations.surroundings(tx, command.conversation());
    String address = command.endpointAddress();
    if (address == null) {
      return own;
    }
    Uni<ContactEndpoint> other = endpoints.byAddress(tx, Channel.EMAIL, address);
    return Loads.then(
        own,
        other,
        (around, endpoint) ->
            Uni.createFrom()
                .item(
                    new Surroundings(
                        endpoint.address(), around.requesterEmail(), around.requesterBlocked())));
  }

  private static MessageComposer.Place place(Conversation present, Surroundings around) {
    return new MessageComposer.Place(
        present.id(),
        present.channel(),
        around.endpointAddress(),
        contactAddress(present, around),
        present.subject());
  }

  private static @Nullable String contactAddress(Conversation present, Surroundings around) {
    if (present.contactAddress() != null) {
      return present.contactAddress();
    }
    return around.requesterEmail() == null ? null : around.requesterEmail().value();
  }
}
