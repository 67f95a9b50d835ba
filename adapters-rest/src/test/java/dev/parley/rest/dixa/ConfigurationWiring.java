package dev.parley.rest.dixa;

import dev.parley.application.agent.AgentAdministration;
import dev.parley.application.agent.InMemoryAgents;
import dev.parley.application.agent.InMemoryApiKeys;
import dev.parley.application.agent.InMemoryPresences;
import dev.parley.application.agent.PresenceAdministration;
import dev.parley.application.agent.Sightings;
import dev.parley.application.agent.TokenMint;
import dev.parley.application.attribute.CustomAttributeAdministration;
import dev.parley.application.attribute.InMemoryCustomAttributes;
import dev.parley.application.channel.ContactEndpointAdministration;
import dev.parley.application.channel.InMemoryContactEndpoints;
import dev.parley.application.contact.ContactAdministration;
import dev.parley.application.contact.InMemoryContacts;
import dev.parley.application.conversation.InMemoryConversationData;
import dev.parley.application.conversation.InMemoryQueueQueries;
import dev.parley.application.conversation.InMemoryWaitingConversations;
import dev.parley.application.hours.InMemorySchedules;
import dev.parley.application.hours.ScheduleAdministration;
import dev.parley.application.organization.InMemoryOrganizations;
import dev.parley.application.organization.OrganizationAdministration;
import dev.parley.application.queue.InMemoryQueues;
import dev.parley.application.queue.QueueAdministration;
import dev.parley.application.queue.QueueQueries;
import dev.parley.application.shared.IdSource;
import dev.parley.application.shared.InMemoryNumbers;
import dev.parley.application.shared.InMemoryUnitOfWork;
import dev.parley.application.shared.RecordingWakeups;
import dev.parley.application.tag.InMemoryTags;
import dev.parley.application.tag.TagAdministration;
import dev.parley.application.team.InMemoryTeams;
import dev.parley.application.team.TeamAdministration;
import dev.parley.domain.contact.EmailAddress;
import dev.parley.rest.operator.OperatorToken;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The administrations on stores in memory; organization 1, the test token's, is there. */
@Singleton
public class ConfigurationWiring {
  public static final String OPERATOR_TOKEN = "an-operator-token-of-some-length";

  private final AtomicLong ticks = new AtomicLong();
  private final InMemoryNumbers numbers = new InMemoryNumbers();
  private final InMemoryContacts contacts = new InMemoryContacts(numbers);
  private final InMemoryAgents agents = new InMemoryAgents(numbers, contacts);
  private final InMemoryApiKeys keys = new InMemoryApiKeys(agents);
  private final InMemoryQueues queues = new InMemoryQueues(numbers, agents);
  private final InMemoryContactEndpoints endpoints = new InMemoryContactEndpoints(numbers, queues);
  private final InMemoryConversationData data = new InMemoryConversationData();
  private final InMemoryTeams teams = new InMemoryTeams(agents);
  private final InMemoryPresences presences = new InMemoryPresences(agents, teams);
  private final InMemoryOrganizations organizations =
      new InMemoryOrganizations(agents, keys, queues);
  private final TokenMint mint = new TokenMint(new SecureRandom());
  private final IdSource ids = UUID::randomUUID;

  /** A millisecond later each time, so that lists have an order. */
  private final InstantSource clock =
      () -> Instant.parse("2026-03-01T12:00:00Z").plusMillis(ticks.incrementAndGet());

  ConfigurationWiring() {
    organizations()
        .establish("Acme", new EmailAddress("admin@acme.example"), "Ann")
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  /** Has the organization made before the first request, on a thread that may wait. */
  void start(@Observes StartupEvent event) {}

  @Produces
  @Singleton
  OrganizationAdministration organizations() {
    return new OrganizationAdministration(organizations, mint, ids, clock);
  }

  @Produces
  @Singleton
  AgentAdministration agents() {
    return new AgentAdministration(
        agents, keys, _ -> Uni.createFrom().voidItem(), mint, ids, clock);
  }

  @Produces
  @Singleton
  ContactAdministration contacts() {
    return new ContactAdministration(contacts, ids, clock);
  }

  @Produces
  @Singleton
  QueueAdministration queues() {
    return new QueueAdministration(queues, ids, clock, new RecordingWakeups());
  }

  @Produces
  @Singleton
  TeamAdministration teams() {
    return new TeamAdministration(teams, ids, clock);
  }

  @Produces
  @Singleton
  ScheduleAdministration schedules() {
    return new ScheduleAdministration(
        new InMemorySchedules(queues), ids, clock, new RecordingWakeups());
  }

  @Produces
  @Singleton
  PresenceAdministration presences() {
    return new PresenceAdministration(presences, new RecordingWakeups());
  }

  @Produces
  @Singleton
  Sightings sightings(InstantSource requests) {
    return new Sightings(presences, requests);
  }

  @Produces
  @Singleton
  QueueQueries queueQueries() {
    return new InMemoryQueueQueries(
        data,
        queues,
        endpoints,
        new InMemoryWaitingConversations(new InMemoryUnitOfWork(), data, queues, agents, presences),
        id -> organizations.row(id).publicId());
  }

  /** Where tests put conversations that wait. */
  @Produces
  @Singleton
  InMemoryConversationData conversations() {
    return data;
  }

  @Produces
  @Singleton
  TagAdministration tags() {
    return new TagAdministration(new InMemoryTags(), ids, clock);
  }

  @Produces
  @Singleton
  ContactEndpointAdministration endpoints() {
    return new ContactEndpointAdministration(endpoints, List.of(), mint, ids, clock);
  }

  @Produces
  @Singleton
  CustomAttributeAdministration attributes() {
    return new CustomAttributeAdministration(new InMemoryCustomAttributes(), ids, clock);
  }

  @Produces
  @Singleton
  OperatorToken operator() {
    return new OperatorToken(Optional.of(OPERATOR_TOKEN));
  }
}
