package dev.parley.application.conversation;

import static dev.parley.application.conversation.Scene.MAILBOX;
import static dev.parley.application.conversation.Scene.MORNING;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.application.conversation.Conversations.Candidate;
import dev.parley.application.conversation.Conversations.Surroundings;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.BrowserInfo;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationEvent;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.ImportedHistory;
import dev.parley.domain.conversation.InternalNote;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.QueuePlace;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.shared.Decision;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.shared.SharedError;
import dev.parley.domain.tag.Tag;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the stores of conversations promise. */
public interface ConversationsContract extends ConversationStores {
  String JANE = "jane@example.org";
  String JOE = "joe@example.org";

  @Test
  default void aNewConversationIsReadBackAsItWasDecided() {
    Decision<Conversation, ConversationEvent> inbound = scene().aNewConversation();
    Decision<Conversation, ConversationEvent> outbound =
        scene().aNewConversation(scene().fromAlice(scene().newConversationId()).at(MORNING));

    long first = create(inbound);
    long second = create(outbound);

    assertThat(load(first)).isEqualTo(inbound.state());
    assertThat(find(inbound.state().id())).contains(inbound.state());
    assertThat(load(second)).isEqualTo(outbound.state());
  }

  @Test
  default void numbersCountUpInTheOrganization() {
    assertThat(create(scene().aNewConversation())).isEqualTo(1);
    assertThat(create(scene().aNewConversation())).isEqualTo(2);
    assertThat(create(abroad(), abroad().aNewConversation())).isEqualTo(1);
  }

  @Test
  default void aTransactionThatFailsLeavesNothing() {
    Decision<Conversation, ConversationEvent> decision = scene().aNewConversation();
    Uni<Object> failing =
        unitOfWork()
            .inTransaction(
                here(),
                tx ->
                    conversations()
                        .create(tx, decision)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));

