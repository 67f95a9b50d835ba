package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.parley.application.conversation.ConversationView;
import dev.parley.application.conversation.LinkConversation;
import dev.parley.application.shared.Actor;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConversationLinksTest extends DixaTest {
  private static final String LINK = "/v1/conversations/42/link";
  private static final String TO_PARENT = "{\"parentId\": 1234, \"linkType\": \"Related\"}";
  private static final Instant AT = Instant.parse("2022-07-26T12:09:21Z");
  private static final ConversationId PARENT = new ConversationId(UUID.randomUUID());

  @Test
  void aConversationIsLinked() {
    useCases.answer(LinkConversation.Command.class, null);

    json(TO_PARENT).put(LINK).then().statusCode(204).body(emptyString());
    assertThat(useCases.told(LinkConversation.Command.class))
        .isEqualTo(
            new LinkConversation.Command(
                TestWiring.ACTOR, 42, 1234, ConversationLink.Type.RELATED));
    json("{\"parentId\": 1, \"linkType\": \"SideConversation\", \"more\": []}").put(LINK);
    assertThat(useCases.told(LinkConversation.Command.class).type())
        .isEqualTo(ConversationLink.Type.SIDE_CONVERSATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"parentConversationId\": 1}",
        "{\"parentId\": 1}",
        "{\"linkType\": \"Related\"}",
        "{\"parentId\": null, \"linkType\": \"Related\"}",
        "{\"parentId\": \"1\", \"linkType\": \"Related\"}",
        "{\"parentId\": 1.5, \"linkType\": \"Related\"}",
        "{\"parentId\": 9223372036854775808, \"linkType\": \"Related\"}",
        "{\"parentId\": 1, \"linkType\": \"FollowUp\"}",
        "{\"parentId\": 1, \"linkType\": \"related\"}",
      })
  void whatIsNoLinkIsRefused(String body) {
    refused(json(body).put(LINK), 400);
    assertThat(useCases.wasTold(LinkConversation.Command.class)).isFalse();
  }

  @Test
  void refusals() {
    useCases.refuse(LinkConversation.Command.class, new ConversationError.ConversationNotFound());
    refused(json(TO_PARENT).put(LINK), 404);
    useCases.refuse(
        LinkConversation.Command.class, new ConversationError.LinkRefused("it has a parent"));
    refused(json(TO_PARENT).put(LINK), 400, "Invalid value in request (it has a parent)");
    useCases.refuse(
        LinkConversation.Command.class, new ConversationError.ConversationIsAnonymized());
    refused(json(TO_PARENT).put(LINK), 400);
    refused(
        json(TO_PARENT).put("/v1/conversations/x/link"),
        400,
        "Invalid value for: path parameter conversationId");
  }

  @Test
  void childrenAreListedWithTheirLink() {
    Conversation child = child();
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<List<ConversationView>> children(Actor actor, long number) {
            return Uni.createFrom()
                .item(
                    List.of(
                        new ConversationView(43, child, "support@acme.example", number, null),
                        new ConversationView(
                            44,
                            child.anonymize(new Author.BySystem(), AT).state(),
                            "support@acme.example",
                            number,
                            null)));
          }
        };

    signed()
        .get("/v1/conversations/42/linked")
        .then()
        .statusCode(200)
        .body("data", hasSize(2))
        .body("data[0].id", equalTo(43))
        .body("data[0]._type", equalTo("EmailConversation"))
        .body("data[0].link.parentId", equalTo(42))
        .body("data[0].link._type", equalTo("SideConversation"))
        .body("data[0]", not(hasKey("customAttributes")))
        .body("data[1]._type", equalTo("AnonymizedConversation"))
        .body("data[1].link.parentId", equalTo(42));
    refused(signed().get("/v1/conversations/x/linked"), 400);
  }

  private static Conversation child() {
    ConversationId id = new ConversationId(UUID.randomUUID());
    Author author = new Author.ByContact(new ContactId(CONTACT));
    Conversation begun =
        Conversation.startInbound(
                new Conversation.Beginning(
                    id,
                    new ContactId(CONTACT),
                    Channel.EMAIL,
                    Direction.INBOUND,
                    null,
                    "ada@home.example",
                    "Important request",
                    "en",
                    AT),
                new Message(
                    new MessageId(UUID.randomUUID()),
                    id,
                    Direction.INBOUND,
                    author,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    Delivery.NOT_APPLICABLE,
                    AT),
                new QueueId(QUEUE))
            .state();
    return begun.apply(
        new ConversationEvent.LinkedToParent(
            AT, author, new ConversationLink(PARENT, ConversationLink.Type.SIDE_CONVERSATION)));
  }
}
