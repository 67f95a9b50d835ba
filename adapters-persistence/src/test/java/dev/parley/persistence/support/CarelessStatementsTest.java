package dev.parley.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.agent.AgentDirectory;
import dev.parley.application.agent.Agents;
import dev.parley.application.agent.ApiKey;
import dev.parley.application.agent.ApiKeys;
import dev.parley.application.agent.Presences;
import dev.parley.application.agent.PresencesContract;
import dev.parley.application.attachment.BlobReferences;
import dev.parley.application.attachment.InMemoryBlobs;
import dev.parley.application.attribute.AttributeValues;
import dev.parley.application.channel.AcceptedDeliveries;
import dev.parley.application.channel.Arrivals;
import dev.parley.application.channel.ArrivalsContract;
import dev.parley.application.channel.ContactEndpoints;
import dev.parley.application.channel.Inbox;
import dev.parley.application.channel.InboxContract;
import dev.parley.application.channel.MailboxCursors;
import dev.parley.application.channel.MailboxCursorsContract;
import dev.parley.application.contact.ContactDirectory;
import dev.parley.application.contact.Contacts;
import dev.parley.application.contact.ContactsContract;
import dev.parley.application.conversation.AMessage;
import dev.parley.application.conversation.AttributeValuesContract;
import dev.parley.application.conversation.ConversationQueriesContract;
import dev.parley.application.conversation.ConversationsContract;
import dev.parley.application.conversation.DeliveriesContract;
import dev.parley.application.conversation.FormerAgentsContract;
import dev.parley.application.conversation.HeldConversations;
import dev.parley.application.conversation.LinksContract;
import dev.parley.application.conversation.QueueQueriesContract;
import dev.parley.application.conversation.Scene;
import dev.parley.application.conversation.WaitingConversationsContract;
import dev.parley.application.event.EventFeed;
import dev.parley.application.event.EventFeedContract;
import dev.parley.application.event.EventPositions;
import dev.parley.application.event.EventReader;
import dev.parley.application.event.EventReaderContract;
import dev.parley.application.hours.Schedules;
import dev.parley.application.hours.SchedulesContract;
import dev.parley.application.idempotency.IdempotencyStore;
import dev.parley.application.idempotency.IdempotencyStoreContract;
import dev.parley.application.organization.Organizations;
import dev.parley.application.queue.QueueDirectory;
import dev.parley.application.queue.QueueMember;
import dev.parley.application.queue.QueueQueries;
import dev.parley.application.queue.Queues;
import dev.parley.application.rating.RatingQueries;
import dev.parley.application.rating.Ratings;
import dev.parley.application.rating.RatingsContract;
import dev.parley.application.search.Condition;
import dev.parley.application.search.ConversationFilter;
import dev.parley.application.search.ConversationSearch;
import dev.parley.application.search.ConversationSearch.ConversationHit;
import dev.parley.application.search.ConversationSearch.Query;
import dev.parley.application.search.TextQuery;
import dev.parley.application.shared.InstanceId;
import dev.parley.application.shared.RecordingWakeups;
import dev.parley.application.shared.StoreContract;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.tag.Tags;
import dev.parley.application.team.Teams;
import dev.parley.application.team.TeamsContract;
import dev.parley.application.webhook.DeliveryLog;
import dev.parley.application.webhook.WebhookDeliveries;
import dev.parley.application.webhook.Webhooks;
import dev.parley.application.webhook.WebhooksContract;
import dev.parley.domain.agent.Agent;
import dev.parley.domain.agent.AgentError;
import dev.parley.domain.agent.AgentId;
import dev.parley.domain.agent.Availability;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ContactEndpointError;
import dev.parley.domain.channel.ContactEndpointId;
import dev.parley.domain.organization.OrganizationId;
import dev.parley.domain.queue.AssignmentPolicy;
import dev.parley.domain.queue.Queue;
import dev.parley.domain.queue.QueueError;
import dev.parley.domain.queue.QueueId;
import dev.parley.domain.tag.Tag;
import dev.parley.domain.tag.TagError;
import dev.parley.domain.tag.TagId;
import dev.parley.persistence.agent.PanacheAgentDirectory;
import dev.parley.persistence.agent.PgAgents;
import dev.parley.persistence.agent.PgApiKeys;
import dev.parley.persistence.agent.PgPresences;
import dev.parley.persistence.attribute.PgAttributeValues;
import dev.parley.persistence.blob.PgBlobReferences;
import dev.parley.persistence.channel.PgAcceptedDeliveries;
import dev.parley.persistence.channel.PgArrivals;
import dev.parley.persistence.channel.PgContactEndpoints;
import dev.parley.persistence.channel.PgMailboxCursors;
import dev.parley.persistence.channel.SecretBox;
import dev.parley.persistence.contact.PgContactDirectory;
import dev.parley.persistence.contact.PgContacts;
import dev.parley.persistence.conversation.PgEventReader;
import dev.parley.persistence.conversation.PgHeldConversations;
import dev.parley.persistence.event.PgEventFeed;
import dev.parley.persistence.event.PgEventPositions;
import dev.parley.persistence.hours.PgSchedules;
import dev.parley.persistence.idempotency.PgIdempotencyStore;
import dev.parley.persistence.organization.PgOrganizations;
import dev.parley.persistence.queue.PanacheQueueDirectory;
import dev.parley.persistence.queue.PgQueueQueries;
import dev.parley.persistence.queue.PgQueues;
import dev.parley.persistence.rating.PgRatingQueries;
import dev.parley.persistence.rating.PgRatings;
import dev.parley.persistence.search.PgConversationSearch;
import dev.parley.persistence.tag.PgTags;
import dev.parley.persistence.team.PgTeams;
import dev.parley.persistence.webhook.PgDeliveryLog;
import dev.parley.persistence.webhook.PgWebhookDeliveries;
import dev.parley.persistence.webhook.PgWebhooks;
import dev.parley.persistence.webhook.WebhookBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the stores promise they keep with statements that forget the organization: the server shows
 * and changes rows of one organization only. All organizations here hold rows of the same ids.
 */
