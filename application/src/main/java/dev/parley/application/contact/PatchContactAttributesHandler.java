package dev.parley.application.contact;

import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.attribute.AttributeView;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.attribute.CustomAttribute.Entity;
import dev.parley.domain.attribute.Field;
import io.smallrye.mutiny.Uni;
import java.util.List;

public final class PatchContactAttributesHandler implements PatchContactAttributes {
  private final UnitOfWork unitOfWork;
  private final AttributeValues attributes;

  public PatchContactAttributesHandler(UnitOfWork unitOfWork, AttributeValues attributes) {
    this.unitOfWork = unitOfWork;
    this.attributes = attributes;
  }

  @Override
  public Uni<List<AttributeView>> handle(Command command) {
    command.actor().require(Permission.CONTACTS_WRITE);
    return unitOfWork.inTransaction(
        command.actor().organization(),
        tx ->
            attributes
                .ofContact(tx, command.contact(), command.patch().attributes())
                .chain(fields -> patch(tx, fields, command)));
  }

  private Uni<List<AttributeView>> patch(Transaction tx, List<Field> fields, Command command) {
    return attributes
        .save(tx, command.contact(), command.patch().changing(Entity.CONTACT, fields))
        .map(_ -> AttributeView.of(command.patch().fulfilled(fields)));
  }
}
