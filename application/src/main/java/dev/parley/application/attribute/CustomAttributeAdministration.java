package dev.parley.application.attribute;

import dev.parley.application.shared.Actor;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Permission;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.CustomAttribute.Input;
import dev.parley.domain.attribute.CustomAttribute.Option;
import dev.parley.domain.attribute.CustomAttributeId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defines custom attributes. */
public final class CustomAttributeAdministration {
  private final CustomAttributes attributes;
  private final IdSource ids;
  private final InstantSource clock;

  public CustomAttributeAdministration(
      CustomAttributes attributes, IdSource ids, InstantSource clock) {
    this.attributes = attributes;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return fails with {@code IdentifierTaken}
   */
  public Uni<CustomAttribute> create(Actor actor, NewAttribute wanted) {
    actor.require(Permission.CONFIGURATION_WRITE);
    CustomAttribute attribute =
        new CustomAttribute(
            new CustomAttributeId(ids.next()),
            wanted.entity(),
            wanted.identifier(),
            wanted.label(),
            input(wanted.input()),
            false,
            clock.instant(),
            null);
    return attributes.add(actor.organization(), attribute).replaceWith(attribute);
  }

  /** Oldest first, archived ones included. */
  public Uni<List<CustomAttribute>> list(Actor actor) {
    actor.require(Permission.CONFIGURATION_READ);
    return attributes.list(actor.organization());
  }

  /**
   * @return fails with {@code CustomAttributeNotFound}
   */
  public Uni<CustomAttribute> get(Actor actor, CustomAttributeId id) {
    actor.require(Permission.CONFIGURATION_READ);
    return attributes.get(actor.organization(), id);
  }

  /**
   * @return fails with {@code CustomAttributeNotFound}
   */
  public Uni<Void> archive(Actor actor, CustomAttributeId id) {
    actor.require(Permission.CONFIGURATION_WRITE);
    return attributes.archive(actor.organization(), id, clock.instant());
  }

  private Input input(NewInput wanted) {
    return switch (wanted) {
      case NewInput.Text(String placeholder) -> new Input.TextInput(placeholder);
      case NewInput.Select(List<NewOption> options) -> new Input.SelectInput(options(options));
    };
  }

  private List<Option> options(List<NewOption> wanted) {
    return wanted.stream()
        .map(
            option ->
                new Option(
                    ids.next(),
                    option.value(),
                    option.label(),
                    option.deactivated(),
                    options(option.nested())))
        .toList();
  }

  /** A definition as an administrator describes one. */
  public record NewAttribute(Entity entity, String identifier, String label, NewInput input) {}

  /** What the field is to accept. */
  public sealed interface NewInput {
    record Text(@Nullable String placeholder) implements NewInput {}

    record Select(List<NewOption> options) implements NewInput {}
  }

  /** A choice without an id yet. */
  public record NewOption(
      String value, String label, boolean deactivated, List<NewOption> nested) {}
}
