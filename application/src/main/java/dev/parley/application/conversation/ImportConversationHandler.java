package dev.parley.application.conversation;

import dev.parley.application.agent.Agents;
import dev.parley.application.attachment.RemoteFiles;
import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.PastMessages.Arranged;
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
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ImportedHistory;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.shared.Text;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class ImportConversationHandler implements ImportConversation {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final ContactEndpoints endpoints;
  private final Contacts contacts;
  private final Queues queues;
  private final Agents agents;
  private final PastMessages past;
  private final StoreFiles files;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public ImportConversationHandler(
      UnitOfWork unitOfWork,
      Conversations conversations,
      ContactEndpoints endpoints,
      Contacts contacts,
      Queues queues,
      Agents agents,
      RemoteFiles remote,
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
    this.past = new PastMessages(remote, files, ids);
    this.files = files;
    this.ids = ids;
    this.clock = clock;
    this.wakeups = wakeups;
  }

  @Override
  public Uni<Imported> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    if (command.direction() == Direction.INBOUND
        || command.messages().stream().anyMatch(PastMessage::isInbound)) {
      command.actor().require(Permission.MESSAGES_WRITE_AS_CONTACT);
    }
    check(command);
    List<Arranged> messages = past.arrange(command.messages());
    return past.fetch(command.actor().organization(), messages)
        .chain(
            notFetched ->
                files
                    .keepWith(
                        command.actor().organization(),
                        PastMessages.stored(messages),
                        () -> store(command, messages))
                    .map(stored -> with(stored, notFetched, PastMessages.repeated(messages))))
        .invoke(() -> wakeups.wake(Wakeups.Topic.ASSIGNMENT));
  }

  private static Imported with(Imported stored, List<Problem> fetching, List<Problem> repeating) {
    return new Imported(
        stored.number(),
        Stream.of(stored.problems(), fetching, repeating).flatMap(List::stream).toList());
  }

  private void check(Command command) {
    if (command.messages().size() > MESSAGES_MAX) {
      throw SharedError.invalid("messages", "must have at most " + MESSAGES_MAX + " elements");
    }
    if (command.messages().stream().mapToInt(message -> message.files().size()).sum() > FILES_MAX) {
      throw SharedError.invalid("messages", "must have at most " + FILES_MAX + " attachments");
    }
    Instant latest = clock.instant().plus(CLOCK_SKEW);
    requirePast("createdAt", command.createdAt(), latest);
    if (command.holder() != null) {
      requirePast("assignment.assignedAt", command.holder().since(), latest);
    }
    if (command.closing() != null) {
      requirePast("closing.closedAt", command.closing().at(), latest);
    }
    command.messages().forEach(message -> check(command.channel(), message, latest));
  }

  private static void check(Channel channel, PastMessage message, Instant latest) {
    requirePast("messages.createdAt", message.createdAt(), latest);
    if (message.content().value().isBlank() && message.files().isEmpty()) {
      throw ChannelRules.invalid("has neither content nor attachments");
    }
    if (message.content().format() == Content.Format.MARKDOWN
        && !channel.equals(Channel.WHATSAPP)) {
      throw ChannelRules.invalid("is Markdown, as only WhatsApp has");
    }
    if (message.externalId() != null) {
      Text.required("messages.externalId", message.externalId(), Message.EXTERNAL_ID_MAX);
    }
  }

  private static void requirePast(String path, Instant at, Instant latest) {
    if (at.isAfter(latest)) {
      throw SharedError.invalid(path, "must not be in the future");
    }
  }

  private Uni<Imported> store(Command command, List<Arranged> messages) {
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx -> {
          Uni<Contact> requester = contacts.get(tx, command.requester());
          Uni<Map<ContactId, Contact>> writers = writers(tx, command);
          Uni<Map<String, ContactEndpoint>> mailboxes = mailboxes(tx, command);
          Uni<Set<AgentId>> known = agents.existing(tx, named(command));
          Uni<QueueId> fallback = queues.defaultQueue(tx);
          return Loads.then(
              requester,
              writers,
              mailboxes,
              known,
              (contact, people, ours, colleagues) -> {
                Telling telling =
                    new Telling(
                        command, new ConversationId(ids.next()), contact, people, ours, colleagues);
                ImportedHistory history = telling.history(messages);
                return waiting(history, telling.told(history), telling.queue(), fallback)
                    .chain(decision -> conversations.create(tx.closing(), decision))
                    .map(number -> new Imported(number, telling.problems()));
              });
        });
  }

  private Uni<Decision<Conversation, ConversationEvent>> waiting(
      ImportedHistory history,
      Decision<Conversation, ConversationEvent> told,
      @Nullable QueueId queue,
      Uni<QueueId> fallback) {
    if (!history.isToBeHandled()) {
      return Uni.createFrom().item(told);
    }
    Uni<QueueId> target = queue == null ? fallback : Uni.createFrom().item(queue);
    return target.map(
        into -> told.then(open -> open.waitIn(into, new Author.BySystem(), clock.instant())));
  }

  private static Set<AgentId> named(Command command) {
    return Stream.of(
            command.messages().stream().flatMap(message -> Stream.ofNullable(message.author())),
            command.holder() == null
                ? Stream.<AgentId>empty()
                : Stream.of(command.holder().agent()),
            command.closing() == null ? Stream.<AgentId>empty() : Stream.of(command.closing().by()))
        .flatMap(Function.identity())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Uni<Map<ContactId, Contact>> writers(Transaction tx, Command command) {
    Set<ContactId> named =
        command.messages().stream()
            .flatMap(message -> Stream.ofNullable(message.writtenBy()))
            .collect(Collectors.toUnmodifiableSet());
    return each("requesterId", named, id -> contacts.get(tx, id));
  }

  private Uni<Map<String, ContactEndpoint>> mailboxes(Transaction tx, Command command) {
    if (!ChannelRules.isMail(command.channel())) {
      return Uni.createFrom().item(Map.of());
    }
    Set<String> named =
        Stream.concat(
                Stream.ofNullable(command.endpointAddress()),
                command.messages().stream()
                    .flatMap(message -> Stream.ofNullable(message.endpointAddress())))
            .map(address -> address.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return each(
        "emailIntegrationId", named, address -> endpoints.byAddress(tx, Channel.EMAIL, address));
  }

  /** All of them, asked for before the first is waited for. */
  private static <K, V> Uni<Map<K, V>> each(
      String field, Collection<K> keys, Function<K, Uni<V>> load) {
    if (keys.size() > NAMED_MAX) {
      throw SharedError.invalid(
          "messages.attributes." + field, "may be at most " + NAMED_MAX + " different ones");
    }
    Uni<Map<K, V>> all = Uni.createFrom().item(new HashMap<>());
    for (K key : keys) {
      Uni<V> one = load.apply(key);
      all =
          Loads.then(
              all,
              one,
              (map, value) -> {
                map.put(key, value);
                return Uni.createFrom().item(map);
              });
    }
    return all;
  }
}
