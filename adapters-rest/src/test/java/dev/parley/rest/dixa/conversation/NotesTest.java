package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.application.conversation.AddNotes;
import dev.parley.application.conversation.AddNotes.Outcome;
import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.shared.SharedError;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NotesTest extends DixaTest {
  private static final Instant AT = Instant.parse("2021-12-01T12:46:36.581Z");
  private static final Outcome ADDED = new Outcome.Added(note("A sample note"));

  @Test
  void aNoteIsAdded() {
    useCases.answer(AddNotes.Command.class, List.of(ADDED));
    json("""
        {"message": "A sample note", "agentId": "%s",
         "createdAt": "2021-12-01T12:46:36.581Z[GMT]"}"""
            .formatted(AGENT))
        .post("/v1/conversations/42/notes")
        .then()
        .statusCode(200)
        .body("data.authorId", equalTo(AGENT.toString()))
        .body("data.createdAt", equalTo("2021-12-01T12:46:36.581Z[GMT]"))
        .body("data.csid", equalTo(42))
        .body("data.message", equalTo("A sample note"));
    assertThat(useCases.told(AddNotes.Command.class).notes())
        .containsExactly(new AddNotes.Draft(new AgentId(AGENT), "A sample note", AT));
  }

  @Test
  void authorAndTimeMayBeLeftToTheService() {
    useCases.answer(AddNotes.Command.class, List.of(ADDED));
    json("{\"message\":\"x\"}").post("/v1/conversations/42/notes").then().statusCode(200);
    assertThat(useCases.told(AddNotes.Command.class).notes())
        .containsExactly(new AddNotes.Draft(null, "x", null));
  }

  @Test
  void refusals() {
    refuse(new AgentError.AgentNotFound(new AgentId(AGENT)), "Agent was not found");
    refuse(new AgentError.NotAnAgent(AGENT), "User is not agent/admin");
    refuse(
        new SharedError.InvalidField("message", "must not be blank"),
        "Invalid value for: body (message: must not be blank)");
    useCases.refuse(AddNotes.Command.class, new ConversationError.ConversationNotFound());
    refused(json("{\"message\":\"x\"}").post("/v1/conversations/42/notes"), 404);
    useCases.refuse(AddNotes.Command.class, new ConversationError.ConversationIsAnonymized());
    refused(json("{\"message\":\"x\"}").post("/v1/conversations/42/notes"), 400);
  }

  private void refuse(dev.parley.domain.shared.DomainError error, String phrase) {
    useCases.answer(AddNotes.Command.class, List.of(new Outcome.Refused(error)));
    refused(json("{\"message\":\"x\"}").post("/v1/conversations/42/notes"), 400, phrase);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2021-12-01", "2021-12-01T12:46:36", "1638362796"})
  void aBadDateIs400(String date) {
    refused(
        json("{\"message\":\"x\",\"createdAt\":\"" + date + "\"}")
            .post("/v1/conversations/42/notes"),
        400,
        "Invalid date format");
    refused(
        json("{\"message\":\"x\",\"createdAt\":1638362796}").post("/v1/conversations/42/notes"),
        400);
  }

  @Test
  void aBulkAnswersForEachInOrder() {
    useCases.answer(
        AddNotes.Command.class,
        List.of(
            ADDED, new Outcome.Refused(new AgentError.AgentNotFound(new AgentId(AGENT))), ADDED));
    json("""
        {"data": [{"message": "1"}, {"message": "2", "createdAt": "nonsense"},
                  {"message": "3"}, {"message": "4"}]}""")
        .post("/v1/conversations/42/notes/bulk")
        .then()
        .statusCode(200)
        .body("data.size()", equalTo(4))
        .body("data[0]._type", equalTo("BulkActionSuccess"))
        .body("data[0].data.csid", equalTo(42))
        .body("data[1]._type", equalTo("BulkActionFailure"))
        .body("data[1].error.message", equalTo("Invalid date format"))
        .body("data[2]._type", equalTo("BulkActionFailure"))
        .body("data[2].error.message", equalTo("Agent was not found"))
        .body("data[2].error.size()", equalTo(1))
        .body("data[3]._type", equalTo("BulkActionSuccess"));
    assertThat(useCases.told(AddNotes.Command.class).notes())
        .extracting(AddNotes.Draft::text)
        .containsExactly("1", "3", "4");
  }

  @Test
  void anEmptyBulkIsFine() {
    useCases.answer(AddNotes.Command.class, List.of());
    json("{\"data\":[]}")
        .post("/v1/conversations/42/notes/bulk")
        .then()
        .statusCode(200)
        .body("data", empty());
  }

  @Test
  void aBulkFailsAsAWholeForItsShapeOrConversation() {
    for (String body :
        List.of("{}", "{\"data\":null}", "{\"data\":[null]}", "{\"data\":[{}]}", "[]")) {
      refused(json(body).post("/v1/conversations/42/notes/bulk"), 400);
    }
    useCases.refuse(AddNotes.Command.class, new ConversationError.ConversationNotFound());
    refused(json("{\"data\":[{\"message\":\"x\"}]}").post("/v1/conversations/42/notes/bulk"), 404);
  }

  @Test
  void listedNotesHaveThePlainTime() {
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<List<InternalNote>> notes(Actor actor, long number) {
            return Uni.createFrom().item(List.of(note("first"), note("second")));
          }
        };
    signed()
        .get("/v1/conversations/42/notes")
        .then()
        .statusCode(200)
        .body("data.message", equalTo(List.of("first", "second")))
        .body("data[0].createdAt", equalTo("2021-12-01T12:46:36.581Z"));
  }

  private static InternalNote note(String text) {
    return new InternalNote(
        new NoteId(UUID.randomUUID()),
        new ConversationId(UUID.randomUUID()),
        new AgentId(AGENT),
        text,
        AT);
  }
}
