package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.AConversation.anOpenConversation;
import static dev.parley.domain.conversation.AConversation.anotherConversation;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.MORNING;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LinkingTest {
  private static final Conversation PARENT = anotherConversation();

  @Test
  void aConversationBecomesAChild() {
    Decision<Conversation, ConversationEvent> decision =
        link(anOpenConversation().build(), PARENT, 0, 99);

    ConversationLink link = new ConversationLink(PARENT.id(), ConversationLink.Type.RELATED);
    assertThat(decision.events())
        .containsExactly(new ConversationEvent.LinkedToParent(NOON, BY_ALICE, link));
    assertThat(decision.state().link()).isEqualTo(link);
  }

  @Test
  void theParentKnowsFromWhomTheLinkCame() {
    Decision<Conversation, ConversationEvent> decision =
        PARENT.adopt(AConversation.ID, ConversationLink.Type.SIDE_CONVERSATION, BY_ALICE, NOON);

    assertThat(decision.events())
        .containsExactly(
            new ConversationEvent.LinkedFromChild(
                NOON, BY_ALICE, AConversation.ID, ConversationLink.Type.SIDE_CONVERSATION));
    assertThat(decision.state().link()).isNull();
  }

  @Test
  void aClosedConversationCanBeLinkedToo() {
    assertThat(link(aClosedConversation().build(), PARENT, 0, 0).events()).hasSize(1);
  }

  @Test
  void linkingAgainChangesNothing() {
    Conversation child = anOpenConversation().childOf(PARENT.id()).build();

    assertThat(link(child, PARENT, 0, 100)).isEqualTo(Decision.unchanged(child));
  }

  @Test
  void aChildHasOneParentInOneWay() {
    Conversation child = anOpenConversation().childOf(new ConversationId(Cast.id(301))).build();
    Conversation ofParent = anOpenConversation().childOf(PARENT.id()).build();

    assertNotLinked(() -> link(child, PARENT, 0, 0));
    assertNotLinked(
        () ->
            ofParent.linkTo(PARENT, ConversationLink.Type.SIDE_CONVERSATION, 0, 1, BY_ALICE, NOON));
  }

  @Test
  void nobodyIsItsOwnParent() {
    Conversation itself = anOpenConversation().build();

    assertNotLinked(() -> link(itself, itself, 0, 0));
  }

  @Test
  void aChildHasNoChildren() {
    Conversation grandParent = anOpenConversation().build();
    Conversation child = link(PARENT, grandParent, 0, 0).state();

    assertNotLinked(() -> link(anOpenConversation().build(), child, 0, 0));
    assertNotLinked(() -> link(anOpenConversation().build(), PARENT, 1, 0));
  }

  @Test
  void aParentHasAHundredChildren() {
    assertNotLinked(() -> link(anOpenConversation().build(), PARENT, 0, 100));
  }

  @Test
  void anAnonymizedConversationIsNeitherChildNorParent() {
    Conversation anonymized = anOpenConversation().anonymized().build();

    assertRefused(() -> link(anonymized, PARENT, 0, 0))
        .isEqualTo(new ConversationError.ConversationIsAnonymized());
    assertRefused(() -> link(PARENT, anonymized, 0, 0))
        .isEqualTo(new ConversationError.ConversationIsAnonymized());
  }

  @Test
  void theLinkOutlivesThePersonalData() {
    Conversation child = anOpenConversation().childOf(PARENT.id()).build();

    assertThat(child.anonymize(BY_ALICE, MORNING).state().link()).isEqualTo(child.link());
  }

  private static Decision<Conversation, ConversationEvent> link(
      Conversation child, Conversation parent, long children, long siblings) {
    return child.linkTo(parent, ConversationLink.Type.RELATED, children, siblings, BY_ALICE, NOON);
  }

  private static void assertNotLinked(ThrowingCallable command) {
    assertRefused(command).isInstanceOf(ConversationError.LinkRefused.class);
  }
}
