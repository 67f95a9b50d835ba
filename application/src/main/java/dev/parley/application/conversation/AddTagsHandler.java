package dev.parley.application.conversation;

import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.Transaction;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.tag.Tags;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class AddTagsHandler implements AddTags {
  private final UnitOfWork unitOfWork;
  private final Conversations conversations;
  private final Tags tags;
  private final IdSource ids;
  private final InstantSource clock;

  public AddTagsHandler(
      UnitOfWork unitOfWork,
      Conversations conversations,
      Tags tags,
      IdSource ids,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.tags = tags;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Uni<Void> handle(Command command) {
    command.actor().require(Permission.CONVERSATIONS_WRITE);
    List<Tag> wanted = wanted(command.names());
    return unitOfWork.inTransaction(
        command.actor().organization(), tx -> add(tx, command, wanted, clock.instant()));
  }

  private Uni<Void> add(Transaction tx, Command command, List<Tag> wanted, Instant now) {
    Uni<Conversation> conversation = conversations.get(tx, command.conversation());
    Uni<List<Tag>> present = tags.ensure(tx, wanted, now);
    return Loads.then(
        conversation,
        present,
        (found, known) ->
            conversations.save(tx.closing(), found.addTags(known, command.actor().author(), now)));
  }

  /** One for each name, in the order in which they were given. */
  private List<Tag> wanted(List<String> names) {
    Map<String, Tag> byKey = new LinkedHashMap<>();
    for (String name : names) {
      Tag tag = new Tag(new TagId(ids.next()), name, null, true);
      byKey.putIfAbsent(tag.key(), tag);
    }
    return List.copyOf(byKey.values());
  }
}
