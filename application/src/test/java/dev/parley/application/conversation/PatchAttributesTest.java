package dev.parley.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.attribute.AttributeView;
import dev.parley.application.attribute.FieldsOf;
import dev.parley.application.contact.PatchContactAttributes;
import dev.parley.application.contact.PatchContactAttributesHandler;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributePatch;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.AttributeValue.Chosen;
import dev.parley.domain.attribute.AttributeValue.Written;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.CustomAttributeError;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchAttributesTest extends HandlerTest {
  private final FieldsOf ofConversations = new FieldsOf(scene, Entity.CONVERSATION);
  private final FieldsOf ofContacts = new FieldsOf(scene, Entity.CONTACT);
  private final PatchConversationAttributes conversations =
      new PatchConversationAttributesHandler(
          stores.unitOfWork, stores.conversations, stores.fields, clock);
  private final PatchContactAttributes contacts =
      new PatchContactAttributesHandler(stores.unitOfWork, stores.fields);

  @Test
  void theNamedFieldsThatHoldSomethingAreAnswered() {
    long number = aConversation();
    await(patch(number, change(ofConversations.text, new Written("1"))));

    List<AttributeView> answer =
        await(
            patch(
                number,
                change(ofConversations.select, new Chosen(List.of("billing"))),
                change(ofConversations.text, null)));

    assertThat(answer)
        .extracting(AttributeView::identifier, AttributeView::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("topic", new Chosen(List.of("billing"))));
    assertThat(await(stores.queries.get(alice(), number)).attributes()).isEqualTo(answer);
  }

  @Test
  void whatIsSoAlreadyIsAnsweredAndNotLoggedAgain() {
    long number = aConversation();
    List<AttributeView> first =
        await(patch(number, change(ofConversations.text, new Written("1"))));
    int before = events(number).size();

    assertThat(await(patch(number, change(ofConversations.text, new Written("1")))))
        .isEqualTo(first);
    assertThat(events(number)).hasSize(before);
  }

  @Test
  void onlyWhatChangesIsLogged() {
    long number = aConversation();
    await(patch(number, change(ofConversations.text, new Written("1"))));

    await(
        patch(
            number,
            change(ofConversations.text, new Written("1")),
            change(ofConversations.select, new Chosen(List.of("billing")))));

    assertThat(eventTypes(number)).last().isEqualTo(ConversationEvent.AttributesUpdated.class);
    assertThat(await(stores.queries.activity(alice(), number)))
        .last()
        .extracting(ActivityEntry::activity)
        .isEqualTo(
            new ActivityEntry.Activity.AttributesUpdated(
                List.of(change(ofConversations.select, new Chosen(List.of("billing"))))));
  }

  @Test
  void aPatchIsCarriedOutAsAWholeOrNotAtAll() {
    long number = aConversation();
    int before = events(number).size();

    assertThat(
            errorOf(
                patch(
                    number,
                    change(ofConversations.text, new Written("1")),
                    change(ofContacts.text, new Written("2")))))
        .isInstanceOf(CustomAttributeError.ValueRefused.class);
    assertThat(events(number)).hasSize(before);
    assertThat(await(stores.queries.get(alice(), number)).attributes()).isEmpty();
  }

  @Test
  void anUnknownAndAnAnonymizedConversationAreRefused() {
    AttributeChange change = change(ofConversations.text, new Written("1"));
    long number = aConversation();
    decide(number, c -> c.anonymize(scene.byAlice, Scene.NOON));

    assertThat(errorOf(patch(4711, change)))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(errorOf(patch(number, change)))
        .isEqualTo(new ConversationError.ConversationIsAnonymized());
  }

  @Test
  void aContactsFieldsArePatched() {
    assertThat(await(patch(scene.jane, change(ofContacts.text, new Written("1"))))).hasSize(1);
    assertThat(await(stores.contacts.get(here(), scene.jane)).attributes())
        .extracting(AttributeView::value)
        .containsExactly(new Written("1"));
    assertThat(errorOf(patch(scene.jane, change(ofConversations.text, null))))
        .isInstanceOf(CustomAttributeError.ValueRefused.class);
    ContactId nobody = new ContactId(scene.ids.next());
    assertThat(errorOf(patch(nobody, change(ofContacts.text, null))))
        .isEqualTo(new ContactError.ContactNotFound(nobody));
  }

  @Test
  void whoMayNotWriteMayNotPatch() {
    Actor reader =
        Actors.without(
            Actors.without(alice(), Permission.CONVERSATIONS_WRITE), Permission.CONTACTS_WRITE);
    AttributePatch patch =
        new AttributePatch(List.of(change(ofConversations.text, new Written("1"))));

    assertThatThrownBy(
            () -> conversations.handle(new PatchConversationAttributes.Command(reader, 1, patch)))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(
            () -> contacts.handle(new PatchContactAttributes.Command(reader, scene.jane, patch)))
        .isInstanceOf(DomainException.class);
  }

  private Uni<List<AttributeView>> patch(long number, AttributeChange... changes) {
    return conversations.handle(
        new PatchConversationAttributes.Command(
            alice(), number, new AttributePatch(List.of(changes))));
  }

  private Uni<List<AttributeView>> patch(ContactId contact, AttributeChange... changes) {
    return contacts.handle(
        new PatchContactAttributes.Command(alice(), contact, new AttributePatch(List.of(changes))));
  }

  private static AttributeChange change(CustomAttribute of, @Nullable AttributeValue value) {
    return new AttributeChange(of.id(), value);
  }
}
