package dev.parley.application.anonymization;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.anonymization.RequestAnonymization.Command;
import dev.parley.application.anonymization.RequestAnonymization.Target;
import dev.parley.application.conversation.HandlerTest;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.domain.anonymization.AnonymizationError;
import dev.parley.domain.anonymization.AnonymizationRequest;
import dev.parley.domain.anonymization.AnonymizationRequestId;
import dev.parley.domain.anonymization.Scope;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class RequestAnonymizationTest extends HandlerTest {
  private final RequestAnonymization request =
      new RequestAnonymizationHandler(
          stores.unitOfWork,
          stores.requests,
          stores.personalData,
          stores.conversations,
          stores.deliveries,
          stores.contacts,
          ids,
          clock,
          wakeups);

  @Test
  void aRequestIsAcceptedAtOnceAndCarriedOutLater() {
    long number = closed();

    AnonymizationRequest accepted = await(request(new Target.Conversation(number), false));

    assertThat(accepted.scope()).isEqualTo(new Scope.OfConversation(load(number).id(), number));
    assertThat(accepted.requestedBy()).isEqualTo(scene().alice);
    assertThat(accepted.initiatedAt()).isEqualTo(NOON);
    assertThat(accepted.processedAt()).isNull();
    assertThat(load(number).anonymizedAt()).isNull();
    assertThat(wakeups.woken()).containsExactly(Topic.ANONYMIZATION);
    assertThat(await(request.get(scene().admin(), accepted.id()))).isEqualTo(accepted);
  }

  @Test
  void whatIsStillBeingHandledIsNotAnonymized() {
    long number = aConversation();
    MessageId message = messages(number).getFirst().id();

    assertThat(errorOf(request(new Target.Conversation(number), false)))
        .isEqualTo(new AnonymizationError.TargetNotSettled());
    assertThat(errorOf(request(new Target.Contact(scene().jane), false)))
        .isEqualTo(new AnonymizationError.TargetNotSettled());
    assertThat(errorOf(request(new Target.Message(number, message), false)))
        .isEqualTo(new AnonymizationError.TargetNotSettled());
    assertThat(await(stores.requests.lease(NOON, AnonymizationContract.LEASE, 10))).isEmpty();
  }

  @Test
  void forceClosesTheConversationFirst() {
    long number = aConversation();

    await(request(new Target.Conversation(number), true));

    assertThat(load(number).state()).isEqualTo(new ConversationState.Closed());
  }

  @Test
  void forceAcceptsAContactWhoIsStillBeingServed() {
    aConversation();

    assertThat(await(request(new Target.Contact(scene().jane), true)).scope())
        .isEqualTo(new Scope.OfContact(scene().jane));
  }

  @Test
  void aTargetIsRequestedOnce() {
    long number = closed();
    MessageId message = messages(number).getFirst().id();
    await(request(new Target.Conversation(number), false));
    await(request(new Target.Message(number, message), false));
    await(request(new Target.Contact(scene().jane), false));

    assertThat(errorOf(request(new Target.Conversation(number), true)))
        .isEqualTo(new AnonymizationError.AlreadyRequested());
    assertThat(errorOf(request(new Target.Message(number, message), false)))
        .isEqualTo(new AnonymizationError.AlreadyRequested());
    assertThat(errorOf(request(new Target.Contact(scene().jane), true)))
        .isEqualTo(new AnonymizationError.AlreadyRequested());
  }

  @Test
  void whatIsAnonymizedCannotBeAgain() {
    long number = closed();
    MessageId message = messages(number).getFirst().id();
    decide(number, present -> present.anonymize(scene().byAlice, NOON));

    assertThat(errorOf(request(new Target.Conversation(number), true)))
        .isEqualTo(new AnonymizationError.AlreadyRequested());
    assertThat(errorOf(request(new Target.Message(number, message), false)))
        .isEqualTo(new AnonymizationError.AlreadyRequested());
  }

  @Test
  void aMessageIsFoundInItsOwnConversationOnly() {
    long number = closed();
    long other = closed();
    MessageId elsewhere = messages(other).getFirst().id();

    assertThat(errorOf(request(new Target.Message(number, elsewhere), false)))
        .isEqualTo(new ConversationError.MessageNotFound(elsewhere));
  }

  @Test
  void everyTargetMustExistInTheOrganization() {
    create(abroad(), abroad().aNewConversation());
    ContactId theirs = new ContactId(ids.next());
    abroad().seeds.add(elsewhere(), abroad().contact(theirs, "Zoe", "zoe@example.org"));
    MessageId nothing = new MessageId(ids.next());

    assertThat(errorOf(request(new Target.Conversation(1), true)))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(errorOf(request(new Target.Contact(theirs), true)))
        .isEqualTo(new ContactError.ContactNotFound(theirs));
    long number = closed();
    assertThat(errorOf(request(new Target.Message(number, nothing), false)))
        .isEqualTo(new ConversationError.MessageNotFound(nothing));
  }

  @Test
  void aRequestOfAnotherOrganizationIsNotFound() {
    AnonymizationRequest accepted = await(request(new Target.Conversation(closed()), false));

    assertThat(errorOf(request.get(abroad().admin(), accepted.id())))
        .isEqualTo(new AnonymizationError.AnonymizationRequestNotFound(accepted.id()));
  }

  @Test
  void itTakesThePermissionToAnonymizeAndToRead() {
    long number = closed();
    Command command = new Command(scene().actor(), new Target.Conversation(number), false);

    assertThat(errorOf(Uni.createFrom().deferred(() -> request.handle(command))))
        .isEqualTo(new SharedError.PermissionMissing("ANONYMIZE"));
    assertThat(
            errorOf(
                Uni.createFrom()
                    .deferred(
                        () ->
                            request.get(
                                Actors.without(scene().admin(), Permission.CONVERSATIONS_READ),
                                new AnonymizationRequestId(ids.next())))))
        .isEqualTo(new SharedError.PermissionMissing("CONVERSATIONS_READ"));
  }

  private long closed() {
    long number = aConversation();
    decide(number, present -> present.close(scene().byAlice, NOON));
    return number;
  }

  private Uni<AnonymizationRequest> request(Target target, boolean force) {
    return request.handle(new Command(scene().admin(), target, force));
  }
}
