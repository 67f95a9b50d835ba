package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.InMemoryBlobs;
import dev.parley.application.attachment.StoreFiles;
import dev.parley.application.channel.InboundEvent;
import dev.parley.application.channel.InboundEvent.ThreadHints;
import dev.parley.application.channel.RawInbound;
import dev.parley.application.conversation.ConversationQueries;
import dev.parley.application.conversation.LinkConversation;
import dev.parley.application.conversation.LinkConversationHandler;
import dev.parley.application.conversation.PatchConversationAttributes;
import dev.parley.application.conversation.PatchConversationAttributesHandler;
import dev.parley.application.conversation.ReceiveEvent;
import dev.parley.application.conversation.ReceiveEventHandler;
import dev.parley.application.rating.OfferRating;
import dev.parley.application.rating.OfferRatingHandler;
import dev.parley.application.search.Condition;
import dev.parley.application.search.Condition.Status;
import dev.parley.application.search.ConversationFilter;
import dev.parley.application.search.ConversationSearch.Query;
import dev.parley.application.search.TextQuery;
import dev.parley.application.shared.Actor;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.Loads;
import dev.parley.application.shared.Permission;
import dev.parley.application.shared.RecordingWakeups;
import dev.parley.domain.agent.Role;
import dev.parley.domain.attribute.AttributeChange;
import dev.parley.domain.attribute.AttributePatch;
import dev.parley.domain.attribute.AttributeValue;
import dev.parley.domain.attribute.CustomAttributeId;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpoint;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.domain.conversation.Content;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationLink;
import dev.parley.domain.conversation.ImportedHistory;
import dev.parley.domain.conversation.Mailbox;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.hours.Schedule;
import dev.parley.domain.hours.ScheduleId;
import dev.parley.domain.rating.Question;
import dev.parley.domain.shared.Author;
import dev.parley.domain.shared.Direction;
import dev.parley.domain.team.Team;
import dev.parley.domain.team.TeamId;
import dev.parley.persistence.agent.PgAgents;
import dev.parley.persistence.agent.PgPresences;
import dev.parley.persistence.attribute.PgAttributeValues;
import dev.parley.persistence.channel.PgArrivals;
import dev.parley.persistence.contact.PgContactDirectory;
import dev.parley.persistence.contact.PgContacts;
import dev.parley.persistence.conversation.PgConversationQueries;
import dev.parley.persistence.conversation.PgConversations;
import dev.parley.persistence.conversation.PgDeliveries;
import dev.parley.persistence.hours.PgSchedules;
import dev.parley.persistence.queue.PgQueueQueries;
import dev.parley.persistence.queue.PgQueues;
import dev.parley.persistence.rating.PgRatingQueries;
import dev.parley.persistence.rating.PgRatings;
import dev.parley.persistence.search.PgConversationSearch;
import dev.parley.persistence.team.PgTeams;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Round trips dominate what a request costs, so their number is part of the contract. */
class RoundTripsTest {
  private final TestStore store = new TestStore(1);
  private final TestStore.Tenant here = store.here;
  private final PgConversations conversations = new PgConversations(UUID::randomUUID);
  private final Actor actor = new Actor(here.id(), here.alice(), Permission.of(Set.of(Role.ADMIN)));
  private CountingProxy proxy;
  private Pool pool;
  private PgUnitOfWork unitOfWork;
  private ConversationQueries queries;

  RoundTripsTest() throws IOException {
    proxy = new CountingProxy(store.serviceUrl());
    pool = store.pool(proxy.url(), 1);
    unitOfWork = new PgUnitOfWork(pool);
    queries = new PgConversationQueries(unitOfWork);
  }

  @BeforeEach
  void aConversationIsThere() {
    await(create());
  }

  @AfterEach
  void close() throws IOException {
    pool.close().toCompletionStage().toCompletableFuture().join();
    proxy.close();
    store.close();
  }

  @Test
  void creating_a_conversation_takes_three_statements_and_one_round_trip() {
    assertCost(this::create, 3, 1);
  }

