package dev.parley.rest.dixa.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.application.conversation.ActivityEntry;
import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.ActivityEntry.Person;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.Author;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ActivityLogTest extends DixaTest {
  private static final Instant AT = Instant.parse("2021-12-01T12:46:36.581Z");
  private static final Person DALE =
      new Person(new Author.ByAgent(new AgentId(AGENT)), "Dale Cooper", "dc@acme.example", "+45");
  private static final Person ADA =
      new Person(new Author.ByContact(new ContactId(CONTACT)), "Ada", null, null);
  private static final Person PARLEY = new Person(new Author.BySystem(), null, null, null);
  private static final MessageId MESSAGE = new MessageId(QUEUE);

  @Test
  void ratingsLinksAndAttributesAreTold() {
    String by = "data[0].attributes.";
    UUID order = UUID.randomUUID();
    UUID topic = UUID.randomUUID();
    UUID cleared = UUID.randomUUID();
    log(entry(DALE, new Activity.RatingOffered(DALE, ADA)))
        .body("data[0]._type", equalTo("ConversationRatingOffered"))
        .body("data[0].activityType", equalTo("ConversationRatingOfferedActivityType"))
        .body(by + "_type", equalTo("ConversationRatingOfferedAttribute"))
        .body(by + "agent.name", equalTo("Dale Cooper"))
        .body(by + "user.id", equalTo(CONTACT.toString()));
    log(entry(ADA, new Activity.Rated(DALE, 4, "Super good!")))
        .body("data[0]._type", equalTo("ConversationRated"))
        .body(by + "_type", equalTo("ConversationRatedAttribute"))
        .body(by + "agent.id", equalTo(AGENT.toString()))
        .body(by + "score", equalTo(4))
        .body(by + "message", equalTo("Super good!"));
    log(entry(ADA, new Activity.Rated(DALE, 4, null)))
        .body("data[0].attributes", not(hasKey("message")));
    log(entry(DALE, new Activity.LinkedToParent(43, 42, ConversationLink.Type.SIDE_CONVERSATION)))
        .body("data[0]._type", equalTo("ConversationLinkedToParent"))
        .body("data[0].activityType", equalTo("UnknownActivityType"))
        .body(by + "_type", equalTo("ConversationLinkedAttribute"))
        .body(by + "child", equalTo(43))
        .body(by + "parent", equalTo(42))
        .body(by + "linkType", equalTo("SideConversation"));
    log(entry(DALE, new Activity.LinkedFromChild(43, 42, ConversationLink.Type.RELATED)))
        .body("data[0]._type", equalTo("ConversationLinkedFromChild"))
        .body("data[0].activityType", equalTo("UnknownActivityType"))
        .body(by + "linkType", equalTo("Related"));
    log(entry(
            DALE,
            new Activity.AttributesUpdated(
                List.of(
                    change(order, new AttributeValue.Written("012345")),
                    change(topic, new AttributeValue.Chosen(List.of("billing", "refund"))),
                    change(cleared, null)))))
        .body("data[0]._type", equalTo("ConversationCustomAttributesUpdated"))
        .body("data[0].activityType", equalTo("UnknownActivityType"))
        .body(by + "_type", equalTo("ConversationCustomAttributesUpdatedAttribute"))
        .body(
            by + "updatedAttributeIds",
            equalTo(List.of(order.toString(), topic.toString(), cleared.toString())))
        .body(
            by + "updatedAttributeValues",
            equalTo(
                Map.of(
                    order.toString(), "012345", topic.toString(), List.of("billing", "refund"))));
  }

  private static AttributeChange change(UUID attribute, @Nullable AttributeValue value) {
    return new AttributeChange(new CustomAttributeId(attribute), value);
  }

  @Test
  void anEntrySaysWhoDidWhatWhen() {
    log(entry(DALE, new Activity.Assigned(new AgentId(AGENT), "Dale Cooper")))
        .body("data[0].conversationId", equalTo(42))
        .body("data[0].activityTimestamp", equalTo("2021-12-01T12:46:36.581Z[GMT]"))
        .body("data[0].activityType", equalTo("ConversationAssignedActivityType"))
        .body("data[0]._type", equalTo("ConversationAssigned"))
        .body("data[0].author.id", equalTo(AGENT.toString()))
        .body("data[0].author.name", equalTo("Dale Cooper"))
        .body("data[0].author.email", equalTo("dc@acme.example"))
        .body("data[0].author.phoneNumber", equalTo("+45"))
        .body("data[0].attributes._type", equalTo("ConversationAssignedAttribute"))
        .body("data[0].attributes.agentId", equalTo(AGENT.toString()))
        .body("data[0].attributes.agentName", equalTo("Dale Cooper"));
  }

  @Test
  void everyActivityHasItsDixaTypeAndAttributes() {
    String by = "data[0].attributes.";
    log(entry(ADA, new Activity.Started("order #123")))
        .body("data[0]._type", equalTo("ConversationCreatedByCustomer"))
        .body(by + "_type", equalTo("ConversationCreatedAttribute"))
        .body(by + "subject", equalTo("order #123"));
    log(entry(DALE, new Activity.Started(null)))
        .body("data[0]._type", equalTo("ConversationCreatedByAgent"));
    log(entry(ADA, new Activity.MessageAdded(MESSAGE, "ada@home.example")))
        .body("data[0]._type", equalTo("MessageAddedByCustomer"))
        .body(by + "_type", equalTo("MessageAddedAttribute"))
        .body(by + "messageId", equalTo(MESSAGE.value().toString()))
        .body(by + "fromEndpoint", equalTo("ada@home.example"));
    log(entry(DALE, new Activity.MessageAdded(MESSAGE, null)))
        .body("data[0]._type", equalTo("MessageAddedByAgent"));
    log(entry(DALE, new Activity.NoteAdded("look")))
        .body("data[0]._type", equalTo("NoteAdded"))
        .body(by + "message", equalTo("look"));
    log(entry(DALE, new Activity.TagAdded("refund")))
        .body("data[0]._type", equalTo("TagAdded"))
        .body(by + "_type", equalTo("TagAddedAttribute"))
        .body(by + "tag", equalTo("refund"));
    log(entry(DALE, new Activity.TagRemoved("refund")))
        .body("data[0]._type", equalTo("TagRemoved"))
        .body(by + "_type", equalTo("TagRemovedAttribute"));
    log(entry(PARLEY, new Activity.Offered(DALE, QUEUE, "Support", AT)))
        .body("data[0]._type", equalTo("ConversationOffered"))
        .body("data[0]", not(hasKey("author")))
        .body(by + "agentNames", equalTo(List.of("Dale Cooper")))
        .body(by + "queueLabel", equalTo("Support"));
    log(entry(DALE, new Activity.Claimed("Ann", null)))
        .body("data[0]._type", equalTo("ConversationClaimed"))
        .body(by + "claimedFromLabel", equalTo("Ann"))
        .body(by + "claimedFromType", equalTo("Agent"));
    log(entry(DALE, new Activity.Claimed(null, "Support")))
        .body(by + "claimedFromLabel", equalTo("Support"))
        .body(by + "claimedFromType", equalTo("Queue"));
    log(entry(DALE, new Activity.Unassigned(DALE)))
        .body("data[0]._type", equalTo("ConversationUnassigned"))
        .body(by + "agent.id", equalTo(AGENT.toString()));
    log(entry(DALE, new Activity.TransferInitiated(QUEUE, "Support")))
        .body("data[0]._type", equalTo("TransferInitiated"))
        .body(by + "_type", equalTo("ConversationTransferredAttribute"))
        .body(by + "destinationType", equalTo("Queue"))
        .body(by + "destinationId", equalTo(QUEUE.toString()))
        .body(by + "destinationLabel", equalTo("Support"));
    log(entry(DALE, new Activity.Transferred(QUEUE, null)))
        .body("data[0]._type", equalTo("TransferSuccessful"));
    log(entry(DALE, new Activity.MessageRedacted(MESSAGE, true, 2)))
        .body("data[0]._type", equalTo("ConversationMessageRedacted"))
        .body("data[0].activityType", equalTo("UnknownActivityType"))
        .body(by + "_type", equalTo("MessageRedactedAttribute"))
        .body(by + "wasTextRedacted", equalTo(true))
        .body(by + "numberOfDeletedFiles", equalTo(2));
    log(entry(PARLEY, new Activity.DeliveryFailed(MESSAGE, "mailbox-unknown", "550 no")))
        .body("data[0]._type", equalTo("MessageDeliveryFailed"))
        .body("data[0].activityType", equalTo("UnknownActivityType"))
        .body(by + "reason", equalTo("550 no"))
        .body(by + "messageId", equalTo(MESSAGE.value().toString()));
  }

  @Test
  void someActivitiesHaveNoAttributes() {
    bare(new Activity.OfferAccepted(), "ConversationOfferAccepted");
    bare(new Activity.OfferTimedOut(), "ConversationOfferTimeout");
    bare(new Activity.FollowUpAdded(java.time.Instant.EPOCH), "FollowupAdded");
    bare(new Activity.FollowUpRemoved(), "FollowupRemoved");
    bare(new Activity.FollowUpExpired(), "FollowupExpired");
    bare(new Activity.SetAside(), "ConversationPending");
    bare(new Activity.Reopened(), "ConversationReopened");
    bare(new Activity.Closed(), "ConversationClosed");
  }

  private void bare(Activity activity, String type) {
    log(entry(DALE, activity))
        .body("data[0]._type", equalTo(type))
        .body("data[0].activityType", equalTo(type + "ActivityType"))
        .body("data[0]", not(hasKey("attributes")));
  }

  @Test
  void anUnknownConversationHasAnEmptyLog() {
    useCases.queries = new OneLog(List.of());
    signed().get("/v1/conversations/999/activitylog").then().statusCode(200).body("data", empty());
  }

  @Test
  void theOrganizationsLogIsReadPageByPage() {
    PagedLog log = new PagedLog(5);
    useCases.queries = log;
    List<String> seen = new ArrayList<>();
    String next =
        "/v1/conversations/activitylog?pageLimit=2&fromDatetime=2021-12-01T00:00:00.000Z"
            + "&toDatetime=2021-12-02T00:00:00Z";
    while (next != null) {
      ValidatableResponse page =
          signed().urlEncodingEnabled(false).get(next).then().statusCode(200);
      seen.addAll(page.extract().path("data.id"));
      next = page.extract().path("meta.next");
      assertThat(log.asked.from()).isEqualTo(Instant.parse("2021-12-01T00:00:00Z"));
      assertThat(log.asked.to()).isEqualTo(Instant.parse("2021-12-02T00:00:00Z"));
      assertThat(log.limit).isEqualTo(2);
      if (next != null) {
        assertThat(next).startsWith("/v1/conversations/activitylog?pageKey=");
      }
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void aKeyWorksWithTheFirstQueryAndWithAnotherLimit() {
    PagedLog log = new PagedLog(9);
    useCases.queries = log;
    String next =
        signed()
            .get("/v1/conversations/activitylog?pageLimit=2&fromDatetime=2021-12-01T00:00:00Z")
            .then()
            .extract()
            .path("meta.next");
    signed()
        .urlEncodingEnabled(false)
        .get(next + "&pageLimit=3&fromDatetime=2021-12-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("data.size()", equalTo(3));
    assertThat(log.asked.from()).isEqualTo(Instant.parse("2021-12-01T00:00:00Z"));
    assertThat(log.asked.after()).isPresent();
  }

  @Test
  void theLimitHasADefaultAndIsCut() {
    PagedLog log = new PagedLog(1);
    useCases.queries = log;
    signed()
        .get("/v1/conversations/activitylog")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("meta")));
    assertThat(log.limit).isEqualTo(100);
    signed().get("/v1/conversations/activitylog?pageLimit=10000").then().statusCode(200);
    assertThat(log.limit).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pageLimit=", "pageKey=", "toDatetime="})
  void anEmptyValueCountsAsAbsent(String query) {
    useCases.queries = new PagedLog(1);
    signed().get("/v1/conversations/activitylog?" + query).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pageLimit=0",
        "pageLimit=-1",
        "pageLimit=x",
        "pageLimit=1.5",
        "pageLimit=2147483648",
        "pageLimit=99999999999999999999",
        "pageKey=nonsense!",
        "pageKey=AAAA",
        "pageKey=cGFnZUxpbWl0PTA",
        "pageKey=YWZ0ZXI9eA",
        "fromDatetime=yesterday",
        "fromDatetime=2021-12-01",
      })
  void whatTheQueryGetsWrongIs400(String query) {
    useCases.queries = new PagedLog(1);
    refused(signed().urlEncodingEnabled(false).get("/v1/conversations/activitylog?" + query), 400)
        .body("message", startsWith("Invalid value for: query parameter"));
  }

  @Test
  void aWindowMustNotEndBeforeItBegins() {
    refused(
        signed()
            .get(
                "/v1/conversations/activitylog"
                    + "?fromDatetime=2021-12-02T00:00:00Z&toDatetime=2021-12-01T00:00:00Z"),
        400,
        "Validation failure when retrieving data");
  }

  private ValidatableResponse log(ActivityEntry entry) {
    useCases.queries = new OneLog(List.of(entry));
    return signed().get("/v1/conversations/42/activitylog").then().statusCode(200);
  }

  private static ActivityEntry entry(Person author, Activity activity) {
    return new ActivityEntry(UUID.randomUUID(), 42, AT, author, activity);
  }

  private static final class OneLog extends Unasked {
    private final List<ActivityEntry> entries;

    OneLog(List<ActivityEntry> entries) {
      this.entries = entries;
    }

    @Override
    public Uni<List<ActivityEntry>> activity(Actor actor, long number) {
      return Uni.createFrom().item(entries);
    }
  }

  private static final class PagedLog extends Unasked {
    private final List<ActivityEntry> all = new ArrayList<>();
    private ActivityWindow asked = new ActivityWindow(null, null, Optional.empty());
    private int limit;

    PagedLog(int size) {
      for (int i = 0; i < size; i++) {
        all.add(entry(DALE, new Activity.Closed()));
      }
    }

    @Override
    public Uni<Page<ActivityEntry>> activity(Actor actor, ActivityWindow window, int most) {
      asked = window;
      limit = most;
      int begin =
          window
              .after()
              .map(cursor -> all.stream().map(ActivityEntry::id).toList().indexOf(cursor.id()) + 1)
              .orElse(0);
      List<ActivityEntry> found = all.subList(begin, Math.min(all.size(), begin + most + 1));
      return Uni.createFrom()
          .item(Page.cut(found, most, entry -> new Cursor(entry.at(), entry.id())));
    }
  }
}
