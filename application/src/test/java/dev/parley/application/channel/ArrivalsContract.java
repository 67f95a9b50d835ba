package dev.parley.application.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.channel.Arrivals.Leased;
import dev.parley.application.conversation.ConversationStores;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.organization.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What inboxes promise. */
public interface ArrivalsContract extends ConversationStores {
  Duration LEASE = Duration.ofMinutes(2);

  /** More than any test leaves behind. */
  int MANY = 1000;

  Inbox inbox();

  Arrivals arrivals();

  @Test
  default void aDeliveryIsAcceptedOnce() {
    RawInbound first = raw("imap:INBOX:1:1");

    assertThat(accept(first)).isTrue();
    assertThat(accept(raw("imap:INBOX:1:1"))).isFalse();
    assertThat(accept(raw("imap:INBOX:1:2"))).isTrue();
    assertThat(accept(at(new ContactEndpointId(scene().ids.next()), "imap:INBOX:1:1"))).isTrue();
    assertThat(accept(of(elsewhere(), raw("imap:INBOX:1:1")))).isTrue();
    assertThat(leasedAt(NOW)).extracting(Leased::id).contains(first.id()).hasSize(3);
  }

  @Test
  default void whatArrivedIsLoadedExactlyAsItArrived() {
    byte[] everyByte = new byte[256];
    for (int i = 0; i < everyByte.length; i++) {
      everyByte[i] = (byte) i;
    }
    RawInbound small = with(raw("1"), everyByte);
    RawInbound large =
        with(raw("2"), "x".repeat(300_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    accept(small);
    accept(large);

    for (RawInbound raw : List.of(small, large)) {
      RawInbound loaded = await(arrivals().load(here(), raw.id())).orElseThrow();
      assertThat(loaded.bytes()).isEqualTo(raw.bytes());
      assertThat(loaded.id()).isEqualTo(raw.id());
      assertThat(loaded.organization()).isEqualTo(here());
      assertThat(loaded.endpoint()).isEqualTo(raw.endpoint());
      assertThat(loaded.channel()).isEqualTo(raw.channel());
      assertThat(loaded.deliveryKey()).isEqualTo(raw.deliveryKey());
      assertThat(loaded.receivedAt()).isEqualTo(raw.receivedAt());
    }
  }

  @Test
  default void severalSmallOnesAreLoadedAtOnce() {
    RawInbound first = raw("1");
    RawInbound second = with(raw("2"), new byte[0]);
    RawInbound done = raw("3");
    RawInbound theirs = of(elsewhere(), raw("4"));
    List.of(first, second, done, theirs).forEach(this::accept);
    settle(done);

    List<RawInbound> loaded =
        await(
            arrivals()
                .load(
                    here(),
                    List.of(first.id(), second.id(), done.id(), theirs.id(), scene().ids.next())));

    assertThat(loaded)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("peer")
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  default void itIsLeasedInTheOrderOfItsArrivalUntilTheLeaseRunsOut() {
    RawInbound first = raw("1");
    RawInbound second = raw("2");
    RawInbound third = raw("3");
    accept(second);
    accept(first);
    accept(third);

    assertThat(leasedAt(NOW.minusMillis(1))).isEmpty();
    assertThat(leasedAt(NOW))
        .containsExactly(leased(first, 1), leased(second, 1), leased(third, 1));
    assertThat(leasedAt(NOW.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(leasedAt(NOW.plus(LEASE))).hasSize(3).first().isEqualTo(leased(first, 2));
  }

  @Test
  default void asManyAreLeasedAsAreWanted() {
    accept(raw("1"));
    accept(raw("2"));
    accept(of(elsewhere(), raw("3")));

    assertThat(await(arrivals().lease(NOW, LEASE, 2))).hasSize(2);
  }

  @Test
  default void arrivalsOfAllOrganizationsAreLeased() {
    RawInbound ours = raw("1");
    RawInbound theirs = of(elsewhere(), raw("1"));
    accept(ours);
    accept(theirs);

    assertThat(await(arrivals().lease(NOW, LEASE, MANY)))
        .contains(leased(ours, 1), leased(theirs, 1));
  }

  @Test
  default void anEventIsRecordedOncePerEndpoint() {
    RawInbound raw = raw("1");
    accept(raw);
    ContactEndpointId other = new ContactEndpointId(scene().ids.next());

    assertThat(record(scene().mailbox, "<1@jane>", raw.id())).isEmpty();
    assertThat(record(scene().mailbox, "<1@jane>", raw.id())).hasValue(raw.id());
    assertThat(record(scene().mailbox, "<1@jane>", scene().ids.next())).hasValue(raw.id());
    assertThat(record(scene().mailbox, "<2@jane>", raw.id())).isEmpty();
    assertThat(record(other, "<1@jane>", raw.id())).isEmpty();
    assertThat(
            this.<Optional<UUID>>inTransactionElsewhere(
                tx -> arrivals().record(tx, scene().mailbox, "<1@jane>", raw.id())))
        .isEmpty();
  }

  @Test
  default void anEventOfATransactionThatFailsIsNotRecorded() {
    RawInbound raw = raw("1");
    accept(raw);
    Uni<Object> failing =
        unitOfWork()
            .inTransaction(
                here(),
                tx ->
                    arrivals()
                        .record(tx, scene().mailbox, "<1@jane>", raw.id())
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));

    assertThatThrownBy(() -> await(failing)).hasMessage("no");
    assertThat(record(scene().mailbox, "<1@jane>", raw.id())).isEmpty();
  }

  @Test
  default void whatBecameAMessageStaysAsItsOriginal() {
    RawInbound raw = raw("1");
    accept(raw);

    settle(raw);

    assertDone(raw);
    assertThat(await(arrivals().original(here(), raw.id()))).hasValue(raw.bytes());

    await(arrivals().drop(here(), raw.id()));

    assertThat(await(arrivals().original(here(), raw.id()))).hasValue(raw.bytes());
  }

  @Test
  default void whatIsNothingToKeepIsRemovedAndStillRecognized() {
    RawInbound small = raw("1");
    RawInbound large = with(raw("2"), new byte[300_000]);
    accept(small);
    accept(large);

    for (RawInbound raw : List.of(small, large)) {
      await(arrivals().drop(here(), raw.id()));

      assertDone(raw);
      assertThat(await(arrivals().original(here(), raw.id()))).isEmpty();
    }
    assertThat(accept(raw("1"))).isFalse();
  }

  @Test
  default void whatFailedComesBackAtItsTime() {
    RawInbound raw = raw("1");
    accept(raw);
    leasedAt(NOW);

    await(arrivals().retry(here(), raw.id(), NOW.plusSeconds(10), "Oops"));

    assertThat(leasedAt(NOW.plusSeconds(9))).isEmpty();
    assertThat(leasedAt(NOW.plusSeconds(10))).containsExactly(leased(raw, 2));
  }

  @Test
  default void whatIsDoneDoesNotComeBack() {
    RawInbound raw = raw("1");
    accept(raw);
    settle(raw);

    await(arrivals().retry(here(), raw.id(), NOW, "Oops"));
    await(arrivals().park(here(), raw.id(), "Oops"));

    assertDone(raw);
    assertThat(await(arrivals().original(here(), raw.id()))).hasValue(raw.bytes());
  }

  @Test
  default void whatIsParkedWaitsForAHumanWithItsBytes() {
    RawInbound small = raw("1");
    RawInbound large = with(raw("2"), new byte[300_000]);
    accept(small);
    accept(large);

    for (RawInbound raw : List.of(small, large)) {
      await(arrivals().park(here(), raw.id(), "Oops"));

      assertDone(raw);
      assertThat(await(arrivals().original(here(), raw.id()))).hasValue(raw.bytes());
    }
  }

  @Test
  default void anotherOrganizationSeesAndChangesNothingOfAnArrival() {
    RawInbound raw = raw("1");
    accept(raw);

    assertThat(await(arrivals().load(elsewhere(), raw.id()))).isEmpty();
    assertThat(await(arrivals().load(elsewhere(), List.of(raw.id())))).isEmpty();
    assertThat(await(arrivals().original(elsewhere(), raw.id()))).isEmpty();
    await(arrivals().drop(elsewhere(), raw.id()));
    await(arrivals().park(elsewhere(), raw.id(), "Oops"));
    await(arrivals().retry(elsewhere(), raw.id(), NOW.plusSeconds(10), "Oops"));
    this.<Void>inTransactionElsewhere(
        tx -> arrivals().settle(tx, raw.id(), new ConversationId(new UUID(1, 2))));

    assertThat(leasedAt(NOW)).containsExactly(leased(raw, 1));
    assertThat(await(arrivals().load(here(), raw.id()))).isPresent();
  }

  private static Leased leased(RawInbound raw, int attempts) {
    return new Leased(raw.organization(), raw.id(), attempts, raw.bytes().length);
  }

  private void assertDone(RawInbound raw) {
    assertThat(await(arrivals().load(here(), List.of(raw.id())))).isEmpty();
    assertThat(await(arrivals().load(here(), raw.id()))).isEmpty();
    assertThat(leasedAt(NOW.plus(Duration.ofDays(1))))
        .extracting(Leased::id)
        .doesNotContain(raw.id());
  }

  private void settle(RawInbound raw) {
    long number = create(scene().aNewConversation());
    ConversationId conversation = load(number).id();
    this.<Void>inTransaction(tx -> arrivals().settle(tx, raw.id(), conversation));
  }

  private boolean accept(RawInbound raw) {
    return await(inbox().accept(raw));
  }

  private Optional<UUID> record(ContactEndpointId endpoint, String key, UUID raw) {
    return inTransaction(tx -> arrivals().record(tx, endpoint, key, raw));
  }

  private List<Leased> leasedAt(Instant now) {
    return await(arrivals().lease(now, LEASE, MANY)).stream()
        .filter(leased -> leased.organization().equals(here()))
        .toList();
  }

  private RawInbound raw(String deliveryKey) {
    return at(scene().mailbox, deliveryKey);
  }

  private RawInbound at(ContactEndpointId endpoint, String deliveryKey) {
    return new RawInbound(
        scene().ids.next(),
        here(),
        endpoint,
        Channel.EMAIL,
        deliveryKey,
        "Subject: Hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        NOW,
        "192.0.2.1");
  }

  private static RawInbound of(OrganizationId organization, RawInbound raw) {
    return new RawInbound(
        raw.id(),
        organization,
        raw.endpoint(),
        raw.channel(),
        raw.deliveryKey(),
        raw.bytes(),
        raw.receivedAt(),
        raw.peer());
  }

  private static RawInbound with(RawInbound raw, byte[] bytes) {
    return new RawInbound(
        raw.id(),
        raw.organization(),
        raw.endpoint(),
        raw.channel(),
        raw.deliveryKey(),
        bytes,
        raw.receivedAt(),
        raw.peer());
  }
}
