package dev.parley.domain.attribute;

import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.shared.DomainException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Wishes for fields of one conversation or contact; fields that are not named stay as they are. */
public record AttributePatch(List<AttributeChange> wishes) {

  /**
   * @throws DomainException {@link CustomAttributeError.ValueRefused} when it wishes nothing, or
   *     two things for one field
   */
  public AttributePatch {
    wishes = List.copyOf(wishes);
    if (wishes.isEmpty()) {
      throw refused("no attribute is named");
    }
    if (attributes(wishes).size() < wishes.size()) {
      throw refused("an attribute is named twice");
    }
  }

  public Set<CustomAttributeId> attributes() {
    return attributes(wishes);
  }

  private static Set<CustomAttributeId> attributes(List<AttributeChange> wishes) {
    return wishes.stream().map(AttributeChange::attribute).collect(Collectors.toSet());
  }

  /**
   * The wishes that are not fulfilled already.
   *
   * @param fields those of {@link #attributes} that exist
   * @throws DomainException {@link CustomAttributeError.ValueRefused} when one wish cannot be
   *     fulfilled
   */
  public List<AttributeChange> changing(Entity entity, List<Field> fields) {
    Map<CustomAttributeId, Field> known =
        fields.stream()
            .collect(Collectors.toMap(field -> field.definition().id(), Function.identity()));
    List<AttributeChange> changes = new ArrayList<>();
    for (AttributeChange wish : wishes) {
      Field field = known.get(wish.attribute());
      if (field == null) {
        throw refused("an attribute is unknown");
      }
      field.definition().requireSettable(entity, wish.value());
      if (!Objects.equals(field.value(), wish.value())) {
        changes.add(wish);
      }
    }
    return changes;
  }

  /** The named fields when the wishes are fulfilled, those without a value left out. */
  public List<Field> fulfilled(List<Field> fields) {
    return fields.stream()
        .flatMap(
            field ->
                wishes.stream()
                    .filter(wish -> wish.attribute().equals(field.definition().id()))
                    .filter(wish -> wish.value() != null)
                    .map(wish -> new Field(field.definition(), wish.value())))
        .toList();
  }

  private static DomainException refused(String rule) {
    return new DomainException(new CustomAttributeError.ValueRefused(rule));
  }
}
