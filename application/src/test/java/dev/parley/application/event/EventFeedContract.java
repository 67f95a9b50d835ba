package dev.parley.application.event;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.AMessage;
import dev.parley.application.conversation.ConversationStores;
import dev.parley.application.event.EventFeed.Entry;
import dev.parley.application.event.EventFeed.Extent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.event.EventType;
import dev.parley.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the feed promises. */
public interface EventFeedContract extends ConversationStores {
  int MANY = 10_000;

  EventFeed feed();

  EventPositions positions();

  @Test
  default void whatHappenedComesInItsOrderWithoutGaps() {
    ConversationId id = scene().newConversationId();
    AMessage question = scene().fromJane(id).at(MORNING);
    long number = create(scene().aNewConversation(question));
    decide(number, c -> c.claim(scene().alice, true, scene().byAlice, NOON));
    decide(number, c -> c.claim(scene().bob, true, scene().byBob, NOON));
    decide(number, c -> c.addTag(scene().vip, scene().byBob, NOON));
    decide(number, c -> c.transferTo(scene().sales, scene().byBob, NOON));
    decide(number, c -> c.close(scene().byBob, NOON));
    assign();

    List<Entry> all = after(0, MANY);
    assertThat(all)
        .extracting(Entry::type)
        .containsExactly(
            EventType.CONVERSATION_CREATED,
            EventType.CONVERSATION_MESSAGE_ADDED,
            EventType.CONVERSATION_ENQUEUED,
            EventType.CONVERSATION_ASSIGNED,
            EventType.CONVERSATION_UNASSIGNED,
            EventType.CONVERSATION_ASSIGNED,
            EventType.CONVERSATION_TAG_ADDED,
            EventType.CONVERSATION_UNASSIGNED,
            EventType.CONVERSATION_TRANSFERRED,
            EventType.CONVERSATION_ENQUEUED,
            EventType.CONVERSATION_CLOSED,
            EventType.CONVERSATION_ABANDONED);
    assertThat(all)
        .extracting(Entry::position)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    assertThat(all).extracting(Entry::id).doesNotHaveDuplicates();
    assertThat(all).extracting(Entry::conversation).containsOnly(id);
    assertThat(all.get(1).about()).isEqualTo(question.id().value());
    assertThat(all.get(1).at()).isEqualTo(MORNING);
    assertThat(all.get(5).about()).isEqualTo(scene().bob.value());
    assertThat(all.get(6).about()).isEqualTo(scene().vip.id().value());
    assertThat(after(3, 2)).isEqualTo(all.subList(3, 5));
    assertThat(after(12, MANY)).isEmpty();
    assertThat(extent()).isEqualTo(new Extent(12, 0));
  }

  @Test
  default void whatHasNoPositionYetIsNotRead() {
    create(scene().aNewConversation());

    assertThat(after(0, MANY)).isEmpty();
    assertThat(extent()).isEqualTo(new Extent(0, 0));
    assertThat(await(feed().heads(Set.of(here())))).isEmpty();
  }

  @Test
  default void aFewAreGivenPositionsAtATime() {
    create(scene().aNewConversation());
    create(scene().aNewConversation());

    await(positions().assign(4));
    List<Entry> first = after(0, MANY);
    assertThat(first).hasSize(4);
    await(positions().assign(4));

    assertThat(after(0, MANY)).hasSize(6).startsWith(first.toArray(Entry[]::new));
  }

  @Test
  default void clientsAreToldHowFarADeliveryHasCome() {
    ConversationId id = scene().newConversationId();
    long number = create(scene().aNewConversation(scene().fromJane(id).at(MORNING)));
    MessageId answer = add(number, scene().fromAlice(id)).id();
    assign();
    long before = extent().last();

    advance(answer, Delivery.SENT);
    advance(answer, Delivery.SENT);
    advance(answer, new Delivery(Delivery.Status.FAILED, "no such mailbox"));
    advance(answer, new Delivery(Delivery.Status.DELIVERED, null));
    assign();

    List<Entry> told = after(before, MANY);
    assertThat(told)
        .extracting(Entry::type)
        .containsExactly(
            EventType.CONVERSATION_MESSAGE_DELIVERY_SENT,
            EventType.CONVERSATION_MESSAGE_DELIVERY_FAILED);
    assertThat(told).extracting(Entry::about).containsOnly(answer.value());
    assertThat(told).extracting(Entry::conversation).containsOnly(id);
    assertThat(told).extracting(Entry::at).containsOnly(NOON);
  }

  @Test
  default void everyOrganizationHasAFeedOfItsOwn() {
    create(scene().aNewConversation());
    create(abroad(), abroad().aNewConversation());
    create(abroad(), abroad().aNewConversation());
    assign();

    assertThat(after(0, MANY)).hasSize(3).extracting(Entry::position).containsExactly(1L, 2L, 3L);
    assertThat(this.<List<Entry>>inTransactionElsewhere(tx -> feed().after(tx, 0, MANY)))
        .hasSize(6);
    assertThat(this.<Extent>inTransactionElsewhere(tx -> feed().extent(tx)))
        .isEqualTo(new Extent(6, 0));
    assertThat(await(feed().heads(Set.of(here(), elsewhere(), new OrganizationId(999_999)))))
        .isEqualTo(Map.of(here(), 3L, elsewhere(), 6L));
  }

  @Test
  default void whatIsForgottenIsKnownToHaveBeen() {
    create(scene().aNewConversation());
    assign();
    long kept = 3;

    trim(longAgo());
    assertThat(after(0, MANY)).hasSize(3);
    trim(inAWhile());
    create(scene().aNewConversation());
    assign();

    assertThat(after(0, MANY)).hasSize(3).extracting(Entry::position).startsWith(kept + 1);
    Extent extent = extent();
    assertThat(extent).isEqualTo(new Extent(6, 3));
    assertThat(extent.goesOnFrom(2)).isFalse();
    assertThat(extent.goesOnFrom(3)).isTrue();
    assertThat(extent.goesOnFrom(6)).isTrue();
    assertThat(extent.goesOnFrom(7)).isFalse();
  }

  @Test
  default void whatHasNoPositionYetIsNotForgotten() {
    create(scene().aNewConversation());

    trim(inAWhile());
    assign();

    assertThat(after(0, MANY)).hasSize(3);
  }

  /** Before anything of this test, by whatever clock the store goes. */
  private static Instant longAgo() {
    return MORNING.minus(Duration.ofDays(365));
  }

  private static Instant inAWhile() {
    return Instant.parse("2100-01-01T00:00:00Z");
  }

  private void assign() {
    await(positions().assign(MANY));
  }

  private void trim(Instant before) {
    await(positions().trim(before, MANY));
  }

  private void advance(MessageId message, Delivery delivery) {
    this.<Boolean>inTransaction(tx -> deliveries().advance(tx, message, delivery, NOON));
  }

  private List<Entry> after(long position, int most) {
    return inTransaction(tx -> feed().after(tx, position, most));
  }

  private Extent extent() {
    return inTransaction(tx -> feed().extent(tx));
  }
}
