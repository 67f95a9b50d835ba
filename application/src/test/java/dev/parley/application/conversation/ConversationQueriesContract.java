package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.ActivityEntry.Activity;
import dev.parley.application.conversation.ActivityEntry.Person;
import dev.parley.application.conversation.ConversationQueries.ActivityWindow;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.Actors;
import dev.parley.application.shared.Cursor;
import dev.parley.application.shared.Page;
import dev.parley.application.shared.Permission;
import dev.parley.domain.contact.ContactError;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.SharedError;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the answers about conversations promise. */
public interface ConversationQueriesContract extends ConversationStores {
  @Test
  default void aConversationIsShownWithItsNumberAndOurAddress() {
    Decision<Conversation, ConversationEvent> decision = scene().aNewConversation();
    long number = create(decision);

    assertThat(await(queries().get(scene().actor(), number)))
        .isEqualTo(new ConversationView(number, decision.state(), Scene.MAILBOX, null, List.of()));
  }

  @Test
  default void whatAConversationDoesNotHaveIsAnEmptyList() {
    long number = create(scene().aNewConversation());

    assertThat(await(queries().notes(scene().actor(), number))).isEmpty();
    assertThat(await(queries().tags(scene().actor(), number))).isEmpty();
  }

  @Test
  default void questionsAboutAnUnknownConversationFail() {
    assertNotFound(scene().actor(), 4711);
    assertThat(await(queries().activity(scene().actor(), 4711))).isEmpty();
  }

  @Test
  default void aContactsConversationsComeInPages() {
    List<Long> ofJane =
        Stream.of(MORNING, MORNING, MORNING.plusSeconds(1))
            .map(at -> create(aConversationOf(at)))
            .toList();
    ConversationId id = scene().newConversationId();
    create(scene().aNewConversation(scene().fromJoe(id), scene().joe, scene().support));

    Page<ConversationView> first = ofContact(scene().jane, Optional.empty());
    Page<ConversationView> second = ofContact(scene().jane, first.next());

    assertThat(first.items()).hasSize(2);
    assertThat(first.items())
        .extracting(ConversationView::endpointAddress)
        .containsOnly(Scene.MAILBOX);
    assertThat(second.items())
        .extracting(ConversationView::number)
        .containsExactly(ofJane.getLast());
    assertThat(second.next()).isEmpty();
    assertThat(first.items())
        .extracting(ConversationView::number)
        .containsExactlyInAnyOrderElementsOf(ofJane.subList(0, 2));
  }

  @Test
  default void aContactMayHaveNoConversationsButMustExist() {
    assertThat(ofContact(scene().jane, Optional.empty()).items()).isEmpty();
    assertThat(
            errorOf(
                queries()
                    .ofContact(
                        scene().actor(), new ContactId(scene().ids.next()), Optional.empty(), 2)))
        .isInstanceOf(ContactError.ContactNotFound.class);
  }

  private Page<ConversationView> ofContact(ContactId contact, Optional<Cursor> after) {
    return await(queries().ofContact(scene().actor(), contact, after, 2));
  }

  @Test
  default void anotherOrganizationGetsNoAnswers() {
    long number = create(scene().aNewConversation());

    assertNotFound(abroad().actor(), number);
    assertThat(await(queries().activity(abroad().actor(), number))).isEmpty();
    assertThat(await(queries().activity(abroad().actor(), all(), 10)).items()).isEmpty();
  }

  private void assertNotFound(Actor actor, long number) {
    for (Supplier<Uni<?>> question :
        List.<Supplier<Uni<?>>>of(
            () -> queries().get(actor, number),
            () -> queries().messages(actor, number),
            () -> queries().notes(actor, number),
            () -> queries().tags(actor, number),
            () -> queries().children(actor, number))) {
      assertThat(errorOf(question.get())).isEqualTo(new ConversationError.ConversationNotFound());
    }
  }

  @Test
  default void whoMayNotReadConversationsGetsNoAnswers() {
    long number = create(scene().aNewConversation());
    Actor blind = Actors.without(scene().actor(), Permission.CONVERSATIONS_READ);

    for (Supplier<Uni<?>> question :
        List.<Supplier<Uni<?>>>of(
            () -> queries().get(blind, number),
            () -> queries().messages(blind, number),
            () -> queries().notes(blind, number),
            () -> queries().tags(blind, number),
            () -> queries().ofContact(blind, scene().jane, Optional.empty(), 2),
            () -> queries().children(blind, number),
            () -> queries().activity(blind, number),
            () -> queries().activity(blind, all(), 10))) {
      assertThat(errorOf(Uni.createFrom().deferred(() -> question.get())))
          .isEqualTo(new SharedError.PermissionMissing("CONVERSATIONS_READ"));
    }
  }

