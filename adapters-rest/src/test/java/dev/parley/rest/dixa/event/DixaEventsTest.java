package dev.parley.rest.dixa.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.application.event.Event;
import dev.parley.application.event.Event.Detail;
import dev.parley.application.event.Event.Person;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Role;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.NoteId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.Organization;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DixaEventsTest {
  private static final Instant AT = Instant.parse("2026-11-28T10:15:30.123Z");
  private static final UUID ID = UUID.fromString("019ac1a2-0000-7000-8000-000000000001");
  private static final Person ANN =
      new Person(
          new Author.ByAgent(new AgentId(id(1))),
          "Ann",
          "ann@x.example",
          null,
          Set.of(Role.TEAM_LEAD));
  private static final Person ADA =
      new Person(
          new Author.ByContact(new ContactId(id(2))), "Ada", "ada@x.example", "+45", Set.of());

  @Inject DixaEvents events;

  @Test
  void theConversationIsInSnakeCaseAndUpperCaseConstants() throws IOException {
    JsonNode json = render(EventType.CONVERSATION_ASSIGNED, new Detail.None());

    assertThat(json)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"event_id": "019ac1a2-0000-7000-8000-000000000001",
                     "event_fqn": "CONVERSATION_ASSIGNED", "event_version": "1",
                     "event_timestamp": "2026-11-28T10:15:30.123Z", "event_sequence": 42,
                     "organization": {"id": "00000000-0000-7000-0000-000000000009", "name": "Acme"},
                     "data": {"conversation": {
                       "csid": 7, "channel": "WIDGET_CHAT", "status": "PENDING",
                       "direction": "INBOUND",
                       "queue": {"id": "00000000-0000-7000-0000-000000000003", "name": "Support"},
                       "contact_point": "help@x.example",
                       "requester": {"id": "00000000-0000-7000-0000-000000000002", "name": "Ada",
                         "email": "ada@x.example", "phone": "+45", "roles": [],
                         "user_type": "Contact"},
                       "assignee": {"id": "00000000-0000-7000-0000-000000000001", "name": "Ann",
                         "email": "ann@x.example", "roles": ["TEAM_LEAD"],
                         "user_type": "Member"},
                       "subject": "order #123", "tags": ["vip"],
                       "created_at": "2026-11-28T10:15:30.123Z"}}}"""));
  }

  @Test
  void aMessageBringsItsContent() throws IOException {
    JsonNode data =
        render(EventType.CONVERSATION_MESSAGE_ADDED, new Detail.OfMessage(message(), ADA))
            .get("data");

    assertThat(data.get("message_id").asText()).isEqualTo(id(4).toString());
    assertThat(data.get("text").asText()).isEqualTo("<p>Hi</p>");
    assertThat(data.at("/content/text").asText()).isEqualTo("<p>Hi</p>");
    assertThat(data.at("/content/content_type").asText()).isEqualTo("HTML");
    assertThat(data.get("channel").asText()).isEqualTo("WIDGET_CHAT");
    assertThat(data.get("direction").asText()).isEqualTo("outbound");
    assertThat(data.get("external_id").asText()).isEqualTo("x-1");
    assertThat(data.at("/author/name").asText()).isEqualTo("Ada");
    assertThat(data.get("created_at").asText()).isEqualTo("2026-11-28T10:15:30.123Z");
    assertThat(data.has("reason")).isFalse();
  }

  @Test
  void aDeliverySaysWhatItIsAboutAndNotWhatWasSaid() throws IOException {
    JsonNode data =
        render(EventType.CONVERSATION_MESSAGE_DELIVERY_FAILED, new Detail.OfMessage(message(), ADA))
            .get("data");

    assertThat(data.get("message_id").asText()).isEqualTo(id(4).toString());
    assertThat(data.get("reason").asText()).isEqualTo("no mailbox");
    assertThat(data.has("text")).isFalse();
    assertThat(data.has("content")).isFalse();
  }

  @Test
  void otherEventsBringWhatTheyAreAbout() throws IOException {
    JsonNode note =
        render(
                EventType.CONVERSATION_NOTE_ADDED,
                new Detail.OfNote(new NoteId(id(5)), "Call back", AT))
            .get("data");
    assertThat(note.get("note_id").asText()).isEqualTo(id(5).toString());
    assertThat(note.get("text").asText()).isEqualTo("Call back");
    assertThat(note.at("/author/name").asText()).isEqualTo("Ann");
    JsonNode tag =
        render(EventType.CONVERSATION_TAG_ADDED, new Detail.OfTag(id(6), "vip")).get("data");
    assertThat(tag.at("/tag/name").asText()).isEqualTo("vip");
    JsonNode expired =
        render(EventType.CONVERSATION_PENDING_EXPIRED, new Detail.PendingBy(ANN)).get("data");
    assertThat(expired.at("/pendingByUser/name").asText()).isEqualTo("Ann");
    JsonNode rated =
        render(EventType.CONVERSATION_RATED, new Detail.OfRating(4, "Quick")).get("data");
    assertThat(rated.get("score").asInt()).isEqualTo(4);
    assertThat(rated.get("comment").asText()).isEqualTo("Quick");
    JsonNode abandoned = render(EventType.CONVERSATION_ABANDONED, new Detail.None()).get("data");
    assertThat(abandoned.at("/queue/name").asText()).isEqualTo("Support");
  }

  private JsonNode render(EventType type, Detail detail) throws IOException {
    Event event =
        new Event(
            ID,
            42,
            type,
            AT,
            new Organization(new OrganizationId(1), id(9), "Acme"),
            new Event.Subject(
                7,
                Channel.WIDGET,
                new ConversationState.Snoozed(AT),
                Direction.INBOUND,
                new Event.QueueName(id(3), "Support"),
                "help@x.example",
                ADA,
                ANN,
                "order #123",
                List.of("vip"),
                AT),
            ANN,
            detail);
    byte[] bytes = events.render(event);
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("\n");
    return new ObjectMapper().readTree(bytes);
  }

  private static Message message() {
    return new Message(
        new MessageId(id(4)),
        new ConversationId(id(8)),
        Direction.OUTBOUND,
        ADA.author(),
        new Content(Content.Format.HTML, "<p>Hi</p>"),
        List.of(),
        "x-1",
        null,
        null,
        new Delivery(Delivery.Status.FAILED, "no mailbox"),
        AT);
  }

  private static UUID id(long number) {
    return new UUID(0x7000, number);
  }
}
