package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.application.conversation.AddNotes.Draft;
import dev.parley.application.conversation.AddNotes.Outcome;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Permission;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddNotesTest extends HandlerTest {
  private final AddNotes add =
      new AddNotesHandler(stores.unitOfWork, stores.conversations, stores.agents, ids, clock);

  @Test
  void aNoteIsTheActorsAndOfNowUnlessItSaysOtherwise() {
    long number = aConversation();

    List<Outcome> outcomes =
        await(
            add(
                number,
                new Draft(null, "Called her", null),
                new Draft(scene().bob, "She called", MORNING)));

    assertThat(notes(number))
        .extracting(InternalNote::author, InternalNote::text, InternalNote::createdAt)
        .containsExactlyInAnyOrder(
            tuple(scene().alice, "Called her", NOON), tuple(scene().bob, "She called", MORNING));
    assertThat(outcomes)
        .hasSize(2)
        .allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Added.class));
  }

  @Test
  void aBadNoteDoesNotKeepTheOthersOut() {
    long number = aConversation();
    AgentId nobody = new AgentId(ids.next());

    List<Outcome> outcomes =
        await(
            add(
                number,
                new Draft(nobody, "Whose?", null),
                new Draft(null, "", null),
                new Draft(null, "Good", null)));

    assertThat(outcomes.get(0))
        .isEqualTo(new Outcome.Refused(new AgentError.AgentNotFound(nobody)));
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.error()).isInstanceOf(SharedError.InvalidField.class));
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Added.class);
    assertThat(notes(number)).extracting(InternalNote::text).containsExactly("Good");
  }

  @Test
  void everyNoteIsInTheActivityLog() {
    long number = aConversation();
    int before = events(number).size();

    await(add(number, new Draft(null, "One", null), new Draft(null, "Two", null)));

    assertThat(events(number).subList(before, before + 2))
        .allSatisfy(event -> assertThat(event).isInstanceOf(ConversationEvent.NoteAdded.class));
  }

  @Test
  void notesNeedAConversationThatIsNotAnonymized() {
    long number = aConversation();
    decide(number, present -> present.anonymize(scene().byAlice, NOON));

    assertThat(errorOf(add(4711, new Draft(null, "Hi", null))))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(errorOf(add(number, new Draft(null, "Hi", null))))
        .isEqualTo(new ConversationError.ConversationIsAnonymized());
  }

  @Test
  void aConversationOfAnotherOrganizationIsNotFound() {
    create(abroad(), abroad().aNewConversation());

    assertThat(errorOf(add(1, new Draft(null, "Hi", null))))
        .isEqualTo(new ConversationError.ConversationNotFound());
  }

  @Test
  void itTakesThePermissionToWrite() {
    long number = aConversation();
    AddNotes.Command command =
        new AddNotes.Command(
            Actors.without(alice(), Permission.CONVERSATIONS_WRITE),
            number,
            List.of(new Draft(null, "Hi", null)));

    assertThat(errorOf(Uni.createFrom().deferred(() -> add.handle(command))))
        .isEqualTo(new SharedError.PermissionMissing("CONVERSATIONS_WRITE"));
  }

  private List<InternalNote> notes(long number) {
    return await(queries().notes(alice(), number));
  }

  private Uni<List<Outcome>> add(long number, Draft... drafts) {
    return add.handle(new AddNotes.Command(alice(), number, List.of(drafts)));
  }
}
