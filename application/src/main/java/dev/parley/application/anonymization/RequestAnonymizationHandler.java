package dev.parley.application.anonymization;

import dev.parley.application.contact.Contacts;
import dev.parley.application.conversation.Conversations;
import dev.parley.application.conversation.Deliveries;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.Wakeups;
import dev.parley.domain.anonymization.AnonymizationError;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.anonymization.Scope;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

public final class RequestAnonymizationHandler implements RequestAnonymization {
  private final UnitOfWork unitOfWork;
  private final AnonymizationRequests requests;
  private final PersonalData personalData;
  private final Conversations conversations;
  private final Deliveries deliveries;
  private final Contacts contacts;
  private final IdSource ids;
  private final InstantSource clock;
  private final Wakeups wakeups;

  public RequestAnonymizationHandler(
      UnitOfWork unitOfWork,
      AnonymizationRequests requests,
      PersonalData personalData,
      Conversations conversations,
      Deliveries deliveries,
      Contacts contacts,
      IdSource ids,
      InstantSource clock,
      Wakeups wakeups) {
    this.unitOfWork = unitOfWork;
    this.requests = requests;
    this.personalData = personalData;
    this.conversations = conversations;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.ids = ids;
    this.clock = clock;
    this.wakeups = wakeups;
  }

  @Override
  public Uni<AnonymizationRequest> get(Actor actor, AnonymizationRequestId id) {
    actor.require(Permission.CONVERSATIONS_READ);
    return unitOfWork.inTransaction(actor.organization(), tx -> requests.get(tx, id));
  }

  @Override
  public Uni<AnonymizationRequest> handle(Command command) {
    command.actor().require(Permission.ANONYMIZE);
    return unitOfWork
        .inTransaction(
            command.actor().organization(),
            tx -> scope(tx, command).chain(scope -> add(tx, command.actor(), scope)))
        .invoke(() -> wakeups.wake(Wakeups.Topic.ANONYMIZATION));
  }

  private Uni<Scope> scope(Transaction tx, Command command) {
    return switch (command.target()) {
      case Target.Contact(ContactId id) -> contact(tx, id, command.force());
      case Target.Conversation(long number) -> conversation(tx, number, command);
      case Target.Message(long number, MessageId id) -> message(tx, number, id);
    };
  }

  private Uni<Scope> contact(Transaction tx, ContactId id, boolean force) {
    Uni<Contact> contact = contacts.get(tx, id);
    Uni<Boolean> unsettled = personalData.hasUnsettled(tx, id);
    return Loads.then(
        contact,
        unsettled,
        (found, inHand) -> {
          if (found.anonymizedAt() != null) {
            throw alreadyRequested();
          }
          if (inHand && !force) {
            throw notSettled();
          }
          return Uni.createFrom().item(new Scope.OfContact(id));
        });
  }

  private Uni<Scope> conversation(Transaction tx, long number, Command command) {
    return conversations
        .get(tx, number)
        .chain(
            found -> {
              requireNotAnonymized(found);
              Scope scope = new Scope.OfConversation(found.id(), number);
              if (found.state().isSettled()) {
                return Uni.createFrom().item(scope);
              }
              if (!command.force()) {
                throw notSettled();
              }
              return conversations
                  .save(tx, found.close(command.actor().author(), clock.instant()))
                  .replaceWith(scope);
            });
  }

  private Uni<Scope> message(Transaction tx, long number, MessageId id) {
    Uni<Conversation> conversation = conversations.get(tx, number);
    Uni<ConversationId> home = deliveries.conversationOf(tx, id);
    return Loads.then(
        conversation,
        home,
        (found, itsOwn) -> {
          if (!found.id().equals(itsOwn)) {
            throw new DomainException(new ConversationError.MessageNotFound(id));
          }
          requireNotAnonymized(found);
          if (!found.state().isSettled()) {
            throw notSettled();
          }
          return Uni.createFrom().item(new Scope.OfMessage(found.id(), number, id));
        });
  }

  private Uni<AnonymizationRequest> add(Transaction tx, Actor actor, Scope scope) {
    AnonymizationRequest request =
        new AnonymizationRequest(
            new AnonymizationRequestId(ids.next()), scope, actor.agent(), clock.instant(), null);
    return requests.add(tx, request).replaceWith(request);
  }

  private static void requireNotAnonymized(Conversation conversation) {
    if (conversation.anonymizedAt() != null) {
      throw alreadyRequested();
    }
  }

  private static DomainException alreadyRequested() {
    return new DomainException(new AnonymizationError.AlreadyRequested());
  }

  private static DomainException notSettled() {
    return new DomainException(new AnonymizationError.TargetNotSettled());
  }
}