  @Test
  void importing_a_thousand_messages_takes_no_more() {
    assertCost(this::importMany, 3, 1);
  }

  @Test
  void claiming_takes_four_statements_and_two_round_trips() {
    assertCost(() -> claim(true), 4, 2);
  }

  @Test
  void adding_a_message_takes_five_statements_and_two_round_trips() {
    assertCost(this::addMessage, 5, 2);
  }

  @Test
  void making_a_message_of_a_mail_takes_eight_statements_and_two_round_trips() {
    await(receive("<first@x>", ThreadHints.NONE));
    ThreadHints reply = new ThreadHints(List.of(), List.of("<first@x>"));

    assertCost(() -> receive("<" + UUID.randomUUID() + "@x>", reply), 8, 2);
  }

  @Test
  void beginning_a_conversation_with_a_mail_takes_no_more() {
    assertCost(() -> receive("<" + UUID.randomUUID() + "@x>", ThreadHints.NONE), 7, 2);
  }

  @Test
  void loading_what_was_leased_takes_one_round_trip_for_all_of_an_organization() {
    PgArrivals arrivals = arrivals();
    assertCost(() -> arrivals.load(here.id(), List.of(UUID.randomUUID(), UUID.randomUUID())), 3, 1);
  }

  @Test
  void getting_a_conversation_takes_one_round_trip() {
    assertCost(() -> queries.get(actor, 1), 3, 1);
  }

  @Test
  void listing_a_contacts_conversations_takes_one_round_trip() {
    assertCost(() -> queries.ofContact(actor, here.carol(), Optional.empty(), 10), 3, 1);
  }

  @Test
  void changing_a_contact_takes_five_statements_and_three_round_trips() {
    PgContactDirectory contacts = new PgContactDirectory(unitOfWork);
    assertCost(() -> contacts.change(here.id(), here.carol(), same -> same, TestStore.NOW), 5, 3);
  }

  @Test
  void listing_messages_takes_one_round_trip() {
    assertCost(() -> queries.messages(actor, 1), 3, 1);
  }

  @Test
  void reading_the_activity_log_takes_one_round_trip() {
    assertCost(() -> queries.activity(actor, 1), 3, 1);
  }

  @Test
  void asking_who_is_there_takes_one_round_trip() {
    assertCost(() -> new PgPresences(unitOfWork).all(here.id()), 3, 1);
    assertCost(() -> new PgPresences(unitOfWork).of(here.id(), here.alice()), 3, 1);
  }

  @Test
  void noting_that_an_agent_was_there_takes_two_round_trips() {
    assertCost(
        () -> new PgPresences(unitOfWork).seen(here.id(), here.alice(), TestStore.NOW), 3, 2);
  }

  @Test
  void reading_teams_takes_one_round_trip() {
    PgTeams teams = new PgTeams(unitOfWork);
    Team team = new Team(new TeamId(UUID.randomUUID()), "Night shift", TestStore.NOW);
    await(teams.add(here.id(), team));
    assertCost(() -> teams.list(here.id()), 3, 1);
    assertCost(() -> teams.members(here.id(), team.id()), 3, 1);
    assertCost(() -> teams.of(here.id(), here.alice()), 3, 1);
    assertCost(
        () -> new PgPresences(unitOfWork).ofTeam(here.id(), team.id(), Optional.empty(), 9), 3, 1);
  }

  @Test
  void reading_business_hours_takes_one_round_trip() {
    PgSchedules schedules = new PgSchedules(unitOfWork);
    Schedule schedule =
        new Schedule(
            new ScheduleId(UUID.randomUUID()),
            "Office",
            ZoneId.of("UTC"),
            Map.of(),
            List.of(),
            TestStore.NOW);
    await(schedules.add(here.id(), schedule));
    assertCost(() -> schedules.list(here.id()), 3, 1);
    assertCost(() -> schedules.get(here.id(), schedule.id()), 3, 1);
  }