  @Test
  default void theLogTellsEverythingThatHappenedInItsOrder() {
    ConversationId id = scene().newConversationId();
    AMessage first = scene().fromJane(id).at(MORNING).mailed("jane@example.org", Scene.MAILBOX);
    long number = create(scene().aNewConversation(first));
    InternalNote note = scene().note(id, "Call back", NOON);
    Person alice = new Person(scene().byAlice, "Alice", "alice@example.com", "+455");
    Person bob = new Person(scene().byBob, "Bob", "bob@example.com", "+453");
    Person jane = new Person(scene().byJane, "Jane Doe", "jane@example.org", "+468");
    Person parley = new Person(new Author.BySystem(), null, null, null);

    decide(number, c -> c.addNote(note));
    decide(number, c -> c.addTag(scene().vip, scene().byAlice, NOON));
    decide(number, c -> c.removeTag(scene().vip.id(), scene().byAlice, NOON));
    decide(number, c -> c.offerByPolicy(scene().bob, NOON.plusSeconds(45), NOON));
    decide(number, c -> c.expireOffer(NOON.plusSeconds(45)));
    decide(number, c -> c.offerByPolicy(scene().bob, NOON.plusSeconds(90), NOON));
    decide(number, c -> c.claim(scene().bob, false, scene().byBob, NOON));
    decide(number, c -> c.claim(scene().alice, true, scene().byAlice, NOON));
    decide(number, c -> c.transferTo(scene().sales, scene().byAlice, NOON));
    decide(number, c -> c.close(scene().byAlice, NOON));
    decide(number, c -> c.reopen(scene().support, scene().byAlice, NOON));
    Message answer = add(number, scene().fromAlice(id));
    this.<Boolean>inTransaction(
        tx ->
            deliveries()
                .advance(
                    tx,
                    answer.id(),
                    new Delivery(Delivery.Status.FAILED, "mailbox unavailable"),
                    NOON));
    decide(number, c -> c.deliveryFailed(answer.id(), "550", NOON));
    decide(number, c -> c.redactMessage(answer.id(), true, 2, scene().byAlice, NOON));

    List<ActivityEntry> log = await(queries().activity(scene().actor(), number));

    assertThat(log)
        .extracting(ActivityEntry::author, ActivityEntry::activity)
        .containsExactly(
            does(jane, new Activity.Started("Where is my order?")),
            does(jane, new Activity.MessageAdded(first.id(), "jane@example.org")),
            does(alice, new Activity.NoteAdded("Call back")),
            does(alice, new Activity.TagAdded("VIP")),
            does(alice, new Activity.TagRemoved("VIP")),
            does(
                parley,
                new Activity.Offered(
                    bob, scene().support.value(), "Support", NOON.plusSeconds(45))),
            does(parley, new Activity.OfferTimedOut()),
            does(
                parley,
                new Activity.Offered(
                    bob, scene().support.value(), "Support", NOON.plusSeconds(90))),
            does(bob, new Activity.OfferAccepted()),
            does(bob, new Activity.Claimed(null, "Support")),
            does(bob, new Activity.Assigned(scene().bob, "Bob")),
            does(alice, new Activity.Unassigned(bob)),
            does(alice, new Activity.Claimed("Bob", null)),
            does(alice, new Activity.Assigned(scene().alice, "Alice")),
            does(alice, new Activity.TransferInitiated(scene().sales.value(), "Sales")),
            does(alice, new Activity.Unassigned(alice)),
            does(alice, new Activity.Transferred(scene().sales.value(), "Sales")),
            does(alice, new Activity.Closed()),
            does(alice, new Activity.Reopened()),
            does(alice, new Activity.MessageAdded(answer.id(), null)),
            does(parley, new Activity.DeliveryFailed(answer.id(), "550", "mailbox unavailable")),
            does(alice, new Activity.MessageRedacted(answer.id(), true, 2)));
    assertThat(log).extracting(ActivityEntry::number).containsOnly(number);
    assertThat(log).extracting(ActivityEntry::id).doesNotHaveDuplicates();
    assertThat(log.getFirst().at()).isEqualTo(MORNING);
  }

  private static org.assertj.core.groups.Tuple does(Person who, Activity what) {
    return org.assertj.core.groups.Tuple.tuple(who, what);
  }

  @Test
  default void theLogOfAllIsCutByTimeAndComesInPages() {
    long one = create(aConversationOf(MORNING));
    long two = create(aConversationOf(MORNING.plusSeconds(10)));
    decide(one, c -> c.close(scene().byAlice, MORNING.plusSeconds(20)));
    decide(two, c -> c.close(scene().byAlice, MORNING.plusSeconds(30)));

    assertThat(numbersOf(everythingIn(null, null, 2)))
        .containsExactly(one, one, two, two, one, two);
    assertThat(numbersOf(everythingIn(MORNING.plusSeconds(10), null, 1)))
        .containsExactly(two, two, one, two);
    assertThat(numbersOf(everythingIn(MORNING.plusSeconds(10), MORNING.plusSeconds(30), 3)))
        .containsExactly(two, two, one);
    assertThat(everythingIn(MORNING.plusSeconds(31), null, 3)).isEmpty();
  }

  @Test
  default void aPageThatHoldsTheRestHasNoNext() {
    create(aConversationOf(MORNING));

    assertThat(await(queries().activity(scene().actor(), all(), 2)).next()).isEmpty();
    assertThat(await(queries().activity(scene().actor(), all(), 1)).next()).isPresent();
  }

  private Decision<Conversation, ConversationEvent> aConversationOf(Instant at) {
    return scene().aNewConversation(scene().fromJane(scene().newConversationId()).at(at));
  }

  private List<ActivityEntry> everythingIn(
      @Nullable Instant from, @Nullable Instant to, int limit) {
    List<ActivityEntry> all = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<ActivityEntry> page =
          await(queries().activity(scene().actor(), new ActivityWindow(from, to, after), limit));
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private static List<Long> numbersOf(List<ActivityEntry> entries) {
    return entries.stream().map(ActivityEntry::number).toList();
  }

  private static ActivityWindow all() {
    return new ActivityWindow(null, null, Optional.empty());
  }
}
