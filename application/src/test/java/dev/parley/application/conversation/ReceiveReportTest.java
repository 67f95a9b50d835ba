package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.InboundEvent.Delivered;
import dev.parley.application.channel.InboundEvent.DeliveryFailed;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.conversation.ReceiveEvent.Outcome;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Author;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a message of ours after it was sent. */
class ReceiveReportTest extends ReceivingTest {
  private final long number = aConversation();
  private final ConversationId id = load(number).id();
  private final Message answer = sent("<ours-1@example.com>");
  private final Message other = sent("<ours-2@example.com>");

  @Test
  void aBounceTurnsTheMessageItNamesToFailed() {
    RawInbound raw = arrived("1");

    Outcome outcome = receive(raw, bounce("dsn:1", "<unknown@x>", "<ours-1@example.com>"));

    assertThat(outcome).isEqualTo(Outcome.APPLIED);
    assertThat(message(answer.id()).delivery())
        .isEqualTo(new Delivery(Delivery.Status.FAILED, "550 no such user"));
    assertThat(message(other.id()).delivery()).isEqualTo(Delivery.SENT);
    assertThat(events(number))
        .last()
        .isEqualTo(
            new ConversationEvent.DeliveryFailed(
                NOON, new Author.BySystem(), answer.id(), "unknown-user"));
  }

  @Test
  void aBounceIsNoMessageAndReopensNothing() {
    decide(number, present -> present.close(scene().byAlice, NOON));

    receive(arrived("1"), bounce("dsn:1", "<ours-1@example.com>"));

    assertThat(messages(number)).hasSize(3);
    assertThat(stores.data.conversations().of(here())).hasSize(1);
    assertThat(load(number).state()).isEqualTo(new ConversationState.Closed());
  }

  @Test
  void theSameBounceTwiceIsOneEntryInTheLog() {
    receive(arrived("1"), bounce("dsn:1", "<ours-1@example.com>"));

    assertThat(receive(arrived("2"), bounce("dsn:1", "<ours-1@example.com>")))
        .isEqualTo(Outcome.REPEATED);
    assertThat(failures()).isEqualTo(1);
  }

  @Test
  void anotherBounceOfAFailedMessageIsNoNews() {
    receive(arrived("1"), bounce("dsn:1", "<ours-1@example.com>"));

    receive(arrived("2"), bounce("dsn:2", "<ours-1@example.com>"));

    assertThat(failures()).isEqualTo(1);
  }

  @Test
  void aBounceOfSomethingThatIsNotOursIsIgnored() {
    Conversation before = load(number);

    assertThat(receive(arrived("1"), bounce("dsn:1", "<theirs@example.com>")))
        .isEqualTo(Outcome.IGNORED);
    assertThat(load(number)).isEqualTo(before);
  }

  @Test
  void aBounceCannotFailTheMailOfAContact() {
    RawInbound hers = received(mailFrom(JANE, "<hers@example.org>").withToken(id));

    assertThat(receive(arrived("1"), bounce("dsn:1", "<hers@example.org>")))
        .isEqualTo(Outcome.IGNORED);
    assertThat(messageOf(hers).delivery()).isEqualTo(Delivery.NOT_APPLICABLE);
  }

  @Test
  void aBounceCannotFailAMessageOfAnotherOrganization() {
    ConversationId theirs = new ConversationId(ids.next());
    AMessage message =
        abroad().fromAlice(theirs).providerId("<theirs@example.com>").with(Delivery.SENT);
    create(abroad(), abroad().aNewConversation(message));

    assertThat(receive(arrived("1"), bounce("dsn:1", "<theirs@example.com>")))
        .isEqualTo(Outcome.IGNORED);
    assertThat(stores.data.messages().find(elsewhere(), message.id()).orElseThrow().delivery())
        .isEqualTo(Delivery.SENT);
  }

  @Test
  void aReceiptMarksTheMessageDelivered() {
    Outcome outcome = receive(arrived("1"), new Delivered("dsn:1", Set.of("<ours-1@example.com>")));

    assertThat(outcome).isEqualTo(Outcome.APPLIED);
    assertThat(message(answer.id()).delivery().status()).isEqualTo(Delivery.Status.DELIVERED);
    assertThat(message(other.id()).delivery()).isEqualTo(Delivery.SENT);
  }

  @Test
  void aReceiptDoesNotUndoAFailure() {
    receive(arrived("1"), bounce("dsn:1", "<ours-1@example.com>"));

    receive(arrived("2"), new Delivered("dsn:2", Set.of("<ours-1@example.com>")));

    assertThat(message(answer.id()).delivery().status()).isEqualTo(Delivery.Status.FAILED);
  }

  @Test
  void theReportIsKeptWithTheConversationSoThatItIsRemovedWithIt() {
    RawInbound raw = arrived("1");

    receive(raw, bounce("dsn:1", "<ours-1@example.com>"));

    assertThat(stores.arrivals.find(here(), raw.id()).orElseThrow().conversation()).isEqualTo(id);
  }

  private Message sent(String providerId) {
    return add(number, scene().fromAlice(id).providerId(providerId).with(Delivery.SENT));
  }

  private long failures() {
    return events(number).stream()
        .filter(ConversationEvent.DeliveryFailed.class::isInstance)
        .count();
  }

  private static DeliveryFailed bounce(String key, String... providerIds) {
    return new DeliveryFailed(key, Set.of(providerIds), "unknown-user", "550 no such user");
  }
}
