package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.RETIRED;
import static dev.parley.domain.conversation.Cast.VIP;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError;
import dev.parley.domain.tag.TagId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaggingTest {
  @Test
  void anActiveTagIsPutOn() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().build().addTag(VIP, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(new ConversationEvent.TagAdded(NOON, BY_ALICE, VIP.id()));
    assertThat(decision.state().tags()).containsExactly(VIP.id());
  }

  @Test
  void aTagThatIsOnAlreadyChangesNothing() {
    Conversation tagged = anOpenConversation().tagged(VIP).build();

    assertThat(tagged.addTag(VIP, BY_ALICE, NOON)).isEqualTo(Decision.unchanged(tagged));
  }

  @Test
  void severalTagsArePutOnAtOnce() {
    Tag late = new Tag(new TagId(Cast.id(10)), "late", null, true);

    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation().tagged(VIP).build().addTags(List.of(VIP, late), BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(new ConversationEvent.TagAdded(NOON, BY_ALICE, late.id()));
    assertRefused(() -> anOpenConversation().build().addTags(List.of(VIP, RETIRED), BY_ALICE, NOON))
        .isEqualTo(new TagError.TagInactive(RETIRED.id()));
  }

  @Test
  void anInactiveTagCannotBePutOn() {
    assertRefused(() -> anOpenConversation().build().addTag(RETIRED, BY_ALICE, NOON))
        .isEqualTo(new TagError.TagInactive(RETIRED.id()));
  }

  @Test
  void anInactiveTagCanBeTakenOff() {
    Decision<Conversation, ConversationEvent> decision =
        anOpenConversation()
            .tagged(RETIRED)
            .tagged(VIP)
            .build()
            .removeTag(RETIRED.id(), BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(new ConversationEvent.TagRemoved(NOON, BY_ALICE, RETIRED.id()));
    assertThat(decision.state().tags()).containsExactly(VIP.id());
  }

  @Test
  void takingOffATagThatIsNotOnChangesNothing() {
    Conversation untagged = anOpenConversation().build();

    assertThat(untagged.removeTag(VIP.id(), BY_ALICE, NOON))
        .isEqualTo(Decision.unchanged(untagged));
  }
}
