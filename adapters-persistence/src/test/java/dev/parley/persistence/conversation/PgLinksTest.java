package dev.parley.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.LinkConversation;
import dev.parley.application.conversation.LinkConversationHandler;
import dev.parley.application.conversation.LinksContract;
import dev.parley.application.conversation.Scene;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.shared.DomainException;
import dev.parley.persistence.support.PgConversationStores;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PgLinksTest extends PgConversationStores implements LinksContract {
  private static final int MORE = 8;

  @Test
  void of_more_children_at_once_than_a_parent_may_have_only_so_many_are_linked() {
    long parent = create(scene().aNewConversation());
    List<Long> children =
        Stream.generate(() -> create(scene().aNewConversation()))
            .limit(ConversationLink.CHILDREN_MAX + MORE)
            .toList();

    List<String> outcomes = atOnce(children.stream().map(child -> link(child, parent)));

    assertThat(outcomes).filteredOn("linked"::equals).hasSize(ConversationLink.CHILDREN_MAX);
    assertThat(outcomes).filteredOn("refused"::equals).hasSize(MORE);
    assertThat(await(queries().children(scene().actor(), parent)))
        .hasSize(ConversationLink.CHILDREN_MAX);
  }

  @Test
  void two_that_would_be_each_others_child_do_not_wait_for_each_other_and_one_is() {
    for (int round = 0; round < MORE; round++) {
      long one = create(scene().aNewConversation());
      long other = create(scene().aNewConversation());

      assertThat(atOnce(Stream.of(link(one, other), link(other, one))))
          .containsExactlyInAnyOrder("linked", "refused");
    }
  }

  private Uni<String> link(long child, long parent) {
    return new LinkConversationHandler(unitOfWork(), conversations(), () -> Scene.NOON)
        .handle(
            new LinkConversation.Command(
                scene().actor(), child, parent, ConversationLink.Type.RELATED))
        .replaceWith("linked")
        .onFailure(PgLinksTest::isRefusal)
        .recoverWithItem("refused");
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof DomainException e
        && e.error() instanceof ConversationError.LinkRefused;
  }

  private List<String> atOnce(Stream<Uni<String>> all) {
    return await(
        Multi.createFrom()
            .items(all)
            .onItem()
            .transformToUni(one -> one)
            .merge(16)
            .collect()
            .asList());
  }
}
