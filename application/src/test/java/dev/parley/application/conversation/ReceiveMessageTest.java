package dev.parley.application.conversation;

import static dev.parley.application.conversation.CreateConversationTest.envelope;
import static dev.parley.application.conversation.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.channel.InMemoryArrivals;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.conversation.ReceiveEvent.Outcome;
import dev.parley.application.shared.Wakeups.Topic;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.Contact;
import dev.parley.domain.contact.ContactId;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Assignment;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationState;
import dev.parley.domain.conversation.Delivery;
import dev.parley.domain.conversation.Envelope;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.shared.Direction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReceiveMessageTest extends ReceivingTest {
  @Test
  void theMailOfSomebodyUnknownBeginsAConversationInTheQueueOfTheMailbox() {
    RawInbound raw = received(mailFrom("new@example.org", "<1@x>"));

    Conversation begun = find(conversationOf(raw)).orElseThrow();
    assertThat(begun.direction()).isEqualTo(Direction.INBOUND);
    assertThat(begun.endpoint()).isEqualTo(scene().mailbox);
    assertThat(begun.subject()).isEqualTo("Where is my order?");
    assertThat(begun.contactAddress()).isEqualTo("new@example.org");
    assertThat(begun.assignment()).isEqualTo(new Assignment.Queued(scene().support, NOON));
    Contact requester = stores.contacts.find(here(), begun.requester()).orElseThrow();
    assertThat(requester.emails()).containsExactly(new EmailAddress("new@example.org"));
    assertThat(requester.name().display()).isEqualTo("A Name");
    assertThat(wakeups.woken()).contains(Topic.ASSIGNMENT);
  }

  @Test
  void theMessageKeepsWhatTheMailSaid() {
    RawInbound raw = received(mailFrom(JANE, "<1@x>").with(file("order.txt", "four chairs")));

    Message message = messageOf(raw);
    assertThat(message.author()).isEqualTo(scene().byJane);
    assertThat(message.content()).isEqualTo(text("Hello <1@x>"));
    assertThat(message.providerId()).isEqualTo("<1@x>");
    assertThat(message.delivery()).isEqualTo(Delivery.NOT_APPLICABLE);
    assertThat(envelope(message).quotedHistory()).isEqualTo(text("> earlier"));
    assertThat(envelope(message).original()).isEqualTo("raw/" + raw.id());
    assertThat(message.attachments()).singleElement().extracting("fileName").isEqualTo("order.txt");
    assertThat(await(stores.blobs.get(here(), message.attachments().getFirst().blob())))
        .hasValue("four chairs".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aMailThatCameBeforeMakesNoContact() {
    received(mailFrom(JANE, "<1@x>"));
    RawInbound again = arrived("imap:again");

    assertThat(receive(again, mailFrom("new@example.org", "<1@x>").event()))
        .isEqualTo(Outcome.REPEATED);

    assertThat(stores.contacts.byEmail(here(), new EmailAddress("new@example.org"))).isEmpty();
  }

  @Test
  void theOriginalIsKeptWithItsConversation() {
    RawInbound raw = received(mailFrom(JANE, "<1@x>"));

    assertThat(stores.arrivals.find(here(), raw.id()))
        .hasValueSatisfying(
            arrival -> {
              assertThat(arrival.state()).isEqualTo(InMemoryArrivals.State.DONE);
              assertThat(arrival.conversation()).isEqualTo(conversationOf(raw));
              assertThat(arrival.bytes()).isEqualTo(raw.bytes());
            });
  }

  @Test
  void aSignedTokenLeadsTheRequesterBackToTheConversation() {
    long number = aConversation();

    RawInbound raw = received(mailFrom(JANE, "<1@x>").withToken(load(number).id()));

    assertThat(conversationOf(raw)).isEqualTo(load(number).id());
    assertThat(envelope(messageOf(raw)).sender()).isEqualTo(Envelope.Sender.PARTICIPANT);
  }

  @Test
  void aTokenOutweighsReferences() {
    RawInbound one = received(mailFrom(JANE, "<1@x>"));
    RawInbound other = received(mailFrom(JANE, "<2@x>"));

    RawInbound reply =
        received(mailFrom(JANE, "<3@x>").withToken(conversationOf(one)).referringTo("<2@x>"));

    assertThat(conversationOf(reply)).isEqualTo(conversationOf(one));
    assertThat(conversationOf(other)).isNotEqualTo(conversationOf(one));
  }

  @Test
  void referencesLeadAParticipantBackNearestFirst() {
    RawInbound one = received(mailFrom(JANE, "<1@x>"));
    RawInbound two = received(mailFrom(JANE, "<2@x>"));

    RawInbound reply = received(mailFrom(JANE, "<3@x>").referringTo("<2@x>", "<1@x>"));
    RawInbound later = received(mailFrom(JANE, "<4@x>").referringTo("<no@x>", "<1@x>", "<2@x>"));

    assertThat(conversationOf(reply)).isEqualTo(conversationOf(two));
    assertThat(conversationOf(later)).isEqualTo(conversationOf(one));
  }

  @Test
  void aReplyToAnAnswerOfOursIsFoundByItsMessageId() {
    long number = aConversation();
    add(number, scene().fromAlice(load(number).id()).providerId("<ours@example.com>"));

    RawInbound reply = received(mailFrom(JANE, "<1@x>").referringTo("<ours@example.com>"));

    assertThat(conversationOf(reply)).isEqualTo(load(number).id());
  }

  @Test
  void aForgedReferenceBeginsAConversationOfItsOwn() {
    RawInbound hers = received(mailFrom(JANE, "<1@x>"));

    RawInbound forged = received(mailFrom(MALLORY, "<2@x>").referringTo("<1@x>"));

    assertThat(conversationOf(forged)).isNotEqualTo(conversationOf(hers));
    Conversation begun = find(conversationOf(forged)).orElseThrow();
    assertThat(begun.contactAddress()).isEqualTo(MALLORY);
    assertThat(messagesOf(conversationOf(forged))).containsExactly(messageOf(forged));
  }

  @Test
  void aStrangerWithATokenIsMarkedAndGetsNoAnswers() {
    RawInbound hers = received(mailFrom(JANE, "<1@x>"));

    RawInbound stranger = received(mailFrom(MALLORY, "<2@x>").withToken(conversationOf(hers)));

    Conversation conversation = find(conversationOf(hers)).orElseThrow();
    assertThat(conversationOf(stranger)).isEqualTo(conversation.id());
    assertThat(envelope(messageOf(stranger)).sender()).isEqualTo(Envelope.Sender.STRANGER);
    assertThat(conversation.contactAddress()).isEqualTo(JANE);
    assertThat(conversation.requester()).isEqualTo(scene().jane);
  }

  @Test
  void aStrangerDoesNotBecomeAParticipantByWritingTwice() {
    RawInbound hers = received(mailFrom(JANE, "<1@x>"));
    received(mailFrom(MALLORY, "<2@x>").withToken(conversationOf(hers)));

    RawInbound again = received(mailFrom(MALLORY, "<3@x>").withToken(conversationOf(hers)));
    RawInbound forged = received(mailFrom(MALLORY, "<4@x>").referringTo("<1@x>"));

    assertThat(envelope(messageOf(again)).sender()).isEqualTo(Envelope.Sender.STRANGER);
    assertThat(conversationOf(forged)).isNotEqualTo(conversationOf(hers));
  }

  @Test
  void aReferenceToAnotherOrganizationsMailLeadsNowhere() {
    ContactId theirs = new ContactId(ids.next());
    ConversationId id = new ConversationId(ids.next());
    abroad().seeds.add(elsewhere(), abroad().contact(theirs, "Jane", "j@example.org"));
    create(
        abroad(),
        abroad()
            .aNewConversation(
                abroad().from(theirs, id).providerId("<1@x>"), theirs, abroad().support));

    RawInbound byReference = received(mailFrom("j@example.org", "<2@x>").referringTo("<1@x>"));
    RawInbound byToken = received(mailFrom("j@example.org", "<3@x>").withToken(id));

    assertThat(conversationOf(byReference)).isNotEqualTo(id);
    assertThat(conversationOf(byToken)).isNotEqualTo(id);
    assertThat(stores.data.messages().of(elsewhere())).hasSize(1);
  }

  @Test
  void theContactReopensAClosedConversationIntoItsQueue() {
    long number = aConversation();
    decide(number, present -> present.close(scene().byAlice, NOON));

    received(mailFrom(JANE, "<1@x>").withToken(load(number).id()));

    assertThat(load(number).state()).isEqualTo(new ConversationState.Open());
    assertThat(load(number).assignment()).isEqualTo(new Assignment.Queued(scene().support, NOON));
  }

  @Test
  void aMachinesMailIsShownAndReopensNothing() {
    long number = aConversation();
    decide(number, present -> present.close(scene().byAlice, NOON));

    RawInbound raw = received(mailFrom(JANE, "<1@x>").withToken(load(number).id()).byAMachine());

    assertThat(load(number).state()).isEqualTo(new ConversationState.Closed());
    assertThat(messages(number)).last().isEqualTo(messageOf(raw));
    assertThat(messageOf(raw).isAutomatic()).isTrue();
  }

  @Test
  void aBlockedContactReopensNothing() {
    ContactId zoe = new ContactId(ids.next());
    scene().seeds.add(here(), scene().blockedContact(zoe, "Zoe", "zoe@example.org"));
    long number =
        create(
            scene()
                .aNewConversation(
                    scene().from(zoe, scene().newConversationId()), zoe, scene().support));
    decide(number, present -> present.close(scene().byAlice, NOON));

    received(mailFrom("zoe@example.org", "<1@x>").withToken(load(number).id()));

    assertThat(load(number).state()).isEqualTo(new ConversationState.Closed());
    assertThat(messages(number)).hasSize(2);
  }

  @Test
  void anAnonymizedConversationIsNotContinued() {
    long number = aConversation();
    decide(number, present -> present.close(scene().byAlice, NOON));
    decide(number, present -> present.anonymize(scene().byAlice, NOON));

    RawInbound raw = received(mailFrom(JANE, "<1@x>").withToken(load(number).id()));

    assertThat(conversationOf(raw)).isNotEqualTo(load(number).id());
    assertThat(messages(number)).hasSize(1);
  }

  @Test
  void theSameMailByTwoWaysIsOneMessage() {
    RawInbound first = received(mailFrom(JANE, "<1@x>").with(file("a.txt", "one")));
    RawInbound second = arrived("webhook:1");

    Outcome outcome = receive(second, mailFrom(JANE, "<1@x>").with(file("a.txt", "one")).event());

    assertThat(outcome).isEqualTo(Outcome.REPEATED);
    assertThat(outcome.keepsOriginal()).isFalse();
    assertThat(stores.data.messages().of(here())).containsExactly(messageOf(first));
    assertThat(stores.blobs.keys(here())).containsExactly(first.id() + "/0");
  }

  @Test
  void twoWorkersOnTheSameMailMakeOneMessageAndKeepItsFiles() {
    Mail mail = mailFrom(JANE, "<1@x>").with(file("a.txt", "one"));
    RawInbound raw = received(mail);

    receive(raw, mail.event());

    assertThat(messagesOf(conversationOf(raw))).hasSize(1);
    assertThat(await(stores.blobs.get(here(), messageOf(raw).attachments().getFirst().blob())))
        .hasValue("one".getBytes(StandardCharsets.UTF_8));
    assertThat(stores.arrivals.find(here(), raw.id()).orElseThrow().bytes()).isNotNull();
  }

  @Test
  void aContactIsTheSameHoweverTheAddressIsSpelled() {
    RawInbound raw = received(mailFrom("JANE@Example.ORG", "<1@x>"));

    assertThat(messageOf(raw).author()).isEqualTo(scene().byJane);
  }

  @Test
  void aVeryLongSubjectIsShortenedWithoutBreakingACharacter() {
    RawInbound raw = received(mailFrom(JANE, "<1@x>").about("\uD83D\uDE80".repeat(3000)));

    String subject = find(conversationOf(raw)).orElseThrow().subject();
    assertThat(subject).isNotNull().matches("(\uD83D\uDE80)+");
    assertThat(Objects.requireNonNull(subject).length())
        .isLessThanOrEqualTo(Conversation.SUBJECT_MAX);
  }

  @Test
  void whatCannotBeQueuedIsRefusedAndLeavesNoFiles() {
    scene().seeds.add(here(), scene().queue(scene().support, "No default", false, manual(), null));
    RawInbound raw = arrived("1");
    ContactEndpoint bare =
        new ContactEndpoint(
            scene().mailbox, 1, Channel.EMAIL, null, Scene.MAILBOX, null, Map.of(), Map.of());

    assertThat(
            errorOf(
                receive.handle(
                    raw, bare, mailFrom(JANE, "<1@x>").with(file("a.txt", "one")).event())))
        .isEqualTo(new QueueError.NoDefaultQueue());
    assertThat(stores.blobs.keys(here())).isEmpty();
    assertThat(stores.data.messages().of(here())).isEmpty();
  }

  @Test
  void whatIsIgnoredLeavesNoTrace() {
    RawInbound raw = arrived("1");

    assertThat(receive(raw, new InboundEvent.Ignored("mail:1", "loop"))).isEqualTo(Outcome.IGNORED);
    assertThat(stores.data.messages().of(here())).isEmpty();
  }

  private static AssignmentPolicy manual() {
    return AssignmentPolicy.MANUAL;
  }

  private List<Message> messagesOf(ConversationId id) {
    return stores.data.messages().of(here()).stream()
        .filter(message -> message.conversation().equals(id))
        .toList();
  }
}