    assertThatThrownBy(() -> await(failing)).hasMessage("no");
    assertThat(find(decision.state().id())).isEmpty();
    assertThat(create(scene().aNewConversation())).isEqualTo(1);
  }

  @Test
  default void everyStateIsReadBack() {
    for (ConversationState state :
        List.of(
            new ConversationState.Open(),
            new ConversationState.Pending(),
            new ConversationState.Snoozed(NOON.plusSeconds(60)),
            new ConversationState.Resolved(),
            new ConversationState.Closed())) {
      assertReadBack(state, new Assignment.Queued(scene().support, MORNING));
    }
  }

  @Test
  default void everyAssignmentIsReadBack() {
    for (Assignment assignment :
        List.of(
            new Assignment.Unassigned(),
            new Assignment.Queued(scene().support, MORNING),
            new Assignment.Offered(scene().support, scene().bob, NOON.plusSeconds(45)),
            new Assignment.Assigned(scene().bob, NOON))) {
      assertReadBack(new ConversationState.Open(), assignment);
    }
  }

  private void assertReadBack(ConversationState state, Assignment assignment) {
    Conversation begun = scene().aNewConversation().state();
    Conversation wanted =
        new Conversation(
            begun.id(),
            begun.requester(),
            begun.channel(),
            begun.direction(),
            begun.endpoint(),
            begun.contactAddress(),
            begun.subject(),
            begun.language(),
            begun.browser(),
            begun.source(),
            state,
            NOON,
            assignment,
            new QueuePlace(scene().support, MORNING),
            Set.of(),
            null,
            begun.createdAt(),
            null,
            begun.version() + 1);
    long number = create(scene().aNewConversation(scene().fromJane(begun.id()).at(MORNING)));
    decide(
        number,
        _ -> new Decision<>(wanted, List.of(new ConversationEvent.Resumed(NOON, scene().byAlice))));

    assertThat(load(number)).isEqualTo(wanted);
  }

  @Test
  default void whatIsUnknownAboutAConversationIsReadBackAsUnknown() {
    ConversationId id = scene().newConversationId();
    Conversation.Beginning bare =
        new Conversation.Beginning(
            id, scene().jane, Channel.API, Direction.INBOUND, null, null, null, null, MORNING);
    Decision<Conversation, ConversationEvent> decision =
        Conversation.startInbound(bare, scene().fromJane(id).at(MORNING).build(), scene().sales);

    assertThat(load(create(decision))).isEqualTo(decision.state());
  }

  @Test
  default void whatAnImportedConversationWasElsewhereIsReadBack() {
    Decision<Conversation, ConversationEvent> decision = imported(new Source("MyChat", "c-1"), 2);

    long number = create(decision);

    assertThat(load(number)).isEqualTo(decision.state());
    assertThat(await(queries().get(scene().actor(), number)).conversation())
        .isEqualTo(decision.state());
  }

  @Test
  default void itsIdElsewhereIsTakenOncePerNameAndOrganization() {
    create(imported(new Source("MyChat", "c-1"), 1));

    assertThat(
            errorOf(
                unitOfWork()
                    .inTransaction(
                        here(),
                        tx ->
                            conversations().create(tx, imported(new Source("MyChat", "c-1"), 1)))))
        .isEqualTo(new ConversationError.DuplicateExternalId());
    create(imported(new Source("OurChat", "c-1"), 1));
    create(imported(new Source("MyChat", null), 1));
    create(imported(new Source("MyChat", null), 1));
  }

  @Test
  default void aThousandMessagesAreStoredAtOnce() {
    Decision<Conversation, ConversationEvent> decision =
        imported(new Source("MyChat", "c-1"), 1000);

    long number = create(decision);

    assertThat(load(number)).isEqualTo(decision.state());
    assertThat(messages(number))
        .isEqualTo(
            decision.events().stream()
                .flatMap(
                    e ->
                        e instanceof ConversationEvent.MessageAdded added
                            ? Stream.of(added.message())
                            : Stream.empty())
                .toList());
    assertThat(await(queries().activity(scene().actor(), number))).hasSize(1001);
    assertThat(await(deliveries().lease(NOON, Duration.ofMinutes(1), 10)))
        .filteredOn(leased -> leased.organization().equals(here()))
        .isEmpty();
  }

  /** Jane and Alice spoke in turn elsewhere, a second each. */
  default Decision<Conversation, ConversationEvent> imported(Source source, int messages) {
    ConversationId id = scene().newConversationId();
    Conversation.Beginning beginning =
        new Conversation.Beginning(
            id,
            scene().jane,
            Channel.API,
            Direction.INBOUND,
            null,
            null,
            null,
            null,
            new BrowserInfo("Firefox", "150.0", "192.0.2.1", "https://shop.example/cart?é"),
            source,
            MORNING);
    List<Message> said =
        IntStream.range(0, messages)
            .mapToObj(
                i ->
                    (i % 2 == 0
                            ? scene().fromJane(id)
                            : scene().fromAlice(id).with(Delivery.NOT_APPLICABLE))
                        .saying("line " + i)
                        .at(MORNING.plusSeconds(i))
                        .build())
            .toList();
    return new ImportedHistory(beginning, said, null, null).told(scene().byJane, scene().byAlice);
  }

  @Test
  default void aMessageIsReadBackWhole() {
    ConversationId id = scene().newConversationId();
    Message whole =
        scene()
            .fromJane(id)
            .at(MORNING)
            .with(new Content(Content.Format.HTML, "<p>Grüße \uD83D\uDE00</p>"))
            .withFile("m/0", "photo \u00e9.png")
            .withFile("m/1", "scan.pdf")
            .externalId("ext-1")
            .providerId("<a@example.org>")
            .with(
                new Envelope(
                    new Mailbox(new EmailAddress("jane@example.org"), "Jane \"D\" Doe"),
                    List.of(AMessage.mailbox(Scene.MAILBOX)),
                    List.of(AMessage.mailbox("cc@example.org")),
                    List.of(AMessage.mailbox("bcc@example.org")),
                    "Where is my order?",
                    true,
                    Envelope.Sender.STRANGER,
                    "raw/1",
                    new Content(Content.Format.TEXT, "> earlier")))
            .build();
    long number =
        create(
            Conversation.startInbound(
                new Conversation.Beginning(
                    id,
                    scene().jane,
                    Channel.EMAIL,
                    Direction.INBOUND,
                    scene().mailbox,
                    "jane@example.org",
                    "Where is my order?",
                    "en",
                    MORNING),
                whole,
                scene().support));

    assertThat(messages(number)).containsExactly(whole);
  }

  @Test
  default void aMessageOfNothingButIdsIsReadBackToo() {
    Decision<Conversation, ConversationEvent> decision = scene().aNewConversation();
    long number = create(decision);
    Message bare =
        scene()
            .fromAlice(decision.state().id())
            .with((Content) null)
            .with(new Delivery(Delivery.Status.FAILED, "no connector"))
            .build();

    decide(number, present -> present.add(bare, false, scene().support));

    assertThat(messages(number)).last().isEqualTo(bare);
  }

  @Test
  default void messagesAreInTheOrderOfTheirTimesThenTheirIds() {
    Decision<Conversation, ConversationEvent> decision = scene().aNewConversation();
    long number = create(decision);
    ConversationId id = decision.state().id();
    Message second = add(number, scene().fromJane(id).at(NOON));
    Message third = add(number, scene().fromAlice(id).at(NOON));
    Message first = add(number, scene().fromJane(id).at(NOON.minusSeconds(1)));

    assertThat(messages(number)).hasSize(4).endsWith(first, second, third);
  }

  @Test
  default void notesAreInTheOrderOfTheirTimes() {
    Decision<Conversation, ConversationEvent> decision = scene().aNewConversation();
    long number = create(decision);
    InternalNote later = scene().note(decision.state().id(), "later", NOON.plusSeconds(1));
    InternalNote earlier = scene().note(decision.state().id(), "earlier", NOON);

    decide(number, c -> c.addNote(later).then(next -> next.addNote(earlier)));

    assertThat(await(queries().notes(scene().actor(), number))).containsExactly(earlier, later);
  }

  @Test
  default void tagsAreInTheOrderOfTheirNamesInactiveOnesToo() {
    long number = create(scene().aNewConversation());
    Tag formerly =
        new Tag(scene().retired.id(), scene().retired.name(), scene().retired.color(), true);
    decide(number, c -> c.addTag(scene().vip, scene().byAlice, NOON));
    decide(number, c -> c.addTag(formerly, scene().byAlice, NOON));

    assertThat(await(queries().tags(scene().actor(), number)))
        .containsExactly(scene().retired, scene().vip);
    assertThat(load(number).tags())
        .containsExactlyInAnyOrder(scene().vip.id(), scene().retired.id());

    decide(number, c -> c.removeTag(scene().vip.id(), scene().byAlice, NOON));

    assertThat(await(queries().tags(scene().actor(), number))).containsExactly(scene().retired);
  }

  @Test
  default void anExternalIdIsTakenOnceInTheOrganization() {
    create(aConversationWithExternalId(scene(), "ext-1"));
    Decision<Conversation, ConversationEvent> second =
        aConversationWithExternalId(scene(), "ext-1");
    long other = create(scene().aNewConversation());
    ConversationId id = load(other).id();

    assertThat(
            errorOf(unitOfWork().inTransaction(here(), tx -> conversations().create(tx, second))))
        .isEqualTo(new ConversationError.DuplicateExternalId());
    assertThat(
            errorOf(
                deciding(
                    other,
                    c ->
                        c.add(
                            scene().fromAlice(id).externalId("ext-1").build(),
                            false,
                            scene().support))))
        .isEqualTo(new ConversationError.DuplicateExternalId());
    assertThat(find(second.state().id())).isEmpty();
    assertThat(messages(other)).hasSize(1);
    create(abroad(), aConversationWithExternalId(abroad(), "ext-1"));
  }

  private static Decision<Conversation, ConversationEvent> aConversationWithExternalId(
      Scene scene, String externalId) {
    return scene.aNewConversation(
        scene.fromJane(scene.newConversationId()).at(MORNING).externalId(externalId));
  }

  @Test
  default void aDecisionOnAnOldVersionIsAConcurrentChange() {
    long number = create(scene().aNewConversation());
    Conversation old = load(number);
    decide(number, c -> c.claim(scene().alice, false, scene().byAlice, NOON));

    assertThat(
            errorOf(
                unitOfWork()
                    .inTransaction(
                        here(), tx -> conversations().save(tx, old.close(scene().byBob, NOON)))))
        .isEqualTo(new SharedError.ConcurrentChange());
    assertThat(load(number).state()).isEqualTo(new ConversationState.Open());
  }

  @Test
  default void theSameTagOnAnOldVersionIsAConcurrentChangeToo() {
    long number = create(scene().aNewConversation());
    Conversation old = load(number);
    decide(number, c -> c.addTag(scene().vip, scene().byAlice, NOON));

    assertThat(
            errorOf(
                unitOfWork()
                    .inTransaction(
                        here(),
                        tx ->
                            conversations()
                                .save(tx, old.addTag(scene().vip, scene().byBob, NOON)))))
        .isEqualTo(new SharedError.ConcurrentChange());
    assertThat(load(number).tags()).containsExactly(scene().vip.id());
  }

  @Test
  default void anUnchangedDecisionStoresNothing() {
    long number = create(scene().aNewConversation());
    Conversation before = load(number);

    decide(number, Decision::unchanged);

    assertThat(load(number)).isEqualTo(before);
  }

  @Test
  default void manyWhoChangeTheSameConversationAtOnceFollowEachOther() {
    Decision<Conversation, ConversationEvent> decision = scene().aNewConversation();
    long number = create(decision);
    List<InternalNote> notes =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(i -> scene().note(decision.state().id(), "note " + i, NOON))
            .toList();

    await(
        Multi.createFrom()
            .iterable(notes)
            .onItem()
            .transformToUni(note -> deciding(number, c -> c.addNote(note)))
            .merge(8)
            .collect()
            .last());

    assertThat(load(number).version()).isEqualTo(decision.state().version() + notes.size());
    assertThat(await(queries().notes(scene().actor(), number)))
        .containsExactlyInAnyOrderElementsOf(notes);
  }

  @Test
  default void anUnknownConversationIsNotFound() {
    assertThat(errorOf(unitOfWork().inTransaction(here(), tx -> conversations().get(tx, 4711))))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(find(new ConversationId(new UUID(1, 2)))).isEmpty();
  }

  @Test
  default void theAddressesAroundAConversationAreKnown() {
    long number = create(scene().aNewConversation());

    assertThat(surroundings(number))
        .isEqualTo(new Surroundings(Scene.MAILBOX, new EmailAddress("jane@example.org"), false));
    assertThat(surroundings(4711)).isEqualTo(new Surroundings(null, null, false));
  }

  @Test
  default void aBlockedRequesterAndOneWithoutAddressAreKnownAsSuch() {
    ContactId blocked = new ContactId(scene().ids.next());
    ContactId silent = new ContactId(scene().ids.next());
    scene()
        .seeds
        .add(
            here(),
            scene().blockedContact(blocked, "Mallory", "first@example.org", "second@example.org"));
    scene().seeds.add(here(), scene().contact(silent, "Nobody"));
    AMessage first = scene().fromJane(scene().newConversationId()).at(MORNING);
    AMessage second = scene().fromJane(scene().newConversationId()).at(MORNING);
    long ofBlocked = create(scene().aNewConversation(first, blocked, scene().support));
    long ofSilent = create(scene().aNewConversation(second, silent, scene().support));

    assertThat(surroundings(ofBlocked))
        .isEqualTo(new Surroundings(Scene.MAILBOX, new EmailAddress("first@example.org"), true));
    assertThat(surroundings(ofSilent)).isEqualTo(new Surroundings(Scene.MAILBOX, null, false));
  }

  private Surroundings surroundings(long number) {
    return inTransaction(tx -> conversations().surroundings(tx, number));
  }

  @Test
  default void whatAMessageMayContinueIsFoundByNameAndByProviderIds() {
    ConversationId one = scene().newConversationId();
    ConversationId other = scene().newConversationId();
    long number = create(scene().aNewConversation(scene().fromJane(one).providerId("<1@x>")));
    create(scene().aNewConversation(scene().fromJane(other).providerId("<2@x>")));
    add(number, scene().fromAlice(one).providerId("<3@x>"));

    assertThat(candidates(List.of(), "<3@x>", "<2@x>", "<9@x>"))
        .extracting(found -> found.conversation().id(), Candidate::providerIds)
        .containsExactly(tuple(one, Set.of("<3@x>")), tuple(other, Set.of("<2@x>")));
    assertThat(candidates(List.of(other), "<1@x>", "<3@x>"))
        .extracting(found -> found.conversation().id(), Candidate::providerIds)
        .containsExactly(tuple(one, Set.of("<1@x>", "<3@x>")), tuple(other, Set.of()));
    assertThat(candidates(List.of(one)))
        .extracting(Candidate::conversation)
        .containsExactly(load(number));
    assertThat(candidates(List.of(scene().newConversationId()), "<9@x>")).isEmpty();
  }

  private List<Candidate> candidates(List<ConversationId> named, String... providerIds) {
    return inTransaction(
        tx -> conversations().candidates(tx, named, List.of(providerIds), new EmailAddress(JANE)));
  }

  @Test
  default void whoWroteInAConversationTookPart() {
    ConversationId id = scene().newConversationId();
    long number = create(scene().aNewConversation(scene().fromJane(id).mailed(JANE, MAILBOX)));
    long another = create(scene().aNewConversation());
    add(another, scene().fromJoe(load(another).id()).mailed(JOE, MAILBOX));

    assertThat(tookPart(id, JANE)).isTrue();
    assertThat(tookPart(id, JOE)).isFalse();

    add(number, scene().fromJoe(id).mailed(JOE, MAILBOX));

    assertThat(tookPart(id, JOE)).isTrue();
  }

  @Test
  default void aStrangerWhoWritesDoesNotTakePart() {
    ConversationId id = scene().newConversationId();
    long number = create(scene().aNewConversation(scene().fromJane(id).mailed(JANE, MAILBOX)));

    add(number, scene().fromJoe(id).mailed(JOE, MAILBOX).asAStranger());

    assertThat(tookPart(id, JOE)).isFalse();
    assertThat(tookPart(id, "nobody@example.org")).isFalse();
  }

  private boolean tookPart(ConversationId conversation, String sender) {
    return this.<List<Candidate>>inTransaction(
            tx ->
                conversations()
                    .candidates(tx, List.of(conversation), List.of(), new EmailAddress(sender)))
        .getFirst()
        .tookPart();
  }

  @Test
  default void anotherOrganizationSeesNothingOfAConversation() {
    ConversationId id = scene().newConversationId();
    long number = create(scene().aNewConversation(scene().fromJane(id).providerId("<1@x>")));
    Conversation present = load(number);

    assertThat(
            errorOf(unitOfWork().inTransaction(elsewhere(), tx -> conversations().get(tx, number))))
        .isEqualTo(new ConversationError.ConversationNotFound());
    assertThat(
            this.<Optional<Conversation>>inTransactionElsewhere(tx -> conversations().find(tx, id)))
        .isEmpty();
    assertThat(
            this.<Surroundings>inTransactionElsewhere(
                tx -> conversations().surroundings(tx, number)))
        .isEqualTo(new Surroundings(null, null, false));
    assertThat(
            this.<List<Candidate>>inTransactionElsewhere(
                tx ->
                    conversations()
                        .candidates(tx, List.of(id), List.of("<1@x>"), new EmailAddress(JANE))))
        .isEmpty();
    Uni<Void> closing =
        unitOfWork()
            .inTransaction(
                elsewhere(), tx -> conversations().save(tx, present.close(scene().byAlice, NOON)));
    assertThatThrownBy(() -> await(closing)).isInstanceOf(RuntimeException.class);
    assertThat(load(number)).isEqualTo(present);
  }

  @Test
  default void anAnonymizedConversationKeepsNothingPersonal() {
    long number = create(scene().aNewConversation());
    decide(number, c -> c.close(scene().byAlice, NOON));
    decide(number, c -> c.anonymize(scene().byAlice, NOON));

    Conversation anonymized = load(number);

    assertThat(anonymized.anonymizedAt()).isEqualTo(NOON);
    assertThat(anonymized.subject()).isNull();
    assertThat(anonymized.contactAddress()).isNull();
    assertThat(anonymized.language()).isNull();
    assertThat(anonymized.requester()).isEqualTo(scene().jane);
  }
}
