package dev.parley.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddTagsTest extends HandlerTest {
  private final AddTags addTags =
      new AddTagsHandler(stores.unitOfWork, stores.conversations, stores.tags, ids, clock);

  @Test
  void knownTagsArePutOnAndUnknownOnesAreMade() {
    long number = aConversation();

    await(add(number, "vip", "Late", "late", "VIP"));

    Tag made =
        await(stores.tags.list(here(), false)).stream()
            .filter(tag -> tag.name().equals("Late"))
            .findAny()
            .orElseThrow();
    assertThat(load(number).tags()).containsExactlyInAnyOrder(scene().vip.id(), made.id());
    assertThat(eventTypes(number)).filteredOn(ConversationEvent.TagAdded.class::equals).hasSize(2);

    await(add(number, "late"));
    assertThat(eventTypes(number)).filteredOn(ConversationEvent.TagAdded.class::equals).hasSize(2);
  }

  @Test
  void aRefusalLeavesNothingBehind() {
    long number = aConversation();

    assertThat(errorOf(add(number, "New", "retired")))
        .isEqualTo(new TagError.TagInactive(scene().retired.id()));
    assertThat(errorOf(add(number + 1, "New")))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(load(number).tags()).isEmpty();
    assertThat(await(stores.tags.list(here(), true)))
        .extracting(Tag::name)
        .containsExactlyInAnyOrder("VIP", "Retired");
  }

  @Test
  void noNamesChangeNothing() {
    long number = aConversation();
    List<ConversationEvent> before = events(number);

    await(add(number));

    assertThat(events(number)).isEqualTo(before);
  }

  private Uni<Void> add(long number, String... names) {
    return addTags.handle(new AddTags.Command(alice(), number, List.of(names)));
  }
}
