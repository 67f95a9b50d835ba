package dev.parley.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.conversation.LinkConversation.Command;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.shared.DomainException;
import org.junit.jupiter.api.Test;

class LinkConversationTest extends HandlerTest {
  private final LinkConversation link =
      new LinkConversationHandler(stores.unitOfWork, stores.conversations, clock);

  @Test
  void bothSidesAreToldInOneTransaction() {
    long parent = aConversation();
    long child = aConversation();

    await(link.handle(new Command(alice(), child, parent, ConversationLink.Type.RELATED)));

    assertThat(events(child)).last().isInstanceOf(ConversationEvent.LinkedToParent.class);
    assertThat(events(parent)).last().isInstanceOf(ConversationEvent.LinkedFromChild.class);
  }

  @Test
  void linkingAgainChangesNothing() {
    long parent = aConversation();
    long child = aConversation();
    await(link.handle(new Command(alice(), child, parent, ConversationLink.Type.RELATED)));
    int before = events(parent).size();

    await(link.handle(new Command(alice(), child, parent, ConversationLink.Type.RELATED)));

    assertThat(events(parent)).hasSize(before);
  }

  @Test
  void aRefusedLinkLeavesNoTrace() {
    long conversation = aConversation();
    int before = events(conversation).size();

    assertThat(
            errorOf(
                link.handle(
                    new Command(
                        alice(), conversation, conversation, ConversationLink.Type.RELATED))))
        .isInstanceOf(ConversationError.LinkRefused.class);
    assertThat(events(conversation)).hasSize(before);
  }

  @Test
  void anUnknownParentIsNotFound() {
    assertThat(
            errorOf(
                link.handle(
                    new Command(alice(), aConversation(), 4711, ConversationLink.Type.RELATED))))
        .isEqualTo(new ConversationError.ConversationNotFound());
  }

  @Test
  void linkingNeedsThePermissionToWrite() {
    Actor reader = Actors.without(alice(), Permission.CONVERSATIONS_WRITE);

    assertThatThrownBy(() -> link.handle(new Command(reader, 1, 2, ConversationLink.Type.RELATED)))
        .isInstanceOf(DomainException.class);
  }
}
