package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.parley.application.conversation.ConversationView;
import dev.parley.application.shared.Actor;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.BrowserInfo;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.DomainException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReadingConversationsTest extends DixaTest {
  private static final Instant CREATED = Instant.parse("2020-12-16T09:41:43.123456Z");

  @Test
  void aMailIsShownWithItsAddressesAndWhoHasIt() {
    get(conversation(Channel.EMAIL, Direction.INBOUND, new ConversationState.Open(), null))
        .body("data._type", equalTo("EmailConversation"))
        .body("data.id", equalTo(42))
        .body("data.requesterId", equalTo(CONTACT.toString()))
        .body("data.channel", equalTo("Email"))
        .body("data.createdAt", equalTo("2020-12-16T09:41:43.123Z"))
        .body("data.direction", equalTo("Inbound"))
        .body("data.state", equalTo("Open"))
        .body("data.stateUpdatedAt", equalTo("2020-12-16T09:41:43Z"))
        .body("data.assignment.agentId", equalTo(AGENT.toString()))
        .body("data.assignment.assignedAt", equalTo("2020-12-16T11:00:34Z"))
        .body("data.queue.id", equalTo(QUEUE.toString()))
        .body("data.queue.queuedAt", equalTo("2020-12-16T10:40:40Z"))
        .body("data.fromEmail", equalTo("ada@home.example"))
        .body("data.toEmail", equalTo("support@acme.example"))
        .body("data.integrationEmail", equalTo("support@acme.example"))
        .body("data.subject", equalTo("order #123"))
        .body("data.language", equalTo("en"))
        .body("$", not(hasKey("meta")));
  }

  @Test
  void anOutboundMailGoesTheOtherWay() {
    get(conversation(Channel.EMAIL, Direction.OUTBOUND, new ConversationState.Open(), null))
        .body("data.direction", equalTo("Outbound"))
        .body("data.fromEmail", equalTo("support@acme.example"))
        .body("data.toEmail", equalTo("ada@home.example"));
  }

  @Test
  void theFiveStatesAreThreeOfDixas() {
    for (var each :
        List.of(
            new Object[] {new ConversationState.Open(), "Open"},
            new Object[] {new ConversationState.Pending(), "Pending"},
            new Object[] {new ConversationState.Snoozed(CREATED), "Pending"},
            new Object[] {new ConversationState.Resolved(), "Closed"},
            new Object[] {new ConversationState.Closed(), "Closed"})) {
      get(conversation(Channel.EMAIL, Direction.INBOUND, (ConversationState) each[0], null))
          .body("data.state", equalTo(each[1]));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "email, EmailConversation, Email",
    "contact-form, ContactFormConversation, ContactForm",
    "widget, ChatConversation, WidgetChat",
    "in-app, MessengerConversation, Messenger",
    "sms, SmsConversation, Sms",
    "telephony, PstnPhoneConversation, PstnPhone",
    "callback, PstnPhoneConversation, Callback",
    "voicemail, PstnPhoneConversation, Voicemail",
    "whatsapp, WhatsAppConversation, WhatsApp",
    "messenger, FacebookMessengerConversation, FacebookMessenger",
    "twitter, TwitterConversation, Twitter",
    "api, GenericConversation, Messenger",
    "carrier-pigeon, GenericConversation, Messenger"
  })
  void everyChannelHasItsVariant(String channel, String type, String word) {
    getOn(channel)
        .body("data._type", equalTo(type))
        .body("data.channel", equalTo(word))
        .body("data.id", equalTo(42))
        .body("data.requesterId", equalTo(CONTACT.toString()))
        .body("data.direction", equalTo("Inbound"))
        .body("data.queue.id", equalTo(QUEUE.toString()))
        .body("data", not(hasKey("facts")));
  }

  @Test
  void everyVariantHasItsOwnFields() {
    assertOwnFields("email", "fromEmail", "toEmail", "integrationEmail", "subject", "language");
    assertOwnFields(
        "contact-form", "fromEmail", "toEmail", "integrationEmail", "subject", "language");
    assertOwnFields("widget", "browserInfo", "language");
    assertOwnFields("in-app", "browserInfo", "language");
    assertOwnFields("sms", "fromNumber", "toNumber");
    assertOwnFields("telephony");
    assertOwnFields("whatsapp");
    assertOwnFields("messenger");
    assertOwnFields("twitter", "conversationType", "contactPointTwitterId", "endUserTwitterId");
    assertOwnFields("api", "fromContactPointId", "toContactPointId", "genericChannelName");
  }

  private void assertOwnFields(String channel, String... fields) {
    Set<String> common =
        Set.of(
            "id",
            "requesterId",
            "channel",
            "createdAt",
            "direction",
            "state",
            "stateUpdatedAt",
            "assignment",
            "queue",
            "customAttributes",
            "_type");
    Map<String, Object> data = getOn(channel).extract().jsonPath().getMap("data");
    assertThat(data.keySet()).as(channel).containsAll(common);
    data.keySet().removeAll(common);
    assertThat(data.keySet()).as(channel).containsExactlyInAnyOrder(fields);
  }

  @Test
  void theBrowserIsShownAsItWasGiven() {
    getOn("widget")
        .body("data.browserInfo.name", equalTo("Firefox"))
        .body("data.browserInfo.version", equalTo("150"))
        .body("data.browserInfo.ipAddress", equalTo("192.0.2.1"))
        .body("data.browserInfo", not(hasKey("originatingUrl")));
  }

  private ValidatableResponse getOn(String channel) {
    return get(
        conversation(new Channel(channel), Direction.INBOUND, new ConversationState.Open(), null));
  }

  @Test
  void whatWasAnonymizedShowsNobody() {
    get(conversation(Channel.EMAIL, Direction.INBOUND, new ConversationState.Closed(), CREATED))
        .body("data._type", equalTo("AnonymizedConversation"))
        .body("data.anonymizedAt", equalTo("2020-12-16T09:41:43.123Z"))
        .body("data.id", equalTo(42))
        .body("data.requesterId", equalTo(CONTACT.toString()))
        .body("data.channel", equalTo("Email"))
        .body("data.state", equalTo("Closed"))
        .body("data", not(hasKey("assignment")))
        .body("data", not(hasKey("queue")))
        .body("data", not(hasKey("subject")))
        .body("data", not(hasKey("fromEmail")));
  }

  @Test
  void anUnknownOneIs404() {
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<ConversationView> get(Actor actor, long number) {
            return Uni.createFrom()
                .failure(new DomainException(new ConversationError.ConversationNotFound()));
          }
        };
    refused(signed().get("/v1/conversations/" + Long.MAX_VALUE), 404);
    refused(signed().get("/v1/conversations/-1"), 404);
    refused(signed().get("/v1/conversations/0"), 404);
  }

  private ValidatableResponse get(Conversation conversation) {
    useCases.queries =
        new Unasked() {
          @Override
          public Uni<ConversationView> get(Actor actor, long number) {
            return Uni.createFrom()
                .item(
                    new ConversationView(
                        number, conversation, "support@acme.example", null, List.of()));
          }
        };
    return signed().get("/v1/conversations/42").then().statusCode(200);
  }

  private static Conversation conversation(
      Channel channel, Direction direction, ConversationState state, @Nullable Instant anonymized) {
    return new Conversation(
        new ConversationId(UUID.randomUUID()),
        new ContactId(CONTACT),
        channel,
        direction,
        new ContactEndpointId(UUID.randomUUID()),
        anonymized == null ? "ada@home.example" : null,
        anonymized == null ? "order #123" : null,
        "en",
        new BrowserInfo("Firefox", "150", "192.0.2.1", null),
        null,
        state,
        Instant.parse("2020-12-16T09:41:43Z"),
        new Assignment.Assigned(new AgentId(AGENT), Instant.parse("2020-12-16T11:00:34Z")),
        new QueuePlace(new QueueId(QUEUE), Instant.parse("2020-12-16T10:40:40Z")),
        Set.of(),
        null,
        CREATED,
        anonymized,
        5);
  }
}
