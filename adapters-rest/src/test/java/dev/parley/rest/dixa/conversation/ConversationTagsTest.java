package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.parley.application.conversation.AddTags;
import dev.parley.application.conversation.TagConversation;
import dev.parley.application.conversation.TagConversation.Wish;
import dev.parley.application.shared.Actor;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError;
import dev.parley.domain.tag.TagId;
import dev.parley.rest.support.TestWiring;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConversationTagsTest extends DixaTest {
  private static final TagId TAG = new TagId(QUEUE);

  @Test
  void aTagIsPutOnAndTakenOff() {
    useCases.answer(TagConversation.Command.class, null);
    String path = "/v1/conversations/42/tags/" + TAG.value();
    signed().put(path).then().statusCode(204).body(emptyString());
    assertThat(useCases.told(TagConversation.Command.class))
        .isEqualTo(new TagConversation.Command(TestWiring.ACTOR, 42, TAG, Wish.ADD));
    signed().delete(path).then().statusCode(204).body(emptyString());
    assertThat(useCases.told(TagConversation.Command.class).wish()).isEqualTo(Wish.REMOVE);
  }

  @Test
  void refusals() {
    String path = "/v1/conversations/42/tags/" + TAG.value();
    useCases.refuse(TagConversation.Command.class, new TagError.TagNotFound(TAG));
    refused(signed().put(path), 404);
    refused(signed().delete(path), 404);
    useCases.refuse(TagConversation.Command.class, new TagError.TagInactive(TAG));
    refused(signed().put(path), 400);
    useCases.refuse(
        TagConversation.Command.class, new ConversationError.ConversationIsAnonymized());
    refused(signed().put(path), 400);
    useCases.refuse(TagConversation.Command.class, new ConversationError.ConversationNotFound());
    refused(signed().put(path), 404);
    refused(
        signed().put("/v1/conversations/42/tags/1-1-1-1-1"),
        400,
        "Invalid value for: path parameter tagId");
    refused(signed().delete("/v1/conversations/42/tags/refund"), 400);
  }

  @Test
  void severalTagsArePutOnByName() {
    useCases.answer(AddTags.Command.class, null);
    json("{\"data\":[{\"name\":\"refund\"},{\"name\":\"late\"}]}")
        .post("/v1/conversations/42/tags/bulk")
        .then()
        .statusCode(202)
        .body(emptyString());
    assertThat(useCases.told(AddTags.Command.class))
        .isEqualTo(new AddTags.Command(TestWiring.ACTOR, 42, List.of("refund", "late")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"data\":null}",
        "{\"data\":[null]}",
        "{\"data\":[{}]}",
        "{\"data\":[{\"name\":\" \"}]}",
        "{\"data\":[\"refund\"]}",
      })
  void tagsByNameNeedNames(String body) {
    refused(json(body).post("/v1/conversations/42/tags/bulk"), 400);
    assertThat(useCases.wasTold(AddTags.Command.class)).isFalse();
  }

  @Test
  void refusedTagsByName() {
    String body = "{\"data\":[{\"name\":\"refund\"}]}";
    useCases.refuse(AddTags.Command.class, new TagError.TagInactive(TAG));
    refused(json(body).post("/v1/conversations/42/tags/bulk"), 400);
    useCases.refuse(AddTags.Command.class, new ConversationError.ConversationIsAnonymized());
    refused(json(body).post("/v1/conversations/42/tags/bulk"), 400);
    useCases.refuse(AddTags.Command.class, new ConversationError.ConversationNotFound());
    refused(json(body).post("/v1/conversations/42/tags/bulk"), 404);
  }

  @Test
  void inactiveTagsAreListedToo() {
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<List<Tag>> tags(Actor actor, long number) {
            return Uni.createFrom()
                .item(
                    List.of(
                        new Tag(TAG, "refund", "#4A7BE3", true), new Tag(TAG, "old", null, false)));
          }
        };
    signed()
        .get("/v1/conversations/42/tags")
        .then()
        .statusCode(200)
        .body("data[0].id", equalTo(TAG.value().toString()))
        .body("data[0].name", equalTo("refund"))
        .body("data[0].color", equalTo("#4A7BE3"))
        .body("data[0].state", equalTo("Active"))
        .body("data[1].state", equalTo("Inactive"))
        .body("data[1]", not(hasKey("color")));
  }
}