  @Test
  void reading_queues_takes_one_round_trip() {
    PgQueueQueries queues = new PgQueueQueries(unitOfWork);
    assertCost(() -> queues.list(actor), 3, 1);
    assertCost(() -> queues.get(actor, here.queue()), 3, 1);
    assertCost(() -> queues.position(actor, 1), 3, 1);
  }

  @Test
  void asking_whether_a_queue_is_available_takes_one_round_trip() {
    store.asSuperuser("update contact_endpoint set channel = 'api'");
    assertCost(
        () -> new PgQueueQueries(unitOfWork).availability(actor, here.queue(), TestStore.NOW),
        4,
        1);
  }

  @Test
  void searching_takes_one_round_trip() {
    PgConversationSearch search = new PgConversationSearch(unitOfWork, InstantSource.system());
    TextQuery words = new TextQuery("my order", false);
    ConversationFilter filter =
        new ConversationFilter(
            true, List.of(new Condition.In(new Condition.Choice.OneOf<>(Set.of(Status.OPEN)))));

    assertCost(
        () -> search.find(actor, new Query(words, filter, true), Optional.empty(), 50), 3, 1);
    assertCost(
        () -> search.find(actor, new Query(null, filter, false), Optional.empty(), 50), 3, 1);
  }

  @Test
  void getting_linked_conversations_takes_one_round_trip() {
    assertCost(() -> queries.children(actor, 1), 3, 1);
  }

  @Test
  void linking_takes_seven_statements_and_three_round_trips() {
    LinkConversation link =
        new LinkConversationHandler(unitOfWork, conversations, () -> TestStore.NOW);
    for (int i = 0; i < 3; i++) {
      await(create());
    }
    AtomicInteger child = new AtomicInteger(1);

    assertCost(
        () ->
            link.handle(
                new LinkConversation.Command(
                    actor, child.incrementAndGet(), 1, ConversationLink.Type.RELATED)),
        7,
        3);
  }

  @Test
  void listing_ratings_takes_one_round_trip() {
    assertCost(() -> new PgRatingQueries(unitOfWork).ofConversation(actor, 1), 3, 1);
  }

  @Test
  void getting_a_contact_takes_one_round_trip() {
    assertCost(() -> new PgContactDirectory(unitOfWork).get(here.id(), here.carol()), 3, 1);
  }

  @Test
  void offering_a_rating_takes_six_statements_and_three_round_trips() {
    OfferRating offer =
        new OfferRatingHandler(
            unitOfWork,
            conversations,
            new PgRatings(),
            new PgAgents(),
            new PgContacts(),
            UUID::randomUUID,
            () -> TestStore.NOW);

    assertCost(
        () -> offer.handle(new OfferRating.Command(actor, 1, Question.CSAT, null, null, null)),
        6,
        3);
  }

  @Test
  void patching_attributes_takes_five_statements_and_three_round_trips() {
    UUID attribute = UUID.randomUUID();
    store.asSuperuser(
        "insert into custom_attribute (org_id, id, entity, identifier, label, input, created_at)"
            + " values (%d, '%s', 'conversation', 'order', 'Order', '{}', now())"
                .formatted(here.id().number(), attribute));
    PatchConversationAttributes patch =
        new PatchConversationAttributesHandler(
            unitOfWork, conversations, new PgAttributeValues(), () -> TestStore.NOW);
    AtomicInteger value = new AtomicInteger();

    assertCost(
        () ->
            patch.handle(
                new PatchConversationAttributes.Command(
                    actor, 1, wish(attribute, Integer.toString(value.incrementAndGet())))),
        5,
        3);
  }

  private static AttributePatch wish(UUID attribute, String text) {
    return new AttributePatch(
        List.of(
            new AttributeChange(
                new CustomAttributeId(attribute), new AttributeValue.Written(text))));
  }

  private Uni<Long> create() {
    return unitOfWork.inTransaction(
        here.id(), tx -> conversations.create(tx.closing(), here.newConversation()));
  }

