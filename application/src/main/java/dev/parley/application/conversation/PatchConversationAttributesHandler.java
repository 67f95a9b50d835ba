package dev.parley.application.conversation;

import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.attribute.AttributeView;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.Field;
import dev.parley.domain.conversation.Conversation;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;

public final class PatchConversationAttributesHandler implements PatchConversationAttributes {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final AttributeValues attributes;
  private final InstantSource clock;

  public PatchConversationAttributesHandler(
      UnitOfWork unitOfWork,
      Conversations conversations,
      AttributeValues attributes,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.attributes = attributes;
    this.clock = clock;
  }

  @Override
  public Uni<List<AttributeView>> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx -> {
          Uni<Conversation> conversation = conversations.get(tx, command.conversation());
          Uni<List<Field>> fields =
              attributes.ofConversation(tx, command.conversation(), command.patch().attributes());
          return Loads.then(
              conversation, fields, (present, held) -> patch(tx, present, held, command));
        });
  }

  private Uni<List<AttributeView>> patch(
      Transaction tx, Conversation conversation, List<Field> fields, Command command) {
    List<AttributeChange> changes = command.patch().changing(Entity.CONVERSATION, fields);
    return conversations
        .save(tx, conversation.updateAttributes(changes, command.actor().author(), clock.instant()))
        .map(_ -> AttributeView.of(command.patch().fulfilled(fields)));
  }
}
