package dev.parley.application.attribute;

import dev.parley.application.conversation.Scene;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.CustomAttribute.Input;
import dev.parley.domain.attribute.CustomAttribute.Option;
import dev.parley.domain.attribute.CustomAttributeId;
import java.time.Instant;
import java.util.List;

/** A text, a select and an archived text, defined in this order for one entity of a scene. */
public final class FieldsOf {
  public final CustomAttribute text;
  public final CustomAttribute select;
  public final CustomAttribute archived;

  public FieldsOf(Scene scene, Entity entity) {
    text = attribute(scene, entity, "order", new Input.TextInput(null), false, 0);
    select =
        attribute(
            scene,
            entity,
            "topic",
            new Input.SelectInput(
                List.of(option(scene, "billing", List.of(option(scene, "refund", List.of()))))),
            false,
            1);
    archived = attribute(scene, entity, "old", new Input.TextInput(null), true, 2);
  }

  private static Option option(Scene scene, String value, List<Option> nested) {
    return new Option(scene.ids.next(), value, value, false, nested);
  }

  private static CustomAttribute attribute(
      Scene scene, Entity entity, String name, Input input, boolean archived, int second) {
    Instant at = Scene.MORNING.plusSeconds(second);
    CustomAttribute attribute =
        new CustomAttribute(
            new CustomAttributeId(scene.ids.next()),
            entity,
            name,
            "The " + name,
            input,
            archived,
            at,
            null);
    scene.seeds.add(scene.organization, attribute);
    return attribute;
  }
}
