package dev.parley.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attribute.FieldsOf;
import dev.parley.application.conversation.Scene;
import dev.parley.application.event.Event;
import dev.parley.application.event.EventPositions;
import dev.parley.application.event.EventReader;
import dev.parley.application.event.EventReaderContract;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttribute;
import dev.parley.domain.event.EventType;
import dev.parley.persistence.event.PgEventPositions;
import dev.parley.persistence.support.PgConversationStores;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgEventReaderTest extends PgConversationStores implements EventReaderContract {
  @Override
  public EventReader reader() {
    return new PgEventReader();
  }

  @Override
  public EventPositions positions() {
    return new PgEventPositions(unitOfWork);
  }

  @Test
  void what_was_set_in_custom_attributes_is_shown() {
    FieldsOf fields = new FieldsOf(scene(), CustomAttribute.Entity.CONVERSATION);
    long number = create(scene().aNewConversation());
    List<AttributeChange> changes =
        List.of(
            new AttributeChange(fields.text.id(), new AttributeValue.Written("A 17")),
            new AttributeChange(
                fields.select.id(), new AttributeValue.Chosen(List.of("billing", "refund"))));
    decide(number, c -> c.updateAttributes(changes, scene().byAlice, Scene.NOON));
    await(positions().assign(100));

    Event updated = this.<List<Event>>inTransaction(tx -> reader().after(tx, 3, 10)).getFirst();

    assertThat(updated.type()).isEqualTo(EventType.CONVERSATION_CUSTOM_ATTRIBUTE_UPDATED);
    assertThat(updated.detail())
        .isInstanceOfSatisfying(
            Event.Detail.OfAttributes.class,
            detail -> assertThat(detail.changes()).containsExactlyInAnyOrderElementsOf(changes));
  }
}