class CarelessStatementsTest {
  private static final Carelessness CARELESS = new Carelessness();
  private static final InstanceId SELF = new InstanceId(new UUID(1, 1));
  private static final Seal SEAL = new Seal(new byte[Seal.KEY_BYTES]);

  /**
   * Functions that run with their owner's rights, to ask across organizations; they take no
   * condition that could be forgotten.
   */
  private static final Set<String> WITH_OWNERS_RIGHTS =
      Set.of(
          "Backlog#at",
          "ContactEndpoints#locate",
          "ContactEndpoints#ofChannel",
          "Credentials#authenticate",
          "EventPositions#assign",
          "EventPositions#trim",
          "FollowUps#due",
          "InboundLoad#isTooHigh",
          "Instances#report",
          "Instances#reportAlone",
          "KeysInForce#among",
          "Organizations#all",
          "Organizations#found",
          "Organizations#foundFirst",
          "PendingTerms#enter");

  /** Their statements are Hibernate's; see {@link HibernateIsolationTest}. */
  private static final Set<String> BY_HIBERNATE =
      Set.of("CustomAttributes", "EndpointDirectory", "TagDirectory");

  /** As above, in a store that also has statements of its own. */
  private static final Set<String> CALLS_BY_HIBERNATE =
      Set.of(
          "AgentDirectory#add",
          "AgentDirectory#change",
          "AgentDirectory#get",
          "AgentDirectory#page",
          "QueueDirectory#add",
          "QueueDirectory#change",
          "QueueDirectory#get",
          "QueueDirectory#list");

  /** They keep nothing in the database, or are what statements run in. */
  private static final Set<String> WITHOUT_STATEMENTS =
      Set.of("Blobs", "FileLinks", "Transaction", "UnitOfWork");

