package dev.parley.application.event;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.ConversationStores;
import dev.parley.application.event.Event.Detail;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.event.EventType;
import dev.parley.domain.rating.Question;
import dev.parley.domain.rating.Rating;
import dev.parley.domain.rating.RatingId;
import dev.parley.domain.rating.SurveyId;
import dev.parley.domain.rating.Surveys;
import dev.parley.domain.shared.Direction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the words of events promise. */
public interface EventReaderContract extends ConversationStores {
  EventReader reader();

  EventPositions positions();

  @Test
  default void anEventShowsTheConversationAsItIs() {
    ConversationId id = scene().newConversationId();
    long number = create(scene().aNewConversation(scene().fromJane(id).at(MORNING)));
    decide(number, c -> c.claim(scene().alice, true, scene().byAlice, NOON));
    decide(number, c -> c.addTag(scene().vip, scene().byAlice, NOON));

    Event first = events().getFirst();

    assertThat(first.type()).isEqualTo(EventType.CONVERSATION_CREATED);
    assertThat(first.position()).isEqualTo(1);
    assertThat(first.at()).isEqualTo(MORNING);
    assertThat(first.organization().name()).isEqualTo("Test");
    Event.Subject shown = first.conversation();
    assertThat(shown.number()).isEqualTo(number);
    assertThat(shown.channel()).isEqualTo(Channel.EMAIL);
    assertThat(shown.state()).isEqualTo(new ConversationState.Open());
    assertThat(shown.direction()).isEqualTo(Direction.INBOUND);
    assertThat(shown.queue()).isEqualTo(new Event.QueueName(scene().support.value(), "Support"));
    assertThat(shown.contactPoint()).isEqualTo("help@example.com");
    assertThat(shown.requester().author()).isEqualTo(scene().byJane);
    assertThat(shown.requester().email()).isEqualTo("jane@example.org");
    assertThat(shown.assignee()).extracting(Event.Person::name).isEqualTo("Alice");
    assertThat(shown.subject()).isEqualTo("Where is my order?");
    assertThat(shown.tags()).containsExactly("VIP");
    assertThat(shown.createdAt()).isEqualTo(MORNING);
    assertThat(first.by()).extracting(Event.Person::name).isEqualTo("Jane Doe");
    assertThat(first.detail()).isEqualTo(new Detail.None());
  }

  @Test
  default void anEventShowsWhatItIsAbout() {
    ConversationId id = scene().newConversationId();
    long number = create(scene().aNewConversation(scene().fromJane(id).at(MORNING)));
    Message answer = add(number, scene().fromAlice(id).saying("It is on its way."));
    InternalNote note = scene().note(id, "Call back", NOON);
    decide(number, c -> c.addNote(note));
    decide(number, c -> c.addTag(scene().vip, scene().byAlice, NOON));
    decide(number, c -> c.followUp(NOON.plusSeconds(1), scene().byBob, NOON));
    decide(number, c -> c.expireFollowUp(NOON.plusSeconds(1)));
    this.<Boolean>inTransaction(
        tx ->
            deliveries()
                .advance(
                    tx, answer.id(), new Delivery(Delivery.Status.FAILED, "no mailbox"), NOON));

    List<Event> events = events();

    Event added = events.get(3);
    assertThat(added.type()).isEqualTo(EventType.CONVERSATION_MESSAGE_ADDED);
    assertThat(added.detail())
        .isInstanceOfSatisfying(
            Detail.OfMessage.class,
            detail -> {
              assertThat(detail.message().content()).isEqualTo(answer.content());
              assertThat(detail.author().name()).isEqualTo("Alice");
              assertThat(detail.author().roles()).isNotEmpty();
            });
    assertThat(detail(events, EventType.CONVERSATION_NOTE_ADDED))
        .isEqualTo(new Detail.OfNote(note.id(), "Call back", NOON));
    assertThat(detail(events, EventType.CONVERSATION_TAG_ADDED))
        .isEqualTo(new Detail.OfTag(scene().vip.id().value(), "VIP"));
    assertThat(detail(events, EventType.CONVERSATION_PENDING_EXPIRED))
        .isInstanceOfSatisfying(
            Detail.PendingBy.class,
            detail -> assertThat(detail.agent().author()).isEqualTo(scene().byBob));
    Event failed = events.getLast();
    assertThat(failed.type()).isEqualTo(EventType.CONVERSATION_MESSAGE_DELIVERY_FAILED);
    assertThat(failed.by()).isNull();
    assertThat(failed.detail())
        .isInstanceOfSatisfying(
            Detail.OfMessage.class,
            detail ->
                assertThat(detail.message().delivery())
                    .isEqualTo(new Delivery(Delivery.Status.FAILED, "no mailbox")));
  }

  @Test
  default void aRatingShowsItsScoreAndComment() {
    long number = create(scene().aNewConversation());
    Rating offered =
        new Rating(
            new RatingId(scene().ids.next()),
            new SurveyId(scene().ids.next()),
            Question.CSAT,
            scene().jane,
            scene().alice,
            NOON,
            null);
    Rating answered =
        new Surveys(List.of(offered))
            .answer(offered.survey(), Question.CSAT, new Rating.Answer(4, "Quick", NOON));
    decide(number, c -> c.offerRating(offered, scene().byAlice));
    decide(number, c -> c.rate(answered, NOON));

    assertThat(detail(events(), EventType.CONVERSATION_RATED))
        .isEqualTo(new Detail.OfRating(4, "Quick"));
  }

  @Test
  default void eventsAreReadInPages() {
    create(scene().aNewConversation());
    List<Event> all = events();

    List<Event> page = inTransaction(tx -> reader().after(tx, 1, 1));

    assertThat(page).isEqualTo(all.subList(1, 2));
    assertThat(this.<Optional<Event>>inTransaction(tx -> reader().find(tx, all.getLast().id())))
        .contains(all.getLast());
  }

  @Test
  default void anEventOfAnotherOrganizationIsNotFound() {
    create(scene().aNewConversation());
    UUID id = events().getFirst().id();

    assertThat(
            this.<Optional<Event>>inTransactionElsewhere(
                tx -> reader().lock(tx, id).chain(() -> reader().find(tx, id))))
        .isEmpty();
    assertThat(this.<List<Event>>inTransactionElsewhere(tx -> reader().after(tx, 0, 10))).isEmpty();
  }

  private List<Event> events() {
    await(positions().assign(10_000));
    return inTransaction(tx -> reader().after(tx, 0, 1000));
  }

  private static Detail detail(List<Event> events, EventType type) {
    return events.stream().filter(event -> event.type() == type).findFirst().orElseThrow().detail();
  }
}
