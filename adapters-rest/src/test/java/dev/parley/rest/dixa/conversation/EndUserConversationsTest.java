package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.parley.application.conversation.ConversationView;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndUserConversationsTest extends DixaTest {
  private static final Instant CREATED = Instant.parse("2020-12-16T09:41:43.123Z");
  private static final String PATH = "/v1/endusers/" + CONTACT + "/conversations";

  @Test
  void conversationsComeAsTheVariantsOfTheirChannels() {
    answer(
        new Page<>(
            List.of(view(1, Channel.EMAIL, null), view(2, Channel.EMAIL, CREATED)),
            Optional.empty()));
    signed()
        .get(PATH)
        .then()
        .statusCode(200)
        .body("data.id", contains(1, 2))
        .body("data._type", contains("EmailConversation", "AnonymizedConversation"))
        .body("data[0].requesterId", equalTo(CONTACT.toString()))
        .body("data[0]", not(hasKey("customAttributes")))
        .body("data[1]", not(hasKey("queue")))
        .body("$", not(hasKey("meta")));
  }

  @Test
  void aPageLeadsToTheNext() {
    Cursor last = new Cursor(CREATED, UUID.randomUUID());
    answer(new Page<>(List.of(view(1, Channel.EMAIL, null)), Optional.of(last)));
    String next = signed().get(PATH + "?pageLimit=1").then().extract().path("meta.next");
    assertThat(next).startsWith(PATH + "?pageKey=");

    useCases.queries =
        new Unasked() {
          @Override
          public Uni<Page<ConversationView>> ofContact(
              Actor actor, ContactId contact, Optional<Cursor> after, int limit) {
            assertThat(contact.value()).isEqualTo(CONTACT);
            assertThat(after).contains(last);
            assertThat(limit).isEqualTo(1);
            return Uni.createFrom().item(new Page<>(List.of(), Optional.empty()));
          }
        };
    signed().get(next).then().statusCode(200);
  }

  @Test
  void refusals() {
    refused(
        signed().get("/v1/endusers/x/conversations"),
        400,
        "Invalid value for: path parameter userId");
    refused(signed().get(PATH + "?pageLimit=0"), 400);
    refused(signed().get(PATH + "?pageKey=x"), 400);
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<Page<ConversationView>> ofContact(
              Actor actor, ContactId contact, Optional<Cursor> after, int limit) {
            return Uni.createFrom()
                .failure(new DomainException(new ContactError.ContactNotFound(contact)));
          }
        };
    refused(signed().get(PATH), 404);
  }

  private void answer(Page<ConversationView> page) {
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<Page<ConversationView>> ofContact(
              Actor actor, ContactId contact, Optional<Cursor> after, int limit) {
            return Uni.createFrom().item(page);
          }
        };
  }

  private static ConversationView view(
      long number, Channel channel, @Nullable Instant anonymizedAt) {
    return new ConversationView(
        number,
        new Conversation(
            new ConversationId(UUID.randomUUID()),
            new ContactId(CONTACT),
            channel,
            Direction.INBOUND,
            null,
            "ada@home.example",
            "order #123",
            null,
            null,
            null,
            new ConversationState.Open(),
            CREATED,
            new Assignment.Unassigned(),
            null,
            Set.of(),
            null,
            CREATED,
            anonymizedAt,
            1),
        "support@acme.example",
        null,
        null);
  }
}
