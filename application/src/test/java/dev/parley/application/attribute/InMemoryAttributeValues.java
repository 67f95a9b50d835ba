package dev.parley.application.attribute;

import dev.parley.application.shared.InMemoryRows;
import dev.parley.application.shared.Recoverable;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.attribute.Field;
import dev.parley.domain.organization.OrganizationId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What conversations and contacts hold in fields, by their ids. */
public final class InMemoryAttributeValues implements Recoverable {
  private final InMemoryRows<Key, Held> rows = new InMemoryRows<>();
  private final InMemoryCustomAttributes definitions;

  public InMemoryAttributeValues(InMemoryCustomAttributes definitions) {
    this.definitions = definitions;
  }

  private record Key(UUID owner, CustomAttributeId attribute) {}

  private record Held(Key key, AttributeValue value) {}

  /** The named fields that exist, in the order of their definition. */
  public List<Field> fields(
      OrganizationId organization, UUID owner, Predicate<CustomAttribute> named) {
    return definitions.of(organization).stream()
        .filter(named)
        .sorted(Comparator.comparing(CustomAttribute::createdAt))
        .map(
            definition ->
                new Field(
                    definition,
                    rows.find(organization, new Key(owner, definition.id()))
                        .map(Held::value)
                        .orElse(null)))
        .toList();
  }

  public List<AttributeView> views(OrganizationId organization, UUID owner) {
    return AttributeView.of(fields(organization, owner, definition -> !definition.archived()));
  }

  public void save(OrganizationId organization, UUID owner, List<AttributeChange> changes) {
    for (AttributeChange change : changes) {
      Key key = new Key(owner, change.attribute());
      if (change.value() == null) {
        rows.remove(organization, key);
      } else {
        rows.put(organization, key, new Held(key, change.value()));
      }
    }
  }

  /** Takes away what a person wrote. */
  public void forgetTexts(OrganizationId organization, UUID owner) {
    rows.of(organization).stream()
        .filter(held -> held.key().owner().equals(owner))
        .filter(held -> held.value() instanceof AttributeValue.Written)
        .forEach(held -> rows.remove(organization, held.key()));
  }

  /** All there is. */
  public List<?> everything() {
    return rows.all();
  }

  @Override
  public Runnable mark() {
    return rows.mark();
  }
}
