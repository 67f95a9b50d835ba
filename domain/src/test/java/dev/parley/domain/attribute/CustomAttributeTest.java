package dev.parley.domain.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.domain.attribute.CustomAttribute.Input.SelectInput;
import dev.parley.domain.attribute.CustomAttribute.Option;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.DomainException;
import dev.parley.domain.shared.SharedError.InvalidField;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CustomAttributeTest {
  @Test
  void aSelectHasOptions() {
    assertThat(refusal(() -> new SelectInput(List.of())))
        .isEqualTo(new InvalidField("inputDefinition.options", "must not be empty"));
  }

  @Test
  void aSelectHasAtMostOneThousandOptionsInAllLevels() {
    assertThat(new SelectInput(List.of(option("root", many(999)))).options()).hasSize(1);
    assertThat(refusal(() -> new SelectInput(List.of(option("root", many(1000))))))
        .isEqualTo(new InvalidField("inputDefinition.options", "has too many options"));
  }

  @Test
  void optionsAreNestedAtMostFiveDeep() {
    assertThat(new SelectInput(List.of(chain(5))).options()).hasSize(1);
    assertThat(refusal(() -> new SelectInput(List.of(chain(6)))))
        .isEqualTo(new InvalidField("inputDefinition.options", "is nested too deep"));
  }

  @Test
  void siblingsHaveDifferentValuesOnEveryLevel() {
    InvalidField refused = new InvalidField("options.value", "must be unique among its siblings");
    List<Option> twins = List.of(option("a", List.of()), option("a", List.of()));

    assertThat(refusal(() -> option("root", twins))).isEqualTo(refused);
    assertThat(refusal(() -> new SelectInput(twins))).isEqualTo(refused);
  }

  @Test
  void cousinsMayHaveTheSameValue() {
    List<Option> families =
        List.of(
            option("a", List.of(option("x", List.of()))),
            option("b", List.of(option("x", List.of()))));

    assertThat(new SelectInput(families).options()).isEqualTo(families);
  }

  @Test
  void anAttributeHasAnIdentifierAndALabel() {
    assertThat(refusal(() -> attribute(" ", "Plan"))).isInstanceOf(InvalidField.class);
    assertThat(refusal(() -> attribute("plan", ""))).isInstanceOf(InvalidField.class);
    assertThat(attribute("plan", "Plan").label()).isEqualTo("Plan");
  }

  private static CustomAttribute attribute(String identifier, String label) {
    return new CustomAttribute(
        new CustomAttributeId(new UUID(0, 1)),
        CustomAttribute.Entity.CONTACT,
        identifier,
        label,
        new CustomAttribute.Input.TextInput(null),
        false,
        Instant.EPOCH,
        null);
  }

  private static Option chain(int depth) {
    return option("level", depth == 1 ? List.of() : List.of(chain(depth - 1)));
  }

  private static List<Option> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> option("v" + i, List.of())).toList();
  }

  private static Option option(String value, List<Option> nested) {
    return new Option(new UUID(0, 1), value, "Label", false, nested);
  }

  private static DomainError refusal(ThrowingCallable work) {
    return catchThrowableOfType(DomainException.class, work).error();
  }
}