  @AfterAll
  static void everyCallOfEveryStoreWasTried() {
    Set<String> untried = calls();
    untried.removeAll(CARELESS.called());
    assertThat(untried)
        .as("calls whose statements nobody has tried without their conditions")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(WITH_OWNERS_RIGHTS.stream(), CALLS_BY_HIBERNATE.stream()).toList());
  }

  private static Set<String> calls() {
    return classes()
        .filter(type -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()))
        .flatMap(type -> Arrays.stream(type.getInterfaces()))
        .filter(port -> port.getName().startsWith("dev.parley.application."))
        .filter(port -> !BY_HIBERNATE.contains(port.getSimpleName()))
        .filter(port -> !WITHOUT_STATEMENTS.contains(port.getSimpleName()))
        .flatMap(
            port ->
                Arrays.stream(port.getMethods())
                    .filter(method -> Modifier.isAbstract(method.getModifiers()))
                    .map(method -> Carelessness.name(port, method)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Class<?>> classes() {
    try {
      Path root =
          Path.of(PgUnitOfWork.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root.resolve("dev/parley/persistence"))) {
        List<Path> found =
            files.filter(file -> file.toString().endsWith(".class")).map(root::relativize).toList();
        return found.stream().<Class<?>>map(CarelessStatementsTest::load);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(Path file) {
    String name = file.toString().replace('/', '.').replaceAll("\\.class$", "");
    try {
      return Class.forName(name, false, PgUnitOfWork.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The stores of a contract, all careless. */
  abstract static class Stores extends PgConversationStores {
    Stores() {
      super(CARELESS::on);
    }

    @Override
    protected <P> P port(Class<P> type, P port) {
      return CARELESS.remembering(type, port);
    }
  }

  @Nested
  class OfConversations extends Stores implements ConversationsContract {}

  @Nested
  class OfQueries extends Stores implements ConversationQueriesContract {}

  @Nested
  class OfAttributeValues extends Stores implements AttributeValuesContract {
    @Override
    public AttributeValues attributeValues() {
      return port(AttributeValues.class, new PgAttributeValues());
    }

    @Override
    public ContactDirectory contactDirectory() {
      return port(ContactDirectory.class, new PgContactDirectory(unitOfWork));
    }
  }

  @Nested
  class OfRatings extends Stores implements RatingsContract {
    @Override
    public Ratings ratings() {
      return port(Ratings.class, new PgRatings());
    }

    @Override
    public RatingQueries ratingQueries() {
      return port(RatingQueries.class, new PgRatingQueries(unitOfWork));
    }
  }

  @Nested
  class OfLinks extends Stores implements LinksContract {}

  @Nested
  class OfDeliveries extends Stores implements DeliveriesContract {}

  @Nested
  class OfWaitingConversations extends Stores implements WaitingConversationsContract {}

  @Nested
  class OfEvents extends Stores implements EventFeedContract {
    @Override
    public EventFeed feed() {
      return port(EventFeed.class, new PgEventFeed(unitOfWork));
    }

    @Override
    public EventPositions positions() {
      return new PgEventPositions(unitOfWork);
    }
  }

  @Nested
  class OfFormerAgents extends Stores implements FormerAgentsContract {
    @Override
    public HeldConversations held() {
      return port(HeldConversations.class, new PgHeldConversations());
    }

    @Override
    public AgentDirectory agents() {
      return port(
          AgentDirectory.class,
          new PanacheAgentDirectory(new RowTransactions(store.vertx()), unitOfWork));
    }
  }

  @Nested
  class OfQueueQueries extends Stores implements QueueQueriesContract {
    @Override
    public QueueQueries queueQueries() {
      return port(QueueQueries.class, new PgQueueQueries(unitOfWork));
    }
  }

  @Nested
  class OfSearches extends Stores {
    private final ConversationSearch search =
        port(
            ConversationSearch.class,
            new PgConversationSearch(unitOfWork, InstantSource.fixed(NOW)));

    @Test
    void conversationsOfOthersAreNotFound() {
      long ours = create(scene().aNewConversation());
      create(abroad(), abroad().aNewConversation());
      create(abroad(), abroad().aNewConversation());
      TagId vip = scene().vip.id();
      decide(ours, c -> c.addTag(scene().vip, scene().byAlice, NOW));

      for (TextQuery text :
          new @Nullable TextQuery[] {
            null, new TextQuery("my order", false), new TextQuery("my order", true)
          }) {
        ConversationFilter filter =
            new ConversationFilter(
                true, List.of(new Condition.Tagged(Condition.TagRule.HAS_ONE, Set.of(vip))));
        for (ConversationFilter each : List.of(ConversationFilter.NONE, filter)) {
          Query query = new Query(text, each, true);
          assertThat(await(search.find(scene().actor(), query, Optional.empty(), 9)).hits())
              .as("%s", query)
              .extracting(ConversationHit::number)
              .containsExactly(ours);
        }
      }
    }
  }

  @Nested
  class OfEventsWords extends Stores implements EventReaderContract {
    @Override
    public EventReader reader() {
      return port(EventReader.class, new PgEventReader());
    }

    @Override
    public EventPositions positions() {
      return new PgEventPositions(unitOfWork);
    }
  }

  @Nested
  class OfWebhooks extends Stores implements WebhooksContract {
    private final WebhookBox box = new WebhookBox(SEAL);

    @Override
    public Webhooks webhooks() {
      return port(Webhooks.class, new PgWebhooks(box));
    }

    @Override
    public WebhookDeliveries webhookDeliveries() {
      return port(WebhookDeliveries.class, new PgWebhookDeliveries(unitOfWork, box, self));
    }

    @Override
    public DeliveryLog deliveryLog() {
      return port(DeliveryLog.class, new PgDeliveryLog());
    }

    @Override
    public EventPositions positions() {
      return new PgEventPositions(unitOfWork);
    }
  }

  @Nested
  class OfArrivals extends Stores implements ArrivalsContract {
    private final InMemoryBlobs blobs = new InMemoryBlobs();

    @Override
    public Inbox inbox() {
      return port(Inbox.class, new PgArrivals(unitOfWork, blobs, new RecordingWakeups(), self));
    }

    @Override
    public Arrivals arrivals() {
      return port(Arrivals.class, new PgArrivals(unitOfWork, blobs, new RecordingWakeups(), self));
    }
  }

  @Nested
  class OfAnonymization extends PgAnonymizationStores {
    OfAnonymization() {
      super(CARELESS::on);
    }

    @Override
    protected <P> P port(Class<P> type, P port) {
      return CARELESS.remembering(type, port);
    }
  }

  /** As above, for contracts that begin with two empty organizations. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class EmptyStores implements StoreContract {
    private final TestStore store = new TestStore();
    final SqlSeeds seeds = new SqlSeeds(store);
    final PgUnitOfWork unitOfWork = CARELESS.on(store.pool());
    private OrganizationId here = store.here.id();
    private OrganizationId elsewhere = store.elsewhere.id();

    @BeforeEach
    void createOrganizations() {
      here = store.newOrganization();
      elsewhere = store.newOrganization();
    }

    @AfterAll
    void close() {
      store.close();
    }

    @Override
    public final UnitOfWork unitOfWork() {
      return unitOfWork;
    }

    @Override
    public final OrganizationId here() {
      return here;
    }

    @Override
    public final OrganizationId elsewhere() {
      return elsewhere;
    }
  }

  @Nested
  class OfIdempotency extends EmptyStores implements IdempotencyStoreContract {
    @Override
    public IdempotencyStore store() {
      return CARELESS.remembering(
          IdempotencyStore.class, new PgIdempotencyStore(unitOfWork, SEAL, SELF));
    }
  }

  @Nested
  class OfMailboxCursors extends EmptyStores implements MailboxCursorsContract {
    @Override
    public MailboxCursors cursors() {
      return CARELESS.remembering(MailboxCursors.class, new PgMailboxCursors(unitOfWork));
    }
  }

  @Nested
  class OfTheInbox extends EmptyStores implements InboxContract {
    private final PgArrivals arrivals =
        new PgArrivals(unitOfWork, new InMemoryBlobs(), new RecordingWakeups(), SELF);

    @Override
    public Inbox inbox() {
      return CARELESS.remembering(Inbox.class, arrivals);
    }

    @Override
    public AcceptedDeliveries deliveries() {
      return CARELESS.remembering(AcceptedDeliveries.class, new PgAcceptedDeliveries(unitOfWork));
    }
  }

  @Nested
  class OfContacts extends EmptyStores implements ContactsContract {
    @Override
    public Contacts contacts() {
      return CARELESS.remembering(Contacts.class, new PgContacts());
    }

    @Override
    public ContactDirectory directory() {
      return CARELESS.remembering(ContactDirectory.class, new PgContactDirectory(unitOfWork));
    }
  }

  @Nested
  class OfTeams extends EmptyStores implements TeamsContract {
    @Override
    public Teams teams() {
      return CARELESS.remembering(Teams.class, new PgTeams(unitOfWork));
    }

    @Override
    public void add(OrganizationId organization, Agent agent) {
      seeds.add(organization, agent);
    }
  }

  @Nested
  class OfSchedules extends EmptyStores implements SchedulesContract {
    @Override
    public Schedules schedules() {
      return CARELESS.remembering(Schedules.class, new PgSchedules(unitOfWork));
    }

    @Override
    public void add(OrganizationId organization, Queue queue) {
      seeds.add(organization, queue);
    }
  }

  @Nested
  class OfPresences extends EmptyStores implements PresencesContract {
    @Override
    public Presences presences() {
      return CARELESS.remembering(Presences.class, new PgPresences(unitOfWork));
    }

    @Override
    public Teams teams() {
      return CARELESS.remembering(Teams.class, new PgTeams(unitOfWork));
    }

    @Override
    public void add(OrganizationId organization, Agent agent) {
      seeds.add(organization, agent);
    }
  }

  @Nested
  class OfConfiguration extends Stores {
    private final Tags tags = port(Tags.class, new PgTags());
    private final Agents agents = port(Agents.class, new PgAgents());
    private final Queues queues = port(Queues.class, new PgQueues());
    private final ContactEndpoints endpoints =
        port(
            ContactEndpoints.class,
            new PgContactEndpoints(unitOfWork, new SecretBox(SEAL), System::nanoTime));
    private final ApiKeys keys = port(ApiKeys.class, new PgApiKeys(unitOfWork));
    private final QueueDirectory directory =
        port(
            QueueDirectory.class,
            new PanacheQueueDirectory(new RowTransactions(store.vertx()), unitOfWork));

    @Test
    void tagsOfOthersAreNotFound() {
      Tag theirs = new Tag(new TagId(abroad().ids.next()), "Theirs", null, true);
      abroad().seeds.add(elsewhere(), theirs);

      assertThat(errorOf(unitOfWork.inTransaction(here(), tx -> tags.get(tx, theirs.id()))))
          .isEqualTo(new TagError.TagNotFound(theirs.id()));
      assertThat(this.<Tag>inTransaction(tx -> tags.get(tx, scene().vip.id())))
          .isEqualTo(scene().vip);
      Tag ours = new Tag(new TagId(scene().ids.next()), "Theirs", null, true);
      assertThat(this.<List<Tag>>inTransaction(tx -> tags.ensure(tx, List.of(ours), NOW)))
          .containsExactly(ours);
    }

    @Test
    void agentsOfOthersAreNotFound() {
      AgentId theirs = anAgentOf(abroad());

      assertThat(errorOf(unitOfWork.inTransaction(here(), tx -> agents.get(tx, theirs))))
          .isEqualTo(new AgentError.AgentNotFound(theirs));
      assertThat(
              this.<Set<AgentId>>inTransaction(
                  tx -> agents.existing(tx, List.of(theirs, scene().alice))))
          .containsExactly(scene().alice);
    }

    @Test
    void queuesOfOthersAreNotFound() {
      QueueId theirs = new QueueId(abroad().ids.next());
      abroad()
          .seeds
          .add(elsewhere(), abroad().queue(theirs, "Theirs", false, AssignmentPolicy.MANUAL, null));

      assertThat(errorOf(unitOfWork.inTransaction(here(), tx -> queues.require(tx, theirs))))
          .isEqualTo(new QueueError.QueueNotFound(theirs));
      assertThat(errorOf(directory.members(here(), theirs)))
          .isEqualTo(new QueueError.QueueNotFound(theirs));
    }

    @Test
    void theDefaultQueueOfOthersIsNotOurs() {
      store.asSuperuser("update queue set is_default = false where org_id = " + here().number());

      assertThat(errorOf(unitOfWork.inTransaction(here(), queues::defaultQueue)))
          .isEqualTo(new QueueError.NoDefaultQueue());
    }

    @Test
    void membersAreOfTheQueueOfTheSameOrganization() {
      AgentId theirs = anAgentOf(abroad());
      await(directory.addMembers(elsewhere(), abroad().support, List.of(abroad().alice, theirs)));

      Set<AgentId> added =
          await(directory.addMembers(here(), scene().support, List.of(scene().bob, theirs)));
      assertThat(added).containsExactly(scene().bob);
      assertThat(membersOf(scene())).containsExactly(scene().bob);

      await(directory.removeMembers(here(), scene().support, List.of(scene().alice, theirs)));
      assertThat(membersOf(abroad())).containsExactlyInAnyOrder(abroad().alice, theirs);
    }

    @Test
    void endpointsOfOthersAreNotFound() {
      ContactEndpointId theirs = new ContactEndpointId(abroad().ids.next());
      abroad().seeds.add(elsewhere(), abroad().endpoint(theirs, "theirs@example.com"));

      assertThat(errorOf(unitOfWork.inTransaction(here(), tx -> endpoints.get(tx, theirs))))
          .isInstanceOf(ContactEndpointError.ContactEndpointNotFound.class);
      assertThat(
              errorOf(
                  unitOfWork.inTransaction(
                      here(), tx -> endpoints.byAddress(tx, Channel.EMAIL, "theirs@example.com"))))
          .isInstanceOf(ContactEndpointError.ContactEndpointNotFound.class);
    }

    @Test
    void keysOfOthersAreNeitherMadeNorTakenNorRevoked() {
      AgentId theirs = anAgentOf(abroad());
      ApiKey key = new ApiKey("K" + newId().toString().substring(0, 15), new byte[32]);
      ApiKey other = new ApiKey("L" + newId().toString().substring(0, 15), new byte[32]);
      await(keys.add(elsewhere(), theirs, key, NOW));

      assertThat(errorOf(keys.add(here(), theirs, other, NOW)))
          .isEqualTo(new AgentError.AgentNotFound(theirs));
      assertThat(errorOf(keys.revoke(here(), theirs, key.keyId(), NOW)))
          .isEqualTo(new AgentError.ApiKeyNotFound());
      assertThat(errorOf(keys.ensureForFoundingAdmin(here(), key, NOW)))
          .isEqualTo(new AgentError.ApiKeyTaken());
      assertThat(await(keys.ensureForFoundingAdmin(here(), other, NOW))).isTrue();
      await(keys.revoke(elsewhere(), theirs, key.keyId(), NOW));
    }

    @Test
    void filesOfOthersBelongToNothingOfOurs() {
      BlobReferences references = port(BlobReferences.class, new PgBlobReferences(unitOfWork));
      AMessage theirs = abroad().fromJane(abroad().newConversationId());
      String key = theirs.id().value() + "/0";
      create(abroad(), abroad().aNewConversation(theirs.withFile(key, "order.png")));

      assertThat(await(references.unreferenced(here(), List.of(key)))).containsExactly(key);
      assertThat(await(references.unreferenced(elsewhere(), List.of(key)))).isEmpty();
    }

    @Test
    void anOrganizationSeesItself() {
      Organizations organizations = port(Organizations.class, new PgOrganizations(unitOfWork));

      assertThat(await(organizations.get(here())).id()).isEqualTo(here());
      assertThat(await(organizations.get(elsewhere())).id()).isEqualTo(elsewhere());
    }

    private List<AgentId> membersOf(Scene of) {
      return await(directory.members(of.organization, of.support)).stream()
          .map(QueueMember::agent)
          .toList();
    }

    private AgentId anAgentOf(Scene of) {
      AgentId id = new AgentId(of.ids.next());
      of.seeds.add(of.organization, of.agent(id, "Carol", Availability.WORKING, false));
      return id;
    }
  }
}
