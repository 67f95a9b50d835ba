package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.Conversations.Family;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationLink;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the stores promise about parents and children. */
public interface LinksContract extends ConversationStores {
  @Test
  default void aLinkIsReadBackOnBothSides() {
    long parent = create(scene().aNewConversation());
    long child = create(scene().aNewConversation());

    link(child, parent, ConversationLink.Type.SIDE_CONVERSATION);

    assertThat(load(child).link())
        .isEqualTo(
            new ConversationLink(load(parent).id(), ConversationLink.Type.SIDE_CONVERSATION));
    assertThat(load(parent).link()).isNull();
    assertThat(await(queries().get(scene().actor(), child)).parentNumber()).isEqualTo(parent);
    assertThat(activities(child))
        .last()
        .isEqualTo(
            new Activity.LinkedToParent(child, parent, ConversationLink.Type.SIDE_CONVERSATION));
    assertThat(activities(parent))
        .last()
        .isEqualTo(
            new Activity.LinkedFromChild(child, parent, ConversationLink.Type.SIDE_CONVERSATION));
  }

  @Test
  default void theChildrenAreListedInTheOrderInWhichTheyWereCreated() {
    long parent = create(scene().aNewConversation());
    List<Long> children =
        IntStream.range(0, 3).mapToObj(_ -> create(scene().aNewConversation())).toList();
    children.reversed().forEach(child -> link(child, parent, ConversationLink.Type.RELATED));

    assertThat(childrenOf(parent)).isEqualTo(children);
    assertThat(childrenOf(children.getFirst())).isEmpty();
    ConversationView alone = await(queries().get(scene().actor(), children.getFirst()));
    assertThat(await(queries().children(scene().actor(), parent)))
        .first()
        .isEqualTo(
            new ConversationView(
                alone.number(), alone.conversation(), alone.endpointAddress(), parent, null));
  }

  @Test
  default void aFamilyKnowsHowManyChildrenThereAre() {
    long parent = create(scene().aNewConversation());
    long first = create(scene().aNewConversation());
    long second = create(scene().aNewConversation());
    link(first, parent, ConversationLink.Type.RELATED);

    assertThat(family(second, parent)).isEqualTo(new Family(load(second), load(parent), 0, 1));
    assertThat(family(parent, second)).isEqualTo(new Family(load(parent), load(second), 1, 0));
    assertThat(family(parent, parent)).isEqualTo(new Family(load(parent), load(parent), 1, 1));
  }

  @Test
  default void aFamilyIsOfConversationsThatAreThere() {
    long number = create(scene().aNewConversation());
    create(abroad(), abroad().aNewConversation());
    long theirs = create(abroad(), abroad().aNewConversation());

    for (Uni<Family> family :
        List.of(familyOf(number, theirs), familyOf(theirs, number), familyOf(4711, 4711))) {
      assertThat(errorOf(family)).isEqualTo(new ConversationError.ConversationNotFound());
    }
  }

  private void link(long child, long parent, ConversationLink.Type type) {
    await(
        new LinkConversationHandler(unitOfWork(), conversations(), () -> NOON)
            .handle(new LinkConversation.Command(scene().actor(), child, parent, type)));
  }

  private Family family(long child, long parent) {
    return await(familyOf(child, parent));
  }

  private Uni<Family> familyOf(long child, long parent) {
    return unitOfWork().inTransaction(here(), tx -> conversations().family(tx, child, parent));
  }

  private List<Long> childrenOf(long parent) {
    return await(queries().children(scene().actor(), parent)).stream()
        .map(ConversationView::number)
        .toList();
  }

  private List<Activity> activities(long number) {
    return await(queries().activity(scene().actor(), number)).stream()
        .map(ActivityEntry::activity)
        .toList();
  }
}
