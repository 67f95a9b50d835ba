package dev.parley.domain.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.domain.attribute.AttributeValue.Chosen;
import dev.parley.domain.attribute.AttributeValue.Written;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.CustomAttribute.Input;
import dev.parley.domain.attribute.CustomAttribute.Option;
import dev.parley.domain.shared.DomainException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttributePatchTest {
  private static final CustomAttribute ORDER = attribute(1, new Input.TextInput(null), false);
  private static final CustomAttribute TOPIC =
      attribute(
          2,
          new Input.SelectInput(
              List.of(
                  option("billing", false, option("refund", false), option("cheque", true)),
                  option("fax", true, option("broken", false)))),
          false);

  @Test
  void aTextIsWrittenAndTakenAway() {
    assertThat(changes(field(ORDER, null), wish(ORDER, new Written("012345")))).hasSize(1);
    assertThat(changes(field(ORDER, new Written("1")), wish(ORDER, new Written("")))).hasSize(1);
    assertThat(changes(field(ORDER, new Written("1")), wish(ORDER, null))).hasSize(1);
  }

  @Test
  void aChoiceIsAPathFromTheTopOption() {
    assertThat(changes(field(TOPIC, null), choice("billing"))).hasSize(1);
    assertThat(changes(field(TOPIC, null), choice("billing", "refund"))).hasSize(1);
    assertRefused(field(TOPIC, null), choice());
    assertRefused(field(TOPIC, null), choice("refund"));
    assertRefused(field(TOPIC, null), choice("billing", "refund", "more"));
    assertRefused(field(TOPIC, null), choice("Billing"));
  }

  @Test
  void aDeactivatedOptionCannotBeChosenNorWhatIsNestedInIt() {
    assertRefused(field(TOPIC, null), choice("billing", "cheque"));
    assertRefused(field(TOPIC, null), choice("fax"));
    assertRefused(field(TOPIC, null), choice("fax", "broken"));
  }

  @Test
  void aValueIsOfTheKindOfItsField() {
    assertRefused(field(ORDER, null), wish(ORDER, new Chosen(List.of("012345"))));
    assertRefused(field(TOPIC, null), wish(TOPIC, new Written("billing")));
  }

  @Test
  void anArchivedFieldAndOneOfAnotherEntityStayAsTheyAre() {
    CustomAttribute archived = attribute(3, new Input.TextInput(null), true);

    assertRefused(field(archived, new Written("x")), wish(archived, null));
    assertThat(
            refusal(
                () ->
                    patch(wish(ORDER, null)).changing(Entity.CONTACT, List.of(field(ORDER, null)))))
        .isInstanceOf(CustomAttributeError.ValueRefused.class);
  }

  @Test
  void oneWishThatCannotBeFulfilledRefusesAll() {
    assertThat(
            refusal(
                () ->
                    patch(wish(ORDER, new Written("x")), wish(TOPIC, null))
                        .changing(Entity.CONVERSATION, List.of(field(ORDER, null)))))
        .isEqualTo(new CustomAttributeError.ValueRefused("an attribute is unknown"));
    assertThat(refusal(AttributePatchTest::patch))
        .isEqualTo(new CustomAttributeError.ValueRefused("no attribute is named"));
  }

  @Test
  void twoWishesForOneFieldAreRefused() {
    assertThat(refusal(() -> patch(wish(ORDER, null), wish(ORDER, new Written("x")))))
        .isEqualTo(new CustomAttributeError.ValueRefused("an attribute is named twice"));
  }

  @Test
  void whatIsSoAlreadyIsNoChange() {
    List<Field> fields = List.of(field(ORDER, new Written("x")), field(TOPIC, null));
    AttributeChange news = choice("billing");

    assertThat(patch(wish(ORDER, new Written("x")), news).changing(Entity.CONVERSATION, fields))
        .containsExactly(news);
    assertThat(patch(wish(TOPIC, null)).changing(Entity.CONVERSATION, fields)).isEmpty();
  }

  @Test
  void fulfilledAreTheNamedFieldsThatHoldSomething() {
    List<Field> fields = List.of(field(ORDER, new Written("x")), field(TOPIC, null));

    assertThat(patch(choice("billing"), wish(ORDER, null)).fulfilled(fields))
        .containsExactly(field(TOPIC, new Chosen(List.of("billing"))));
  }

  @Test
  void aTextHasAnEnd() {
    assertThat(new Written("x".repeat(Written.MAX)).text()).hasSize(Written.MAX);
    assertThat(refusal(() -> new Written("x".repeat(Written.MAX + 1)))).isNotNull();
    assertThat(new Written("Grace Hopper")).asString().doesNotContain("Grace");
  }

  private static List<AttributeChange> changes(Field field, AttributeChange wish) {
    return patch(wish).changing(Entity.CONVERSATION, List.of(field));
  }

  private static void assertRefused(Field field, AttributeChange wish) {
    assertThat(refusal(() -> changes(field, wish)))
        .isInstanceOf(CustomAttributeError.ValueRefused.class);
  }

  private static Object refusal(ThrowingCallable command) {
    return catchThrowableOfType(DomainException.class, command).error();
  }

  private static AttributePatch patch(AttributeChange... wishes) {
    return new AttributePatch(List.of(wishes));
  }

  private static AttributeChange wish(CustomAttribute attribute, @Nullable AttributeValue value) {
    return new AttributeChange(attribute.id(), value);
  }

  private static AttributeChange choice(String... path) {
    return wish(TOPIC, new Chosen(Arrays.asList(path)));
  }

  private static Field field(CustomAttribute attribute, @Nullable AttributeValue value) {
    return new Field(attribute, value);
  }

  private static Option option(String value, boolean deactivated, Option... nested) {
    return new Option(new UUID(0, 9), value, value, deactivated, List.of(nested));
  }

  private static CustomAttribute attribute(int id, Input input, boolean archived) {
    return new CustomAttribute(
        new CustomAttributeId(new UUID(0, id)),
        Entity.CONVERSATION,
        "field-" + id,
        "Field",
        input,
        archived,
        Instant.EPOCH,
        null);
  }
}
