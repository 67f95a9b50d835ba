package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.attribute.AttributeView;
import dev.parley.application.attribute.FieldsOf;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.AttributeValue.Chosen;
import dev.parley.domain.attribute.AttributeValue.Written;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.attribute.Field;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores promise about the values of custom attributes. */
public interface AttributeValuesContract extends ConversationStores {
  Chosen REFUND = new Chosen(List.of("billing", "refund"));

  AttributeValues attributeValues();

  ContactDirectory contactDirectory();

  @Test
  default void theFieldsOfAConversationAreThoseNamedThatExist() {
    FieldsOf fields = new FieldsOf(scene(), Entity.CONVERSATION);
    long number = create(scene().aNewConversation());
    CustomAttributeId unknown = new CustomAttributeId(newId());
    update(number, change(fields.select, REFUND), change(fields.text, new Written("o'\"1")));

    assertThat(
            fieldsOf(
                number,
                Set.of(fields.archived.id(), fields.text.id(), fields.select.id(), unknown)))
        .containsExactly(
            new Field(fields.text, new Written("o'\"1")),
            new Field(fields.select, REFUND),
            new Field(fields.archived, null));
    assertThat(fieldsOf(4711, Set.of(fields.text.id())))
        .containsExactly(new Field(fields.text, null));
  }

  @Test
  default void aValueIsReplacedAndTakenAway() {
    FieldsOf fields = new FieldsOf(scene(), Entity.CONVERSATION);
    long number = create(scene().aNewConversation());
    long another = create(scene().aNewConversation());
    update(another, change(fields.text, new Written("kept")), change(fields.select, REFUND));
    update(number, change(fields.text, new Written("1")), change(fields.select, REFUND));

    update(number, change(fields.text, new Written("2")), change(fields.select, null));

    assertThat(shown(number)).containsExactly(view(fields.text, new Written("2")));
    assertThat(shown(another)).hasSize(2);
  }

  @Test
  default void archivedFieldsAreNotShown() {
    FieldsOf fields = new FieldsOf(scene(), Entity.CONVERSATION);
    long number = create(scene().aNewConversation());

    update(number, change(fields.archived, new Written("old")), change(fields.select, REFUND));

    assertThat(shown(number)).containsExactly(view(fields.select, REFUND));
  }

  @Test
  default void theLogTellsToWhatTheFieldsWereUpdated() {
    FieldsOf fields = new FieldsOf(scene(), Entity.CONVERSATION);
    long number = create(scene().aNewConversation());
    List<AttributeChange> first =
        List.of(change(fields.text, new Written("1")), change(fields.select, REFUND));
    AttributeChange second = change(fields.text, null);

    update(number, first.toArray(AttributeChange[]::new));
    update(number, second);

    List<Activity> log =
        await(queries().activity(scene().actor(), number)).stream()
            .map(ActivityEntry::activity)
            .toList();
    assertThat(((Activity.AttributesUpdated) log.get(log.size() - 2)).changes())
        .containsExactlyInAnyOrderElementsOf(first);
    assertThat(log).last().isEqualTo(new Activity.AttributesUpdated(List.of(second)));
  }

  @Test
  default void aContactHoldsValues() {
    FieldsOf fields = new FieldsOf(scene(), Entity.CONTACT);
    save(scene().jane, change(fields.text, new Written("1")), change(fields.select, REFUND));
    save(scene().joe, change(fields.select, REFUND));

    save(scene().jane, change(fields.text, new Written("2")), change(fields.select, null));
    save(scene().jane);

    assertThat(
            this.<List<Field>>inTransaction(
                tx ->
                    attributeValues()
                        .ofContact(tx, scene().jane, Set.of(fields.select.id(), fields.text.id()))))
        .containsExactly(new Field(fields.text, new Written("2")), new Field(fields.select, null));
    assertThat(await(contactDirectory().get(here(), scene().jane)).attributes())
        .containsExactly(view(fields.text, new Written("2")));
    assertThat(await(contactDirectory().get(here(), scene().joe)).attributes()).hasSize(1);
  }

  @Test
  default void whatOthersHoldIsNotSeen() {
    FieldsOf fields = new FieldsOf(scene(), Entity.CONTACT);
    FieldsOf theirs = new FieldsOf(abroad(), Entity.CONTACT);
    ContactId zoe = new ContactId(newId());
    abroad().seeds.add(elsewhere(), abroad().contact(zoe, "Zoe", "zoe@example.org"));
    this.<Void>inTransactionElsewhere(
        tx ->
            attributeValues()
                .save(tx, abroad().jane, List.of(change(theirs.text, new Written("theirs")))));

    assertThat(
            errorOf(
                unitOfWork()
                    .inTransaction(here(), tx -> attributeValues().ofContact(tx, zoe, Set.of()))))
        .isEqualTo(new ContactError.ContactNotFound(zoe));
    assertThat(await(contactDirectory().get(here(), scene().jane)).attributes()).isEmpty();
    assertThat(
            this.<List<Field>>inTransaction(
                tx -> attributeValues().ofContact(tx, scene().jane, Set.of(fields.text.id()))))
        .containsExactly(new Field(fields.text, null));
  }

  private List<AttributeView> shown(long number) {
    List<AttributeView> attributes = await(queries().get(scene().actor(), number)).attributes();
    return attributes == null ? List.of() : attributes;
  }

  private List<Field> fieldsOf(long number, Set<CustomAttributeId> ids) {
    return inTransaction(tx -> attributeValues().ofConversation(tx, number, ids));
  }

  private void update(long number, AttributeChange... changes) {
    decide(number, c -> c.updateAttributes(List.of(changes), scene().byAlice, NOON));
  }

  private void save(ContactId contact, AttributeChange... changes) {
    this.<Void>inTransaction(tx -> attributeValues().save(tx, contact, List.of(changes)));
  }

  private static AttributeChange change(CustomAttribute of, @Nullable AttributeValue value) {
    return new AttributeChange(of.id(), value);
  }

  private static AttributeView view(CustomAttribute of, AttributeValue value) {
    return new AttributeView(of.id(), of.label(), of.identifier(), value);
  }
}
