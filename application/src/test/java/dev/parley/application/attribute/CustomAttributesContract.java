package dev.parley.application.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.StoreContract;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.CustomAttribute.Input;
import dev.parley.domain.attribute.CustomAttribute.Option;
import dev.parley.domain.attribute.CustomAttributeError.CustomAttributeNotFound;
import dev.parley.domain.attribute.CustomAttributeError.IdentifierTaken;
import dev.parley.domain.attribute.CustomAttributeId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the stores of custom attribute definitions promise. */
public interface CustomAttributesContract extends StoreContract {
  CustomAttributes attributes();

  @Test
  default void aDefinitionThatWasAddedIsFoundWithItsNestedOptions() {
    Option leaf = new Option(newId(), "refund", "Refund", true, List.of());
    Option branch = new Option(newId(), "billing", "Billing", false, List.of(leaf));
    CustomAttribute select = add("topic", new Input.SelectInput(List.of(branch)));
    CustomAttribute hinted = add("order", new Input.TextInput("A-123"));
    CustomAttribute plain = add("remark", new Input.TextInput(null));

    assertThat(await(attributes().get(here(), select.id()))).isEqualTo(select);
    assertThat(await(attributes().list(here()))).containsExactlyInAnyOrder(select, hinted, plain);
  }

  @Test
  default void anotherOrganizationDoesNotSeeADefinition() {
    CustomAttribute order = add("order", new Input.TextInput(null));

    assertThat(errorOf(attributes().get(elsewhere(), order.id())))
        .isEqualTo(new CustomAttributeNotFound(order.id()));
    assertThat(errorOf(attributes().archive(elsewhere(), order.id(), NOW)))
        .isEqualTo(new CustomAttributeNotFound(order.id()));
    assertThat(await(attributes().list(elsewhere()))).isEmpty();
  }

  @Test
  default void anIdentifierIsTakenUntilItsDefinitionIsArchived() {
    CustomAttribute order = add("order", new Input.TextInput(null));
    assertThat(
            errorOf(
                attributes()
                    .add(here(), text("order", Entity.CONVERSATION, new Input.TextInput(null)))))
        .isEqualTo(new IdentifierTaken("order"));
    await(attributes().add(here(), text("order", Entity.CONTACT, new Input.TextInput(null))));

    await(attributes().archive(here(), order.id(), NOW.plusSeconds(5)));

    CustomAttribute archived = await(attributes().get(here(), order.id()));
    assertThat(archived.archived()).isTrue();
    assertThat(archived.updatedAt()).isEqualTo(NOW.plusSeconds(5));
    add("order", new Input.TextInput(null));
  }

  @Test
  default void archivingTwiceChangesNothing() {
    CustomAttribute order = add("order", new Input.TextInput(null));
    await(attributes().archive(here(), order.id(), NOW.plusSeconds(5)));

    await(attributes().archive(here(), order.id(), NOW.plusSeconds(9)));

    assertThat(await(attributes().get(here(), order.id())).updatedAt())
        .isEqualTo(NOW.plusSeconds(5));
  }

  private CustomAttribute add(String identifier, Input input) {
    CustomAttribute attribute = text(identifier, Entity.CONVERSATION, input);
    await(attributes().add(here(), attribute));
    return attribute;
  }

  private CustomAttribute text(String identifier, Entity entity, Input input) {
    return new CustomAttribute(
        new CustomAttributeId(newId()), entity, identifier, "Label", input, false, NOW, null);
  }
}