  private Uni<Long> importMany() {
    ConversationId id = new ConversationId(UUID.randomUUID());
    Conversation.Beginning beginning =
        new Conversation.Beginning(
            id,
            here.carol(),
            Channel.API,
            Direction.INBOUND,
            null,
            null,
            null,
            null,
            null,
            new Source("MyChat", id.value().toString()),
            TestStore.NOW);
    Author carol = new Author.ByContact(here.carol());
    List<Message> messages =
        Stream.generate(() -> here.message(id, Direction.INBOUND, carol)).limit(1000).toList();
    return unitOfWork.inTransaction(
        here.id(),
        tx ->
            conversations.create(
                tx.closing(),
                new ImportedHistory(beginning, messages, null, null)
                    .told(carol, carol)
                    .then(told -> told.waitIn(here.queue(), carol, TestStore.NOW))));
  }

  private Uni<Void> claim(boolean force) {
    return unitOfWork.inTransaction(
        here.id(),
        tx ->
            conversations
                .get(tx, 1)
                .chain(
                    found ->
                        conversations.save(
                            tx.closing(),
                            found.claim(
                                found.assignment().holder().filter(here.alice()::equals).isPresent()
                                    ? here.bob()
                                    : here.alice(),
                                force,
                                new Author.ByAgent(here.alice()),
                                TestStore.NOW))));
  }

  private Uni<Void> addMessage() {
    return unitOfWork.inTransaction(
        here.id(),
        tx -> {
          Uni<Conversation> conversation = conversations.get(tx, 1);
          Uni<?> around = conversations.surroundings(tx, 1);
          return Loads.then(
              conversation,
              around,
              (found, _) ->
                  conversations.save(
                      tx.closing(),
                      found.add(
                          here.message(
                              found.id(), Direction.OUTBOUND, new Author.ByAgent(here.alice())),
                          false,
                          here.queue())));
        });
  }

  private Uni<ReceiveEvent.Outcome> receive(String messageId, ThreadHints thread) {
    InMemoryBlobs blobs = new InMemoryBlobs();
    ReceiveEvent receive =
        new ReceiveEventHandler(
            unitOfWork,
            arrivals(),
            conversations,
            new PgDeliveries(unitOfWork, new InstanceId(UUID.randomUUID()), UUID::randomUUID),
            new PgContacts(),
            new PgQueues(),
            new StoreFiles(blobs, UUID::randomUUID),
            UUID::randomUUID,
            () -> TestStore.NOW,
            new RecordingWakeups());
    return receive.handle(rawInbound(), mailbox(), mail(messageId, thread));
  }

  private PgArrivals arrivals() {
    return new PgArrivals(
        unitOfWork, new InMemoryBlobs(), new RecordingWakeups(), new InstanceId(UUID.randomUUID()));
  }

  private RawInbound rawInbound() {
    return new RawInbound(
        UUID.randomUUID(),
        here.id(),
        here.endpoint(),
        Channel.EMAIL,
        "imap:INBOX:1:1",
        new byte[0],
        TestStore.NOW,
        null);
  }

  private ContactEndpoint mailbox() {
    return new ContactEndpoint(
        here.endpoint(), 1, Channel.EMAIL, null, "help@example.com", null, Map.of(), Map.of());
  }

  private static InboundEvent mail(String messageId, ThreadHints thread) {
    return new InboundEvent.MessageReceived(
        "mail:" + messageId,
        messageId,
        new Mailbox(new EmailAddress("carol@example.com"), "Carol"),
        List.of(),
        List.of(),
        "Where is my order?",
        new Content(Content.Format.TEXT, "Hello"),
        null,
        List.of(),
        thread,
        false,
        false,
        TestStore.NOW);
  }

  /** The second run counts: by then the statements are prepared. */
  private void assertCost(Supplier<Uni<?>> use, int statements, int roundTrips) {
    await(use.get());
    await(use.get());
    proxy.reset();
    await(use.get());
    assertThat(proxy.roundTrips()).as("round trips").isEqualTo(roundTrips);
    assertThat(proxy.statements()).as("statements").isEqualTo(statements);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
