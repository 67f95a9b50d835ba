package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;

import dev.parley.application.conversation.ClaimConversation;
import dev.parley.application.conversation.CloseConversation;
import dev.parley.application.conversation.FollowUpConversation;
import dev.parley.application.conversation.ReopenConversation;
import dev.parley.application.conversation.TransferToQueue;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.DomainError;
import dev.parley.domain.shared.SharedError;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HandlingConversationsTest extends DixaTest {
  private static final DomainError NO_CONVERSATION = new ConversationError.ConversationNotFound();
  private static final DomainError NO_AGENT = new AgentError.AgentNotFound(new AgentId(AGENT));
  private static final DomainError NOT_AN_AGENT = new AgentError.NotAnAgent(AGENT);
  private static final DomainError ANONYMIZED = new ConversationError.ConversationIsAnonymized();

  @Test
  void aClaimTakesOverUnlessToldNotTo() {
    useCases.answer(ClaimConversation.Command.class, null);
    claim("{\"agentId\":\"" + AGENT + "\"}").then().statusCode(204).body(emptyString());
    assertThat(useCases.told(ClaimConversation.Command.class))
        .isEqualTo(new ClaimConversation.Command(TestWiring.ACTOR, 42, new AgentId(AGENT), true));
    claim("{\"agentId\":\"" + AGENT + "\",\"force\":false}").then().statusCode(204);
    assertThat(useCases.told(ClaimConversation.Command.class).force()).isFalse();
    claim("{\"agentId\":\"" + AGENT + "\",\"force\":true}").then().statusCode(204);
    assertThat(useCases.told(ClaimConversation.Command.class).force()).isTrue();
    claim("{\"agentId\":\"" + AGENT + "\",\"force\":null}").then().statusCode(204);
    assertThat(useCases.told(ClaimConversation.Command.class).force()).isTrue();
  }

  @Test
  void refusedClaims() {
    String body = "{\"agentId\":\"" + AGENT + "\"}";
    useCases.refuse(
        ClaimConversation.Command.class, new ConversationError.AlreadyAssigned(new AgentId(AGENT)));
    refused(claim(body), 409);
    useCases.refuse(ClaimConversation.Command.class, new ConversationError.ConversationSettled());
    refused(claim(body), 409);
    useCases.refuse(ClaimConversation.Command.class, ANONYMIZED);
    refused(claim(body), 409);
    useCases.refuse(ClaimConversation.Command.class, NO_CONVERSATION);
    refused(claim(body), 404, "The requested resource could not be found");
    useCases.refuse(ClaimConversation.Command.class, NO_AGENT);
    refused(claim(body), 404);
    useCases.refuse(ClaimConversation.Command.class, NOT_AN_AGENT);
    refused(claim(body), 400);
    useCases.refuse(
        ClaimConversation.Command.class, new SharedError.PermissionMissing("CONVERSATIONS_WRITE"));
    refused(claim(body), 403);
    useCases.refuse(ClaimConversation.Command.class, new SharedError.TemporarilyUnavailable());
    refused(claim(body), 503).header("Retry-After", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"agentId\":null}",
        "{\"agentId\":\"x\"}",
        "{\"agentId\":5}",
        "{\"agentId\":\"019a0000-0000-7000-8000-00000000000a\",\"force\":\"true\"}",
        "{\"agentId\":\"019a0000-0000-7000-8000-00000000000a\",\"force\":1}",
      })
  void aClaimNeedsAnAgentAndABoolean(String body) {
    refused(claim(body), 400)
        .body("message", org.hamcrest.Matchers.startsWith("Invalid value for: body"));
    assertThat(useCases.wasTold(ClaimConversation.Command.class)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "1.5",
        "9223372036854775808",
        "99999999999999999999",
        "0x1",
        "+1",
        "١",
        "1e3"
      })
  void aConversationIdIsA64BitInteger(String id) {
    String phrase = "Invalid value for: path parameter conversationId";
    refused(signed().get("/v1/conversations/{id}", id), 400, phrase);
    refused(
        json("{\"agentId\":\"" + AGENT + "\"}").put("/v1/conversations/{id}/claim", id),
        400,
        phrase);
    refused(signed().put("/v1/conversations/{id}/close", id), 400, phrase);
    refused(signed().put("/v1/conversations/{id}/reopen", id), 400, phrase);
    refused(
        json("{\"queueId\":\"" + QUEUE + "\"}").put("/v1/conversations/{id}/transfer/queue", id),
        400,
        phrase);
    refused(signed().get("/v1/conversations/{id}/messages", id), 400, phrase);
    refused(signed().get("/v1/conversations/{id}/notes", id), 400, phrase);
    refused(signed().get("/v1/conversations/{id}/tags", id), 400, phrase);
    refused(signed().get("/v1/conversations/{id}/activitylog", id), 400, phrase);
    refused(signed().patch("/v1/conversations/{id}/anonymize", id), 400, phrase);
  }

  @Test
  void aFollowUpTakesEitherFormOfTime() {
    useCases.answer(FollowUpConversation.Command.class, null);
    for (String time : List.of("2030-01-02T03:04:05.678Z", "2030-01-02T03:04:05.678Z[GMT]")) {
      json("{\"timestamp\":\"" + time + "\",\"userId\":\"" + AGENT + "\"}")
          .put("/v1/conversations/42/followup")
          .then()
          .statusCode(204)
          .body(emptyString());
      assertThat(useCases.told(FollowUpConversation.Command.class))
          .isEqualTo(
              new FollowUpConversation.Command(
                  TestWiring.ACTOR,
                  42,
                  java.time.Instant.parse("2030-01-02T03:04:05.678Z"),
                  new AgentId(AGENT)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"followUp\":true}",
        "{\"timestamp\":5}",
        "{\"timestamp\":\"tomorrow\"}",
        "{\"timestamp\":\"2030-01-02T03:04:05Z\",\"userId\":\"x\"}",
      })
  void aFollowUpNeedsATime(String body) {
    refused(json(body).put("/v1/conversations/42/followup"), 400);
    assertThat(useCases.wasTold(FollowUpConversation.Command.class)).isFalse();
  }

  @Test
  void refusedFollowUps() {
    String body = "{\"timestamp\":\"2020-01-02T03:04:05Z\"}";
    for (DomainError error :
        List.of(new ConversationError.FollowUpInThePast(), NO_AGENT, NOT_AN_AGENT, ANONYMIZED)) {
      useCases.refuse(FollowUpConversation.Command.class, error);
      refused(json(body).put("/v1/conversations/42/followup"), 400);
    }
    useCases.refuse(FollowUpConversation.Command.class, NO_CONVERSATION);
    refused(json(body).put("/v1/conversations/42/followup"), 404);
  }

  @Test
  void closingNeedsNoBody() {
    useCases.answer(CloseConversation.Command.class, null);
    for (String body : List.of("", "{}", "{\"userId\":null}", "{\"agentId\":\"ignored\"}")) {
      json(body).put("/v1/conversations/42/close").then().statusCode(204);
      assertThat(useCases.told(CloseConversation.Command.class))
          .isEqualTo(new CloseConversation.Command(TestWiring.ACTOR, 42, null));
    }
    signed().put("/v1/conversations/42/close").then().statusCode(204).body(emptyString());
    json("{\"userId\":\"" + AGENT + "\"}").put("/v1/conversations/42/close").then().statusCode(204);
    assertThat(useCases.told(CloseConversation.Command.class).by()).isEqualTo(new AgentId(AGENT));
  }

  @Test
  void reopeningNeedsNoBody() {
    useCases.answer(ReopenConversation.Command.class, null);
    signed().put("/v1/conversations/42/reopen").then().statusCode(204).body(emptyString());
    assertThat(useCases.told(ReopenConversation.Command.class))
        .isEqualTo(new ReopenConversation.Command(TestWiring.ACTOR, 42, null));
  }

  @Test
  void closeReopenAndTransferBlameTheBodyForAnUnknownUser() {
    record Operation(Class<?> command, String path, String body) {}
    for (Operation operation :
        List.of(
            new Operation(
                CloseConversation.Command.class, "close", "{\"userId\":\"" + AGENT + "\"}"),
            new Operation(ReopenConversation.Command.class, "reopen", "{}"),
            new Operation(
                TransferToQueue.Command.class,
                "transfer/queue",
                "{\"queueId\":\"" + QUEUE + "\",\"userId\":\"" + AGENT + "\"}"))) {
      String path = "/v1/conversations/42/" + operation.path();
      useCases.refuse(operation.command(), NO_AGENT);
      refused(json(operation.body()).put(path), 400, "User not found");
      useCases.refuse(operation.command(), NOT_AN_AGENT);
      refused(json(operation.body()).put(path), 400, "User is not agent/admin");
      useCases.refuse(operation.command(), ANONYMIZED);
      refused(json(operation.body()).put(path), 400);
      useCases.refuse(operation.command(), NO_CONVERSATION);
      refused(json(operation.body()).put(path), 404);
      refused(json("{\"userId\":\"nobody\"}").put(path), 400);
      refused(json("[]").put(path), 400);
    }
  }

  @Test
  void reopeningWithoutAnyQueueIsRefused() {
    useCases.refuse(ReopenConversation.Command.class, new QueueError.NoDefaultQueue());
    refused(signed().put("/v1/conversations/42/reopen"), 400);
  }

  @Test
  void aTransferNamesTheQueue() {
    useCases.answer(TransferToQueue.Command.class, null);
    json("{\"queueId\":\"" + QUEUE + "\"}")
        .put("/v1/conversations/42/transfer/queue")
        .then()
        .statusCode(204)
        .body(emptyString());
    assertThat(useCases.told(TransferToQueue.Command.class))
        .isEqualTo(new TransferToQueue.Command(TestWiring.ACTOR, 42, new QueueId(QUEUE), null));
    refused(json("{}").put("/v1/conversations/42/transfer/queue"), 400);
    useCases.refuse(
        TransferToQueue.Command.class, new QueueError.QueueNotFound(new QueueId(QUEUE)));
    refused(
        json("{\"queueId\":\"" + QUEUE + "\"}").put("/v1/conversations/42/transfer/queue"),
        400,
        "Queue does not exist");
  }

  @Test
  void otherMethodsOnTheSamePathsAre405() {
    refused(signed().get("/v1/conversations/42/claim"), 405);
    refused(signed().delete("/v1/conversations/42"), 405);
    refused(signed().delete("/v1/conversations/42/messages"), 405);
    refused(signed().post("/v1/conversations/42/tags"), 405);
    refused(signed().get("/v1/conversations"), 405);
  }

  private static io.restassured.response.Response claim(String body) {
    return json(body).put("/v1/conversations/42/claim");
  }
}
