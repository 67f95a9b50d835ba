package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.AConversation.aClosedConversation;
import static dev.parley.domain.conversation.Cast.ALICE;
import static dev.parley.domain.conversation.Cast.BY_ALICE;
import static dev.parley.domain.conversation.Cast.NOON;
import static dev.parley.domain.conversation.Cast.id;
import static dev.parley.domain.conversation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.SharedError;
import org.junit.jupiter.api.Test;

class NotesTest {
  @Test
  void aNoteIsAddedInItsAuthorsNameAndReopensNothing() {
    InternalNote note = note("Call back tomorrow");

    Decision<Conversation, ConversationEvent> decision =
        aClosedConversation().build().addNote(note);

    assertThat(decision.events())
        .containsExactly(new ConversationEvent.NoteAdded(NOON, BY_ALICE, note));
    assertThat(decision.state().state()).isEqualTo(new ConversationState.Closed());
  }

  @Test
  void aNoteHasText() {
    assertRefused(() -> note(" \n"))
        .isEqualTo(new SharedError.InvalidField("message", "must not be blank"));
  }

  @Test
  void aNoteHasAtMostOneHundredThousandCharacters() {
    assertThat(note("x".repeat(InternalNote.TEXT_MAX)).text()).hasSize(100_000);
    assertRefused(() -> note("x".repeat(InternalNote.TEXT_MAX + 1)))
        .isInstanceOf(SharedError.InvalidField.class);
  }

  @Test
  void aNotesTextIsNotPrinted() {
    assertThat(note("Jane is angry").toString()).doesNotContain("Jane");
  }

  private static InternalNote note(String text) {
    return new InternalNote(new NoteId(id(300)), AConversation.ID, ALICE, text, NOON);
  }
}
